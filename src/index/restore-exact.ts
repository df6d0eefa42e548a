/** The file of exact search, brought in step with the database. */
import type { DatabaseSync } from 'node:sqlite';
import type { DataFolder } from './data-folder.ts';
import { type CachedRows, loadExactCache } from './exact-cache.ts';
import type { ExactVectors } from './exact-vectors.ts';
import type { CacheIdentity } from './vector-cache.ts';

/**
 * Fills an empty set from the file.
 *
 * @returns the digest of each vector by its label, and the `vectors.id` up to which the database was read; null when
 * there is no file that can be used.
 */
export function restoreExact(
  db: DatabaseSync,
  files: Pick<DataFolder, 'vectorCache'>,
  identity: CacheIdentity,
  vectors: ExactVectors,
): { readonly digests: ReadonlyMap<number, number>; readonly lastId: number } | null {
  const gone = new Set<number>();
  const cached = loadExactCache(files, identity, vectors, (rows) => {
    const found = compareCache(db, identity.model, rows);
    for (const label of found ?? []) gone.add(label);
    return found !== null;
  });
  if (cached === null) return null;
  for (const label of gone) vectors.remove(label);
  const digests = new Map<number, number>();
  for (const [row, label] of cached.labels.entries())
    if (!gone.has(label)) digests.set(label, cached.digests[row] ?? 0);
  return { digests, lastId: cached.lastId };
}

/**
 * Labels of the cache that the database no longer has; null when it has something else instead, as after another copy
 * of it was put in its place: then the cache is of no use. What was added after the cache was written does not count.
 */
function compareCache(
  db: DatabaseSync,
  model: string,
  { lastId, labels, digests }: CachedRows,
): number[] | null {
  const found = db
    .prepare(
      `SELECT count(*) AS n, total(passage) AS passages, total(digest) AS digests FROM vectors
       WHERE model = ? AND id <= ?`,
    )
    .get(model, lastId);
  const sum = (values: Float64Array | Uint32Array): number => {
    let all = 0;
    for (const value of values) all += value;
    return all;
  };
  // The sums of different vectors, as 32-bit checksums of each, do not come out the same.
  if (found?.n === labels.length && found.passages === sum(labels) && found.digests === sum(digests))
    return [];
  const stored = new Map<number, number>();
  for (const row of db
    .prepare('SELECT passage, digest FROM vectors WHERE model = ? AND id <= ?')
    .iterate(model, lastId))
    stored.set(Number(row.passage), Number(row.digest));
  const gone = [...labels].filter((label, row) => stored.get(label) !== digests[row]);
  return labels.length - gone.length === stored.size ? gone : null;
}
