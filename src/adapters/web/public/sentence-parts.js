/** A sentence in parts: what introduces a source's words, these words with their language, and the end of the line. */

/** @typedef {import('../../../core/answer.ts').Citation} Citation */

/** Shorter words may stand in a source by chance. */
const LEAST_WORDS = 12;
/** An introduction is short: «Casebook’s digest (in French): ». */
const LONGEST_LEAD = 80;

/**
 * Finds where the words of a cited source begin, so that a screen reader changes its voice there.
 *
 * @param {string} text
 * @param {readonly Citation[]} citations those of the sentence.
 * @returns {{ lead: string, words: string, lang: string | null }} `lang` is null when the words are not a source's.
 */
export function splitLead(text, citations) {
  const colon = /[:：]\s*/u.exec(text.slice(0, LONGEST_LEAD));
  const starts = colon === null ? [0] : [0, colon.index + colon[0].length];
  for (const start of starts) {
    const words = text.slice(start);
    const bare = bareWords(words);
    const source = citations.find(({ excerpt }) => bare.length >= LEAST_WORDS && excerpt.includes(bare));
    if (source !== undefined) return { lead: text.slice(0, start), words, lang: source.excerptLang };
  }
  return { lead: '', words: text, lang: null };
}

/**
 * Without the quotation marks that an answer sets around a source's words.
 *
 * @param {string} words
 */
export function bareWords(words) {
  return words.replace(/^[«“"\s]+|[»”"\s]+$/gu, '');
}

/**
 * Cuts off the last word with what French sets after a space, or the last Chinese character with its full stop: the numbers stay on its line.
 *
 * @param {string} text
 * @returns {[string, string]}
 */
export function splitEnd(text) {
  const end =
    /(?:\p{Script=Han}\p{P}{0,3}|[^\s\p{Script=Han}]{1,20}(?: [»?!;:]\p{P}{0,3})?)$/u.exec(text)?.[0] ?? '';
  return [text.slice(0, text.length - end.length), end];
}
