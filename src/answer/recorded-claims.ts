/** The claims of a case's record, each with the sentence of its source that tells it. */
import type { CaseRecord, Claim, ClaimKind } from '../core/case-record.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type ReadSentence, type ReadText, vocabularyOf } from '../reading/read-text.ts';

export interface RecordedClaim {
  readonly claim: Claim;
  /** Null when no sentence of the source tells it for certain. */
  readonly sentence: ReadSentence | null;
}

/** Share of a claim's words that its sentence must have: record and prose tell the same in different words. */
const LEAST_SHARED = 0.25;
/** A sentence is called what the record calls it only when it has this share: two claims may be told side by side. */
const CERTAIN = 0.5;

/** Every claim of the record, in its order. */
export function recordedClaims(
  { claims }: CaseRecord,
  texts: readonly ReadText[],
  lexicon: Lexicon,
): RecordedClaim[] {
  return claims.map((claim) => ({ claim, sentence: findSentence(claim, texts, lexicon)?.sentence ?? null }));
}

/** The sentence of the claim's source that has most of the claim's words, and which share, 0 to 1. */
export function findSentence(
  claim: Claim,
  texts: readonly ReadText[],
  lexicon: Lexicon,
): { readonly sentence: ReadSentence; readonly share: number } | null {
  const text = texts.find(({ source }) => source.id === claim.sourceId);
  if (text === undefined) return null;
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
  return best === null ? null : { sentence: best, share: most / stems.size };
}

/**
 * The texts with each sentence called what the record calls the claim that it tells: people who checked the source said
 * so, while words alone make an accusation of «un groupe a revendiqué …».
 */
export function calledAsRecorded(
  { claims }: CaseRecord,
  texts: readonly ReadText[],
  lexicon: Lexicon,
): ReadText[] {
  const kinds = new Map<ReadSentence, { readonly kind: ClaimKind; readonly share: number }>();
  for (const claim of claims) {
    const found = findSentence(claim, texts, lexicon);
    if (found === null || found.share < CERTAIN || claim.kind === 'context') continue;
    const known = kinds.get(found.sentence);
    if (known === undefined || known.share < found.share)
      kinds.set(found.sentence, { kind: claim.kind, share: found.share });
  }
  return texts.map((text) => ({
    ...text,
    sentences: text.sentences.map((sentence) => {
      const kind = kinds.get(sentence)?.kind;
      return kind === undefined || kind === sentence.kind ? sentence : { ...sentence, kind };
    }),
  }));
}
