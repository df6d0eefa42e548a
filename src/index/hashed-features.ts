/** The features of the embedded model: word stems, concepts and parts of words, each known by a hash alone. */
import { fold } from '../lexicon/fold.ts';
import { createFeatureCounts } from './feature-counts.ts';

export interface EmbeddingText {
  /** As written; parts of words are taken from it. */
  readonly text: string;
  /** Stems, and pairs of characters for Chinese. */
  readonly words: readonly string[];
  readonly concepts: readonly string[];
}

/** Each feature once: its hash, and its weight, which is its frequency damped by a logarithm times that of its family. */
export interface Features {
  readonly hashes: Uint32Array;
  readonly weights: Float64Array;
}

/**
 * Measured on French, English and Chinese questions, fused with keywords: since the keyword leg knows the words already,
 * the vectors help most when parts of words weigh more than words.
 */
const FAMILY_WEIGHTS = { word: 0.3, concept: 1, part: 0.7 };
const SHORTEST_PART = 3;
const LONGEST_PART = 5;
/** Longer words are keys or broken text; their parts would drown everything else. */
const LONGEST_WORD = 40;

/** Features of a text, in the order in which they come. */
export function extractFeatures({ text, words, concepts }: EmbeddingText): Features {
  const counts = createFeatureCounts();
  for (const word of words) counts.add(hashText(word, 0x811c9dc5), FAMILY_WEIGHTS.word);
  for (const concept of concepts) counts.add(hashText(concept, 0x2f0b4471), FAMILY_WEIGHTS.concept);
  for (const word of fold(text).split(/[^\p{L}\p{N}]+/u)) {
    if (word.length < SHORTEST_PART || word.length > LONGEST_WORD) continue;
    const hashes = partsOf(word);
    for (let i = 0; i < hashes.length; i += 1) counts.add(hashes[i] as number, FAMILY_WEIGHTS.part);
  }
  return counts.finish();
}

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const SEED_PART = 0x5bd1e995;
const EDGE = 0x5f;

const parts = new Map<string, Uint32Array>();
/** Words whose parts are kept: some 10 MB. */
const MOST_WORDS = 40_000;

/** The hashes of a word's parts, made once: texts are made of few different words. */
function partsOf(word: string): Uint32Array {
  const known = parts.get(word);
  if (known !== undefined) return known;
  const made = Uint32Array.from(HAN.test(word) ? [] : hashParts(word));
  if (parts.size >= MOST_WORDS) parts.clear();
  parts.set(word, made);
  return made;
}

/** Hashes of the runs of 3 to 5 characters of a word between marks for its edges. */
function hashParts(word: string): number[] {
  const hashes: number[] = [];
  const at = (i: number): number => (i === 0 || i > word.length ? EDGE : word.charCodeAt(i - 1));
  const length = word.length + 2;
  for (let i = 0; i + SHORTEST_PART <= length; i += 1) {
    let hash = SEED_PART;
    for (let j = i; j < Math.min(length, i + LONGEST_PART); j += 1) {
      hash = Math.imul(hash ^ at(j), 0x01000193);
      if (j - i + 1 >= SHORTEST_PART) hashes.push(mix(hash));
    }
  }
  return hashes;
}

function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** Spreads the bits (the finalizer of MurmurHash3), so that every part of the hash may be used by itself. */
function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
