/** Who stands on which side in a report, whoever of them has the word in it. */
import { isReplyKind } from '../../core/case-record.ts';
import type { Judgement } from '../judgement.ts';

export interface Parties {
  /** Countries that accuse, punish or warn. */
  readonly accusers: ReadonlySet<string>;
  /** Countries that are accused, or answer an accusation. */
  readonly accused: ReadonlySet<string>;
}

const REPLIES: ReadonlySet<string> = new Set(['denial', 'no-comment']);

/** The denial of an accusation has the same sides as the accusation. */
export function partiesOf({ claims, countries, kinds }: Judgement): Parties {
  const accusers = new Set<string>();
  const accused = new Set<string>();
  for (const { kind, speakerCountry, speakerType, against } of claims) {
    const speaks = speakerType === 'media' || speakerType === 'state-media' ? null : speakerCountry;
    if (kind === 'accusation' || kind === 'measure') {
      if (speaks !== null) accusers.add(speaks);
      if (against?.state != null) accused.add(against.state);
    }
    if (isReplyKind(kind) && speaks !== null) accused.add(speaks);
  }
  const answers = kinds[0] !== undefined && REPLIES.has(kinds[0]);
  if (accused.size === 0)
    for (const country of answers ? countries.speakers : countries.accused) accused.add(country);
  if (accusers.size === 0 && !answers) for (const country of countries.speakers) accusers.add(country);
  // Who strikes back is on both sides, which tells nothing.
  for (const country of accused) accusers.delete(country);
  return { accusers, accused };
}
