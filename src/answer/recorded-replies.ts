/** The replies that a case's record holds, each with the sentence of its source that tells it. */
import { type CaseRecord, isReplyKind } from '../core/case-record.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { stateConcept } from '../lexicon/state-concept.ts';
import type { ReadSentence, ReadText } from '../reading/read-text.ts';
import { findSentence } from './recorded-claims.ts';

export interface RecordedReply {
  /** Its kind is the record's: people who checked the source gave it. */
  readonly sentence: ReadSentence;
  /** For whom the speaker replies, as a concept: `country:ru`. */
  readonly state: string;
}

/** Claims whose speaker has no country or is an accuser, or that no sentence tells, are left out. */
export function recordedReplies(
  { claims }: CaseRecord,
  texts: readonly ReadText[],
  lexicon: Lexicon,
): RecordedReply[] {
  const accusations = claims.filter(({ kind }) => kind === 'accusation');
  const accusers = new Set(accusations.map(({ speakerCountry }) => speakerCountry));
  const accused = new Set(accusations.map(({ against }) => against?.state ?? null));
  return claims.flatMap((claim) => {
    const country = claim.speakerCountry;
    if (!isReplyKind(claim.kind) || country === null) return [];
    // Who accuses may strike out at the accused once more: that is no reply.
    if (accusers.has(country) && !accused.has(country)) return [];
    const sentence = findSentence(claim, texts, lexicon)?.sentence;
    if (sentence === undefined) return [];
    const state = stateConcept(country);
    return [{ sentence: { ...sentence, kind: claim.kind }, state }];
  });
}
