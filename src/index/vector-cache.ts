/**
 * The built vector index as a file, with a manifest that says what is in it. Both are a cache of the database: what
 * does not match is ignored and built anew.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { z } from 'zod';
import type { DataFolder } from './data-folder.ts';
import { type HnswLibrary, type HnswVectors, readHnswVectors, SPACE } from './hnsw-vectors.ts';
import { moveIntoPlace, temporaryBeside, writeFileAtomically } from './write-file-atomically.ts';

const MANIFEST = z.object({
  databaseId: z.string(),
  model: z.string(),
  dimensions: z.number().int(),
  space: z.literal(SPACE),
  count: z.number().int(),
  /** SHA-256 of the index file. */
  sha256: z.string(),
  /** Label and digest of each vector, in turn. */
  vectors: z.array(z.number().int()),
});

/** What a cache must have been made from, to be of use. */
export interface CacheIdentity {
  readonly databaseId: string;
  readonly model: string;
  readonly dimensions: number;
}

export interface CachedVectors {
  readonly vectors: HnswVectors;
  /** Digest of each vector by label. Labels that the database no longer holds may be among them. */
  readonly digests: ReadonlyMap<number, number>;
}

type CacheFiles = Pick<DataFolder, 'vectorCache' | 'vectorManifest'>;

/** The cached index; null when there is none, or none that can be trusted. */
export function loadVectorCache(
  library: HnswLibrary,
  files: CacheFiles,
  identity: CacheIdentity,
): CachedVectors | null {
  try {
    const before = statSync(files.vectorCache);
    const manifest = MANIFEST.parse(JSON.parse(readFileSync(files.vectorManifest, 'utf8')));
    const same =
      manifest.databaseId === identity.databaseId &&
      manifest.model === identity.model &&
      manifest.dimensions === identity.dimensions &&
      manifest.vectors.length === 2 * manifest.count;
    if (!same || manifest.sha256 !== sha256(files.vectorCache)) return null;
    const digests = new Map<number, number>();
    for (let i = 0; i < manifest.vectors.length; i += 2)
      digests.set(manifest.vectors[i] ?? 0, manifest.vectors[i + 1] ?? 0);
    const vectors = readHnswVectors(library, identity.dimensions, files.vectorCache, [...digests.keys()]);
    // The library reads by name: another process may have replaced the file since its checksum was taken.
    const after = statSync(files.vectorCache);
    return before.ino === after.ino && before.mtimeMs === after.mtimeMs ? { vectors, digests } : null;
  } catch {
    return null; // absent, torn or foreign: the database has everything
  }
}

/** Writes the index, then the manifest that vouches for it. Throws what the file system throws. */
export function saveVectorCache(
  files: CacheFiles,
  identity: CacheIdentity,
  vectors: HnswVectors,
  digests: ReadonlyMap<number, number>,
): void {
  const temporary = temporaryBeside(files.vectorCache);
  try {
    vectors.write(temporary);
    const manifest: z.infer<typeof MANIFEST> = {
      ...identity,
      space: SPACE,
      count: digests.size,
      sha256: sha256(temporary),
      vectors: [...digests].flat(),
    };
    moveIntoPlace(temporary, files.vectorCache);
    writeFileAtomically(files.vectorManifest, JSON.stringify(manifest));
  } finally {
    rmSync(temporary, { force: true });
  }
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
