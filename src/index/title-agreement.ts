/** How far a title asks or says the same as a question. */
import { tokenize } from '../lexicon/tokenize.ts';
import { encodeWord } from './fts-terms.ts';

/** A title that holds less than this of the question must not be taken for the measure of a good one. */
export const LEAST_BEST_TITLE = 0.3;

/**
 * Compares titles with the words of one question.
 *
 * @param rarity of the question's words, as they are indexed: above 0, the rarer the higher.
 * @returns 0 for no word in common, 1 for the same words. It is the mean (geometric) of how much of the question the
 * title has, by rarity, and how much of the title is from the question: a long title has something of every question.
 */
export function createTitleAgreement(
  rarity: ReadonlyMap<string, number>,
): (title: string, lang: string) => number {
  const all = [...rarity.values()].reduce((sum, value) => sum + value, 0);
  const known = new Map<string, number>();
  return (title, lang) => {
    const key = `${lang} ${title}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const words = new Set(
      tokenize(title, lang).flatMap(({ stop, stem }) => (stop ? [] : [encodeWord(stem)])),
    );
    const common = [...words].filter((word) => rarity.has(word));
    const asked = common.reduce((sum, word) => sum + (rarity.get(word) ?? 0), 0);
    const agreement = common.length === 0 ? 0 : Math.sqrt((asked / all) * (common.length / words.size));
    known.set(key, agreement);
    return agreement;
  };
}
