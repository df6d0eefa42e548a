/** Many words in little memory, to find those that are spelled almost like one. */
import { editDistance } from '../core/edit-distance.ts';

export interface WordTable {
  readonly size: number;
  has(word: string): boolean;
  /** The words nearest to one, at most `reach` edits away: all at the least distance at which there is any. */
  nearest(word: string, reach: number): string[];
}

/** Words of one length, one after the other: a string of its own for each would take ten times the memory. */
interface Shelf {
  readonly text: string;
  /** Which letters a word has, a bit for each. */
  readonly letters: Int32Array;
}

/** @param words each once, in ascending order of their code units. */
export function createWordTable(words: Iterable<string>): WordTable {
  const byLength = new Map<number, string[]>();
  let size = 0;
  for (const word of words) {
    const list = byLength.get(word.length);
    if (list === undefined) byLength.set(word.length, [word]);
    else list.push(word);
    size += 1;
  }
  const shelves = new Map<number, Shelf>(
    [...byLength].map(([length, list]) => [
      length,
      { text: list.join(''), letters: Int32Array.from(list, lettersOf) },
    ]),
  );
  return {
    size,
    has(word) {
      const shelf = shelves.get(word.length);
      if (shelf === undefined) return false;
      let low = 0;
      let high = shelf.letters.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const found = wordAt(shelf, middle, word.length);
        if (found === word) return true;
        if (found < word) low = middle + 1;
        else high = middle;
      }
      return false;
    },
    nearest(word, reach) {
      const letters = lettersOf(word);
      let least = reach;
      let found: string[] = [];
      for (let length = Math.max(1, word.length - reach); length <= word.length + reach; length += 1) {
        const shelf = shelves.get(length);
        if (shelf === undefined || Math.abs(length - word.length) > least) continue;
        for (let i = 0; i < shelf.letters.length; i += 1) {
          // An edit changes two letters of the set at most: this leaves one word of a hundred to be compared.
          if (bits(letters ^ (shelf.letters[i] ?? 0)) > 2 * least) continue;
          const other = wordAt(shelf, i, length);
          const distance = editDistance(word, other);
          if (distance > least) continue;
          if (distance < least) found = [];
          least = distance;
          found.push(other);
        }
      }
      return found;
    },
  };
}

function wordAt({ text }: Shelf, i: number, length: number): string {
  return text.slice(i * length, (i + 1) * length);
}

function lettersOf(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i += 1) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}

function bits(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
