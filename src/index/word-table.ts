/** Many words in little memory, to find those that are spelled almost like one. */
import { editDistance } from '../core/edit-distance.ts';

export interface WordTable {
  readonly size: number;
  /** Takes more words, each once, in ascending order of their code units and after all that it has. */
  add(words: readonly string[]): void;
  has(word: string): boolean;
  /** The words nearest to one, at most `reach` edits away: all at the least distance at which there is any. */
  nearest(word: string, reach: number): string[];
}

/** Words of one length, one after the other: a string of its own for each would take ten times the memory. */
interface Shelf {
  text: string;
  count: number;
  /** Which letters a word has, a bit for each; with room for more words. */
  letters: Int32Array;
}

/** An empty table: it grows in portions, since one of many words takes half a second to be made. */
export function createWordTable(): WordTable {
  const shelves = new Map<number, Shelf>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(words) {
      for (const [length, list] of Map.groupBy(words, (word) => word.length)) {
        const shelf = shelves.get(length) ?? { text: '', count: 0, letters: new Int32Array(0) };
        shelves.set(length, shelf);
        makeRoom(shelf, list.length);
        for (const [i, word] of list.entries()) shelf.letters[shelf.count + i] = lettersOf(word);
        shelf.text += list.join('');
        shelf.count += list.length;
      }
      size += words.length;
    },
    has(word) {
      const shelf = shelves.get(word.length);
      if (shelf === undefined) return false;
      let low = 0;
      let high = shelf.count;
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
        for (let i = 0; i < shelf.count; i += 1) {
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

function makeRoom(shelf: Shelf, more: number): void {
  const { count, letters } = shelf;
  if (count + more <= letters.length) return;
  shelf.letters = new Int32Array(Math.max(count + more, 2 * letters.length));
  shelf.letters.set(letters);
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
