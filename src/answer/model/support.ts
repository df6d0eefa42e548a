/** Which of the passages' own sentences a model's sentence rests on. */
import type { AnswerLang } from '../../core/answer.ts';
import type { ClaimKind } from '../../core/case-record.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { type ReadSentence, type Vocabulary, vocabularyOf } from '../../reading/read-text.ts';
import { shows, stanceOf } from '../../reading/stance.ts';

export interface Support {
  readonly sentence: ReadSentence;
  /** Share of the model's sentence that the passage's has, 0 to 1. */
  readonly overlap: number;
}

/** Concepts hold across languages, stems within one only; numbers are alike in all. */
const WEIGHT = { concept: 1, word: 0.6, number: 1.5 } as const;
/** For a sentence that does what the model's does: a denial is borne out by a denial. */
const SAME_STANCE = 0.15;

/** The sentence nearest to what the model wrote; null when none has anything of it. */
export function findSupport(
  text: string,
  lang: AnswerLang,
  sentences: readonly ReadSentence[],
  lexicon: Lexicon,
): Support | null {
  const analysis = lexicon.analyze(text, lang);
  const own = vocabularyOf([analysis], lexicon);
  const numbers = digitsOf(text);
  const stance = stanceOf(text);
  let best: (Support & { readonly rank: number }) | null = null;
  for (const sentence of sentences) {
    const overlap = overlapOf(own, numbers, lang, sentence);
    const agrees = stance !== 'context' && showsStance(sentence, stance);
    const rank = overlap + (agrees ? SAME_STANCE : 0);
    if (overlap > 0 && (best === null || rank > best.rank)) best = { sentence, overlap, rank };
  }
  return best;
}

function showsStance(sentence: ReadSentence, stance: ClaimKind): boolean {
  return sentence.kind === stance || shows(stance, sentence.text);
}

function overlapOf(own: Vocabulary, numbers: readonly string[], lang: string, other: ReadSentence): number {
  const theirs = other.vocabulary;
  const concepts = [...own.concepts];
  const stems = other.source.textLang === lang ? [...own.stems] : [];
  const theirNumbers = digitsOf(other.text);
  const total =
    WEIGHT.concept * concepts.length + WEIGHT.word * stems.length + WEIGHT.number * numbers.length;
  const had =
    WEIGHT.concept * concepts.filter((id) => theirs.general.has(id)).length +
    WEIGHT.word * stems.filter((stem) => theirs.stems.has(stem)).length +
    WEIGHT.number * numbers.filter((number) => theirNumbers.includes(number)).length;
  return total === 0 ? 0 : had / total;
}

/** Numbers in digits, which are alike in all languages. */
function digitsOf(text: string): string[] {
  return text.match(/\d+/gu) ?? [];
}
