/** What a report adds to its story: claims that matter and that nobody reported before. */
import type { Judgement } from '../judgement.ts';
import type { StoryReport } from '../story.ts';
import { type KeyedClaim, keyedClaims, keyOf, settleSpeakers } from './claim-key.ts';
import type { ReportItem } from './place-report.ts';

/** New when the country has not said so before. */
const OF_A_SPEAKER: ReadonlySet<string> = new Set(['denial', 'counter-accusation', 'sanction', 'indictment']);
/** New when nobody has said so before: who takes something back is one of those who said it. */
const ONCE: ReadonlySet<string> = new Set(['retraction', 'correction', 'self-claim']);
const PRESS: ReadonlySet<string> = new Set(['media', 'state-media']);

/**
 * Claims are read imperfectly, and a reader forgives a late update sooner than one that says again what he read. So, where
 * an earlier report may have held the claim, it is none: the speaker is unknown, or was named before in another role.
 *
 * @param earlier reports of the story that whoever sees the item sees; without any nothing is new: the item opens the story.
 * @returns keys of claims; `certainty|CZ|CN|high` where an accuser is surer than before, or less.
 */
export function findNewClaims(
  item: Pick<ReportItem, 'title'>,
  judgement: Judgement,
  earlier: readonly StoryReport[],
): string[] {
  if (earlier.length === 0) return [];
  const told = earlier.flatMap((report) => keyedClaims(report.judgement));
  const held = settleSpeakers(told, []);
  const named = new Set(
    earlier.flatMap(({ judgement: { countries } }) => [...countries.named, ...countries.speakers]),
  );
  const found = new Set<string>();
  for (const one of settleSpeakers(keyedClaims(judgement), told)) {
    const { kind, speaker, key } = one;
    if (OF_A_SPEAKER.has(kind) && saysFirst(one, held)) found.add(key);
    if (ONCE.has(kind) && !held.some((other) => other.kind === kind)) found.add(key);
    if (kind === 'accusation' && isNewAccuser(one, held, named, item.title)) found.add(key);
    const level = changedCertainty(one, held);
    if (level !== null) found.add(`${keyOf('certainty', speaker, one.accused)}|${level}`);
  }
  return [...found];
}

function saysFirst({ kind, speaker }: KeyedClaim, held: readonly KeyedClaim[]): boolean {
  const same = held.filter((other) => other.kind === kind);
  return speaker === null
    ? same.length === 0
    : !same.some((other) => other.speaker === speaker || other.speaker === null);
}

/** A country that joins those who accuse. Named before without a word of its own, it counts when the headline is its. */
function isNewAccuser(
  { speaker, accused, claim }: KeyedClaim,
  held: readonly KeyedClaim[],
  named: ReadonlySet<string>,
  title: string,
): boolean {
  if (speaker === null || accused === null || speaker === accused || claim === null) return false;
  if (PRESS.has(claim.speakerType)) return false;
  if (held.some((other) => other.speaker === speaker && other.kind !== 'denial')) return false;
  // Of an accuser without a country nobody knows whether it is this one.
  if (held.some((other) => other.kind === 'accusation' && other.speaker === null)) return false;
  return !named.has(speaker) || claim.start < title.length;
}

function changedCertainty(
  { kind, speaker, accused, certainty }: KeyedClaim,
  held: readonly KeyedClaim[],
): string | null {
  if (kind !== 'accusation' || speaker === null || certainty === null) return null;
  const before = held.flatMap((other) =>
    other.kind === kind && other.speaker === speaker && other.accused === accused
      ? (other.certainty ?? [])
      : [],
  );
  return before.length > 0 && !before.includes(certainty) ? certainty : null;
}
