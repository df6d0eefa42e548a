/**
 * What two sources that print the same report are known by: hashes of their shingles that likely meet, and the texts
 * themselves then.
 */
import type { Source } from '../core/source.ts';
import { containment, shinglesOf } from '../lexicon/shingles.ts';

/** UTF-16 code units that are compared: where an article begins, it is a copy or not. */
export const COMPARED_CHARS = 3_000;
/** Shingles below which a text is like others by chance. */
const FEWEST = 20;
/** What of the shorter text stands in the longer one: papers shorten and retitle what they print. */
const COPY_FROM = 0.7;
/**
 * Keys of a source, and least hashes in each. Of two texts that share half of all their shingles, four in five meet in
 * a key; with seven tenths, 99 of 100; of those that share a hundredth, one pair in 80,000.
 */
const KEYS = 12;
const HASHES = 3;
/** Sources that are compared, those with the most keys in common: more have them only of boilerplate. */
export const MOST_COMPARED = 20;

/** For each of the hashes another order of all numbers: one is changed in some bits, then multiplied by an odd one. */
const ORDERS = KEYS * HASHES;
const SALTS = Int32Array.from({ length: ORDERS }, (_, i) => mix(i + 1));
const FACTORS = Int32Array.from({ length: ORDERS }, (_, i) => mix(i + 1 + ORDERS) | 1);

type Print = Pick<Source, 'title' | 'publisher'> & { readonly text: string };

/** What of a text is compared. */
export interface CopyPrint {
  readonly shingles: ReadonlySet<string>;
  /** Numbers below 2 to the power of 53; those of a copy are likely among them. */
  readonly keys: readonly number[];
}

/** Null for what is compared with nothing. */
export function copyPrint(source: Pick<Source, 'textKind'>, text: string): CopyPrint | null {
  // A digest is in our words, and says itself which sources share a sentence.
  if (source.textKind === 'digest') return null;
  const shingles = shinglesOf(text.slice(0, COMPARED_CHARS));
  return shingles.size < FEWEST ? null : { shingles, keys: keysOf(shingles) };
}

/**
 * The story of the source that is most alike; null where none is enough.
 *
 * @param rows sources that share a key: `title`, `publisher`, `story` and the first `COMPARED_CHARS` of the `text`.
 */
export function mostAlike(
  { title, publisher }: Pick<Source, 'title' | 'publisher'>,
  text: string,
  shingles: ReadonlySet<string>,
  rows: readonly Readonly<Record<string, unknown>>[],
): string | null {
  let best: { story: string; share: number } | null = null;
  for (const row of rows) {
    const other: Print = {
      title: String(row.title),
      publisher: row.publisher === null ? null : String(row.publisher),
      text: String(row.text),
    };
    const share = copyShare({ title, publisher, text }, shingles, other);
    if (share >= COPY_FROM && share > (best?.share ?? 0)) best = { story: String(row.story), share };
  }
  return best?.story ?? null;
}

/** How much of one stands in the other; 0 where they are no two papers' prints of one report. */
function copyShare(own: Print, shingles: ReadonlySet<string>, other: Print): number {
  if (own.title === other.title && own.text.slice(0, COMPARED_CHARS) === other.text) return 1;
  // One publisher's texts that are alike are forms, notices and series, not copies.
  if (own.publisher === null || other.publisher === null || own.publisher === other.publisher) return 0;
  return containment(shingles, shinglesOf(other.text));
}

/** Least values under permutations, some of them to a key: sets that share much have the same least ones. */
function keysOf(shingles: ReadonlySet<string>): number[] {
  const least = new Uint32Array(ORDERS).fill(0xffffffff);
  for (const shingle of shingles) {
    const hash = hashOf(shingle);
    for (let i = 0; i < ORDERS; i += 1) {
      const value = Math.imul(hash ^ (SALTS[i] ?? 0), FACTORS[i] ?? 1) >>> 0;
      if (value < (least[i] ?? 0)) least[i] = value;
    }
  }
  return Array.from({ length: KEYS }, (_, key) => {
    let joined = key + 1;
    for (let i = 0; i < HASHES; i += 1)
      joined = mix(Math.imul(joined, 0x01000193) ^ (least[key * HASHES + i] ?? 0));
    // The key's place beside its hash, below 2 to the power of 53.
    return key * 2 ** 32 + joined;
  });
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** Spreads every bit over all (the end of MurmurHash3). */
function mix(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
