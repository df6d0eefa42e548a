/** Whether a model's sentence lets somebody accuse or deny whom the case's record knows only on the other side. */
import type { CaseRecord, ClaimKind } from '../../core/case-record.ts';
import type { SourceText } from '../../core/retrieval.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { EUROPEAN_UNION, stateConcept } from '../../lexicon/state-concept.ts';
import { readText } from '../../reading/read-text.ts';

const CHARGING: readonly ClaimKind[] = ['accusation', 'counter-accusation', 'measure', 'contest'];
const ANSWERING: readonly ClaimKind[] = [
  'denial',
  'counter-accusation',
  'no-comment',
  'contest',
  'retraction',
];

/**
 * Rules over words alone take «A accuse B» for «B accuse A» where the passage names both and its verb is unknown to
 * them. The record was checked by people: where it shows a state accused and never accusing, no sentence about the case
 * may have that state accuse; and the other way round for denials.
 *
 * @param text in the language of the answer.
 * @param records of the cases that the sentence's passages belong to.
 * @returns the speaker who is on the wrong side; null when there is none, or no record tells.
 */
export function wrongSide(
  text: string,
  lang: string,
  source: SourceText['source'],
  records: readonly CaseRecord[],
  lexicon: Lexicon,
): string | null {
  const [sentence] = readText(
    { source: { ...source, textLang: lang }, text, passages: [] },
    lexicon,
  ).sentences;
  const speaker = sentence?.speaker ?? null;
  if (sentence === undefined || speaker === null) return null;
  const claims = records.flatMap((record) => record.claims);
  const accusers = states(claims.filter(({ kind }) => CHARGING.includes(kind)).map((c) => c.speakerCountry));
  const answering = states(
    claims.filter(({ kind }) => ANSWERING.includes(kind)).map((c) => c.speakerCountry),
  );
  const accused = states(
    claims.filter(({ kind }) => kind === 'accusation').map((c) => c.against?.state ?? null),
  );
  if (accusers.size === 0 || accused.size === 0) return null;
  const speaking = [...speaker.vocabulary.general].filter(
    (id) => id.startsWith('country:') || id === EUROPEAN_UNION,
  );
  // A speaker of two states, or of none that is known, proves nothing.
  const [state] = speaking;
  if (state === undefined || speaking.length > 1) return null;
  const turned =
    (sentence.kind === 'accusation' && accused.has(state) && !accusers.has(state)) ||
    (sentence.kind === 'denial' && accusers.has(state) && !accused.has(state) && !answering.has(state));
  return turned ? speaker.name : null;
}

function states(codes: readonly (string | null)[]): ReadonlySet<string> {
  return new Set(codes.flatMap((code) => (code === null ? [] : [stateConcept(code)])));
}
