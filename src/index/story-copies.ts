/**
 * Which sources print the same report, as papers do with what an agency sends: told when a source is stored, by hashes
 * of its shingles that likely meet those of a copy, and the texts themselves then.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Source, SourceDocument } from '../core/source.ts';
import { containment, shinglesOf } from '../lexicon/shingles.ts';
import { SOURCE_COLUMNS, sourceFromRow } from './rows.ts';

/** UTF-16 code units that are compared: where an article begins, it is a copy or not. */
const COMPARED_CHARS = 3_000;
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
const MOST_COMPARED = 20;

/** For each of the hashes another order of all numbers: one is changed in some bits, then multiplied by an odd one. */
const ORDERS = KEYS * HASHES;
const SALTS = Int32Array.from({ length: ORDERS }, (_, i) => mix(i + 1));
const FACTORS = Int32Array.from({ length: ORDERS }, (_, i) => mix(i + 1 + ORDERS) | 1);

type Print = Pick<Source, 'title' | 'publisher'> & { readonly text: string };

/**
 * Notes the story of a stored document, and its keys for those to come.
 *
 * @param first number of the document's first passage.
 */
type NoteCopies = (document: Pick<SourceDocument, 'source' | 'text'>, first: number) => void;

/** Composes the statements once for a batch. */
export function createCopyNotes(db: DatabaseSync): NoteCopies {
  // The text of one that is stored anew may be another: its copies stay those of one another.
  const release = db.prepare(
    `UPDATE story_copies SET story = (SELECT min(source_id) FROM story_copies WHERE story = ?1) WHERE story = ?1`,
  );
  const addStory = db.prepare('INSERT INTO story_copies (source_id, story) VALUES (?, ?)');
  const addKeys = db.prepare('INSERT INTO copy_keys (key, passage) SELECT value, ? FROM json_each(?)');
  const alike = db.prepare(
    `SELECT s.id, s.title, s.publisher, substr(s.text, 1, ${COMPARED_CHARS}) AS text, coalesce(c.story, s.id) AS story
     FROM (
       SELECT passage FROM copy_keys WHERE key IN (SELECT value FROM json_each(?))
       GROUP BY passage ORDER BY count(*) DESC LIMIT ${MOST_COMPARED}
     ) k
     JOIN passages p ON p.n = k.passage JOIN sources s ON s.id = p.source_id
     LEFT JOIN story_copies c ON c.source_id = s.id
     WHERE s.id <> ? AND s.text_lang = ? AND s.text_kind <> 'digest'`,
  );
  return ({ source, text }, first) => {
    release.run(source.id);
    // A digest is in our words, and says itself which sources share a sentence.
    if (source.textKind === 'digest') return;
    const shingles = shinglesOf(text.slice(0, COMPARED_CHARS));
    if (shingles.size < FEWEST) return;
    const keys = JSON.stringify(keysOf(shingles));
    const original = mostAlike(source, text, shingles, alike.all(keys, source.id, source.textLang));
    if (original !== null) addStory.run(source.id, original);
    addKeys.run(first, keys);
  };
}

/** Forgets all copies, and notes them anew from stored passages, which are handed in by number. */
export function createCopyRenewal(db: DatabaseSync): (passage: { n: number; sourceId: string }) => void {
  db.exec('DELETE FROM story_copies; DELETE FROM copy_keys');
  const note = createCopyNotes(db);
  const read = db.prepare(`SELECT ${SOURCE_COLUMNS}, s.text FROM sources s WHERE s.id = ?`);
  let last = '';
  return ({ n, sourceId }) => {
    if (sourceId === last) return;
    last = sourceId;
    const row = read.get(sourceId);
    if (row !== undefined) note({ source: sourceFromRow(row), text: String(row.text) }, n);
  };
}

/** The story of the source that is most alike; null where none is enough. */
function mostAlike(
  { title, publisher }: Source,
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
