/** Finds runs of words that a text shares with others: how we know that a digest is in words of its own. */
import { fold } from '../lexicon/fold.ts';

/** A run of words of the text that stands in one of the others as well. */
export interface SharedRun {
  /** The folded words, joined by single spaces. */
  readonly run: string;
  /** How many words the run has. */
  readonly words: number;
  /** Position, in the list given, of the text it is shared with. */
  readonly other: number;
}

/**
 * The words of a text with case, accents and punctuation set aside. An apostrophe and a hyphen part two words, as in
 * «l’ambassade»; text without spaces, such as Chinese, counts as one word up to the next sign.
 */
export function plainWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Every longest run of at least `least` consecutive words that `text` shares with one of `others`, in the order of the
 * text. Neighbouring shared runs that overlap are told as one, even where the other text holds them in two places.
 *
 * @param least smallest number of words that counts as a run, 1 or more.
 */
export function sharedRuns(text: string, others: readonly string[], least = 8): SharedRun[] {
  if (!Number.isInteger(least) || least < 1) throw new RangeError(`least must be 1 or more, got ${least}`);
  const words = plainWords(text);
  const runs: { start: number; end: number; other: number }[] = [];
  for (const [other, content] of others.entries()) {
    const known = windows(plainWords(content), least);
    let last: { start: number; end: number; other: number } | null = null;
    for (let start = 0; start + least <= words.length; start += 1) {
      if (!known.has(words.slice(start, start + least).join(' '))) continue;
      if (last !== null && last.end - least + 1 === start) last.end += 1;
      else {
        last = { start, end: start + least, other };
        runs.push(last);
      }
    }
  }
  runs.sort((a, b) => a.start - b.start || a.other - b.other);
  return runs.map(({ start, end, other }) => ({
    run: words.slice(start, end).join(' '),
    words: end - start,
    other,
  }));
}

function windows(words: readonly string[], size: number): Set<string> {
  const found = new Set<string>();
  for (let start = 0; start + size <= words.length; start += 1)
    found.add(words.slice(start, start + size).join(' '));
  return found;
}
