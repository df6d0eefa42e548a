/** The claims of a case's record, each with the sentence of its source that tells it. */
import type { CaseRecord, Claim } from '../core/case-record.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { stateConcept } from '../lexicon/state-concept.ts';
import {
  joinVocabularies,
  type ReadSentence,
  type ReadText,
  type Vocabulary,
  vocabularyOf,
} from '../reading/read-text.ts';
import { type FoundDate, findDates } from '../verify/find-dates.ts';
import { isNegated } from './negated.ts';

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
 * The texts with each sentence called what the record calls the claim that it tells, and spoken by whom the record has
 * speak: people who checked the source said so, while words alone make an accusation of «un groupe a revendiqué …».
 */
export function calledAsRecorded(
  { claims }: CaseRecord,
  texts: readonly ReadText[],
  lexicon: Lexicon,
): ReadText[] {
  const told = new Map<ReadSentence, { readonly claim: Claim; readonly share: number }>();
  for (const claim of claims) {
    const found = findSentence(claim, texts, lexicon);
    if (found === null || found.share < CERTAIN || claim.kind === 'context') continue;
    const known = told.get(found.sentence);
    if (known === undefined || known.share < found.share)
      told.set(found.sentence, { claim, share: found.share });
  }
  const accusations = claims.filter(({ kind }) => kind === 'accusation');
  return texts.map((text) => ({
    ...text,
    sentences: text.sentences.map((sentence) => {
      const claim = told.get(sentence)?.claim;
      if (claim !== undefined) return asClaimed(sentence, claim, lexicon);
      const again =
        sentence.kind === 'context' && accusations.some((accusation) => tellsAgain(sentence, accusation));
      return again ? { ...sentence, kind: 'accusation' } : sentence;
    }),
  }));
}

function asClaimed(sentence: ReadSentence, claim: Claim, lexicon: Lexicon): ReadSentence {
  const { speaker, source } = sentence;
  const named = vocabularyOf([lexicon.analyze(claim.speaker, source.textLang)], lexicon);
  const country = stateOf(claim.speakerCountry);
  const vocabulary = country === null ? named : withState(named, country);
  return {
    ...sentence,
    kind: claim.kind,
    speaker:
      speaker === null
        ? { name: claim.speaker, vocabulary, carried: false }
        : { ...speaker, vocabulary: joinVocabularies(speaker.vocabulary, vocabulary) },
  };
}

function withState(vocabulary: Vocabulary, state: string): Vocabulary {
  return {
    ...vocabulary,
    concepts: new Set([...vocabulary.concepts, state]),
    general: new Set([...vocabulary.general, state]),
  };
}

/**
 * An accusation on record in another source's words: the same day, the accuser's country, and whom it accuses, «Le
 * 3 mars, Oslo a déclaré que l'intrusion venait de …».
 */
function tellsAgain(
  { vocabulary, text }: ReadSentence,
  { speakerCountry, against, eventDate }: Claim,
): boolean {
  const accuser = stateOf(speakerCountry);
  const accused = stateOf(against?.state ?? null);
  if (eventDate === null || accuser === null || accused === null) return false;
  if (!vocabulary.general.has(accuser) || !vocabulary.general.has(accused)) return false;
  return !isNegated(text) && findDates(text).some((date) => isDay(date, eventDate));
}

function isDay({ year, month, day }: FoundDate, iso: string): boolean {
  return iso.length === 'YYYY-MM-DD'.length && iso === [year, month, day].map(twoDigits).join('-');
}

function twoDigits(part: number | null): string {
  return String(part ?? '').padStart(2, '0');
}

function stateOf(code: string | null): string | null {
  return code === null ? null : stateConcept(code);
}
