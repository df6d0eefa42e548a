/** The weights of the ranking, as they were measured (docs/quality.md). */

/**
 * How the question's language stands to the corpus's: the corpus is in one language and so is the question; it is in
 * one and the question in another; it is in several.
 */
export type LanguageSetting = 'same' | 'across' | 'mixed';

/** Weights of the columns words, concepts and context in BM25. */
export type ColumnWeights = readonly [number, number, number];

interface Weights {
  readonly columns: ColumnWeights;
  /** Share of whole sources in the keyword leg, 0 to 1; the rest is the passages'. */
  readonly sourceShare: number;
  /** Share of the title's agreement with the question in the whole score, 0 to 1. */
  readonly titleShare: number;
}

export const WEIGHTS: Readonly<Record<LanguageSetting, Weights>> = {
  /**
   * Where words alone find everything, a concept is one more word for what was found already. What is asked is often
   * spread over an article: its title and neighbouring passages tell of which of many like passages is meant.
   */
  same: { columns: [1, 0.1, 1], sourceShare: 0.6, titleShare: 0.25 },
  /** Only names and concepts meet: a whole article has too many of both to tell passages apart. */
  across: { columns: [1, 1, 1], sourceShare: 0, titleShare: 0 },
  /**
   * Passages of cases carry titles in two languages, in which each concept counts twice: at half the weight a title
   * still brings its case up, and does not hide which passage says what is asked.
   */
  mixed: { columns: [1, 1, 0.5], sourceShare: 0, titleShare: 0 },
};
