/** A question to the terms that are looked for. */
import { identifyLanguage } from '../lexicon/identify-language.ts';
import { indexTerms, uncoveredWords } from '../lexicon/index-terms.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { underOneName } from '../lexicon/one-name.ts';
import { encodeConcept, encodeWord, type MatchTerms } from './fts-terms.ts';
import type { LanguageSetting } from './ranking.ts';
import { standIns } from './unknown-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is read of a query, in UTF-16 code units: someone may paste an article. */
const LONGEST_QUERY = 2_000;
const MOST_WORDS = 40;
const MOST_CONCEPTS = 20;
/**
 * In a corpus that is too large to read what every term brings, the words of a query may bring so many passages together,
 * and its concepts as many: reading takes some 2 microseconds each. The rarest come first; what is left out says least.
 */
const VERY_LARGE_CORPUS = 20_000;
const MOST_BROUGHT = 8_000;
/** Terms that are looked for however many passages they bring. */
const LEAST_TERMS = 2;
/** In a corpus from this size on, a term of more than half the passages only costs time. */
const LARGE_CORPUS = 1_000;
/** Languages of the corpus under which the query's words are stemmed too, so that names are found across languages. */
const MOST_CORPUS_LANGS = 3;

/** A question as it is read before anything is known of its terms. */
export interface Question {
  readonly text: string;
  /** ISO 639-1 codes under which its words are stemmed, its own first. */
  readonly langs: readonly string[];
  /** Words and concepts, not yet encoded. */
  readonly words: readonly string[];
  readonly concepts: readonly string[];
  /** Those of the words that are to be looked for as words. */
  readonly asked: readonly string[];
  readonly setting: LanguageSetting;
}

export interface QuestionContext {
  readonly lexicon: Lexicon;
  /** Passages by language, most frequent first. */
  readonly languages: Readonly<Record<string, number>>;
}

/** How many passages there are, and how many have a term of the index. */
export interface TermFrequency {
  readonly passages: number;
  of(token: string): number;
}

export interface ChosenTerms {
  readonly match: MatchTerms;
  /** The words that are looked for, each with its inverse document frequency. */
  readonly rarity: ReadonlyMap<string, number>;
}

/**
 * Reads a question.
 *
 * @param query its `lang` when the asker forces it; identified otherwise, and French and English when it is unclear.
 */
export function readQuestion(
  { lexicon, languages }: QuestionContext,
  query: { readonly text: string; readonly lang?: string },
): Question {
  const text = underOneName(query.text.slice(0, LONGEST_QUERY).toWellFormed(), lexicon);
  const known = query.lang ?? identifyLanguage(text);
  const langs = [
    ...new Set([
      ...(known === null ? ['fr', 'en'] : [known]),
      ...Object.keys(languages).slice(0, MOST_CORPUS_LANGS),
    ]),
  ];
  const own = indexTerms(lexicon, text, langs[0] ?? 'en', 'query');
  const words = new Set(own.words);
  const concepts = new Set(own.concepts);
  for (const lang of langs.slice(1)) {
    const terms = indexTerms(lexicon, text, lang, 'query');
    for (const word of terms.words) words.add(word);
    // Concepts of another language's reading would be wrong ones; only an unclear query has two readings.
    if (known === null && (lang === 'fr' || lang === 'en'))
      for (const concept of terms.concepts) concepts.add(concept);
  }
  const setting = languageSetting(known, languages);
  const asked =
    setting === 'mixed' ? uncoveredWords(lexicon, text, langs, known === null ? 2 : 1) : [...words];
  return { text, langs, words: [...words], concepts: [...concepts], asked, setting };
}

/** Terms to look for: those of the question that say something in this corpus, and what stands in for unknown words. */
export function chooseTerms(
  { text, langs, concepts, asked }: Question,
  frequency: TermFrequency,
  vocabulary: Pick<Vocabulary, 'table'>,
): ChosenTerms {
  const tokens = asked.map(encodeWord);
  const others = standIns(text, langs, new Set(tokens), (word) => frequency.of(word) > 0, vocabulary);
  const found = choose([...tokens, ...others], MOST_WORDS, frequency);
  const match = {
    words: found.map(({ token }) => token),
    concepts: choose(concepts.map(encodeConcept), MOST_CONCEPTS, frequency).map(({ token }) => token),
  };
  const rarity = new Map(
    found.map(({ token, count }) => [token, Math.log(1 + frequency.passages / (count + 0.5))]),
  );
  return { match, rarity };
}

/** A corpus of which less than this is in one language holds passages that a word of the query cannot be in. */
const ONE_LANGUAGE = 0.9;

/** A query of an unclear language is a few words or names, which are looked for in every language. */
function languageSetting(asked: string | null, languages: Readonly<Record<string, number>>): LanguageSetting {
  const counts = Object.values(languages);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (Math.max(0, ...counts) < ONE_LANGUAGE * all) return 'mixed';
  return asked === null || asked === Object.keys(languages)[0] ? 'same' : 'across';
}

interface FoundTerm {
  readonly token: string;
  /** Passages that have it. */
  readonly count: number;
}

/** The tokens that are worth looking for: those that occur, at most `most` of them, the rarest first to be kept. */
function choose(tokens: readonly string[], most: number, frequency: TermFrequency): FoundTerm[] {
  const known = [...new Set(tokens)]
    .map((token) => ({ token, count: frequency.of(token) }))
    .filter(({ count }) => count > 0);
  const telling = known.filter(
    ({ count }) => frequency.passages < LARGE_CORPUS || count * 2 <= frequency.passages,
  );
  let brought = 0;
  return (telling.length > 0 ? telling : known)
    .sort((a, b) => a.count - b.count)
    .slice(0, most)
    .filter(({ count }, i) => {
      brought += count;
      return frequency.passages < VERY_LARGE_CORPUS || i < LEAST_TERMS || brought <= MOST_BROUGHT;
    });
}
