/** Words that a line's end divided, made whole; words that have a hyphen of their own keep it. */

/** The document's words that stand within a line, in lower case. */
export type Words = ReadonlySet<string>;

/** Endings that French ties with a hyphen. */
const TIED = /^(?:ci|là|je|tu|il|elle|on|nous|vous|ils|elles|t|même|mêmes|être)(?![\p{L}\p{M}])/iu;
/** A part of fewer letters says nothing as a word of its own. */
const LEAST_PART = 3;

/** @param lines the document's lines. */
export function wordsOf(lines: readonly string[]): Words {
  const words = new Set<string>();
  for (const line of lines) {
    // The first and the last may be parts.
    const found = [...line.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu)].map(
      ([word]) => word,
    );
    for (const word of found.slice(1, -1)) words.add(word.replaceAll('\u2010', '-'));
  }
  return words;
}

/** @param above ends with a hyphen, @param below goes on with the word. */
export function joinDivided(above: string, below: string, words: Words): string {
  const stem = above.slice(0, -1);
  if (above.endsWith('\u00ad')) return stem + below;
  const first = /[\p{L}\p{M}-]+$/u.exec(stem)?.[0].toLowerCase() ?? '';
  const second = /^[\p{L}\p{M}]+/u.exec(below)?.[0].toLowerCase() ?? '';
  if (words.has(first + second)) return stem + below;
  const known = (part: string): boolean => part.length >= LEAST_PART && words.has(part);
  const keeps = words.has(`${first}-${second}`) || TIED.test(below) || (known(first) && known(second));
  return keeps ? `${stem}-${below}` : stem + below;
}
