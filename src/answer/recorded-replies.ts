/** The replies that a case's record holds, each with the sentence of its source that tells it. */
import type { CaseRecord, Claim, ClaimKind } from '../core/case-record.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type ReadSentence, type ReadText, vocabularyOf } from '../reading/read-text.ts';

export interface RecordedReply {
  /** Its kind is the record's: people who checked the source gave it. */
  readonly sentence: ReadSentence;
  /** For whom the speaker replies, as a concept: `country:ru`. */
  readonly state: string;
}

const REPLIES: readonly ClaimKind[] = ['denial', 'counter-accusation', 'no-comment'];
/** Share of a claim's words that its sentence must have: record and prose tell the same in different words. */
const LEAST_SHARED = 0.25;

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
    const text = texts.find(({ source }) => source.id === claim.sourceId);
    const country = claim.speakerCountry;
    if (!REPLIES.includes(claim.kind) || country === null || text === undefined) return [];
    // Who accuses may strike out at the accused once more: that is no reply.
    if (accusers.has(country) && !accused.has(country)) return [];
    const sentence = sentenceOf(claim, text, lexicon);
    if (sentence === null) return [];
    const state = `country:${country.toLowerCase()}`;
    return [{ sentence: { ...sentence, kind: claim.kind }, state }];
  });
}

/** The sentence that has most of the claim's words. */
function sentenceOf(claim: Claim, text: ReadText, lexicon: Lexicon): ReadSentence | null {
  const words = `${claim.speaker}. ${claim.wording ?? ''}`;
  const { stems } = vocabularyOf([lexicon.analyze(words, text.source.textLang)], lexicon);
  let best: ReadSentence | null = null;
  let most = LEAST_SHARED * stems.size;
  for (const sentence of text.sentences) {
    const shared = [...stems].filter((stem) => sentence.vocabulary.stems.has(stem)).length;
    if (shared <= most) continue;
    best = sentence;
    most = shared;
  }
  return best;
}
