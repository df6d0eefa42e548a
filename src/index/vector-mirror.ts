/**
 * One model's vectors in memory, ready for search. New ones are searched exactly at once; when there are many, they
 * move bit by bit into the approximate index, so that a search is right at every moment and never waits for a build.
 */
import type { DatabaseSync } from 'node:sqlite';
import { countPassages, countVectors } from './counts.ts';
import type { DataFolder } from './data-folder.ts';
import { createExactVectors } from './exact-vectors.ts';
import { createHnswVectors, type HnswLibrary, type HnswVectors, loadHnswLibrary } from './hnsw-vectors.ts';
import type { VectorBackend } from './index-ports.ts';
import { readMeta } from './meta.ts';
import type { CacheIdentity } from './vector-cache.ts';
import { decodeVector } from './vector-codec.ts';
import { byScore, type VectorHit, type VectorSet } from './vector-set.ts';

/**
 * From how many vectors of the embedded model on the approximate index is used: never. Its questions are zero in nine
 * dimensions of ten, and its vectors are far from one another. Exact search reads 100,000 in some 8 ms; the approximate
 * index takes four minutes to build over them, and finds 66 of the 100 right neighbours in 3 ms, and 93 in 25 ms at the
 * widest that was tried (`npm run bench`).
 */
export const DEFAULT_HNSW_THRESHOLD = Number.POSITIVE_INFINITY;
/** Vectors that one step moves: some 30 ms of work, which a request may have to wait for. */
const STEP = 10;
/** A move begins when this many wait, so that single additions do not each cost a new cache file. */
const LEAST_WAITING = 256;
/** The approximate index is built anew when this share of it is deleted points. */
const MOST_DELETED = 0.25;
/** Fewer vectors are read from the database as soon as from a file. */
const LEAST_CACHED = 5_000;
/** The file of exact search is written again when so many vectors, and this share of them, came or went since. */
const LEAST_CHANGED = 2_000;
const MOST_CHANGED = 0.05;
/** Vectors read at once from the database: some milliseconds. */
const PORTION = 250;
/** So few allowed vectors are compared one by one. */
const FEW_ALLOWED = 1_000;

export interface VectorMirror {
  readonly model: string;
  readonly size: number;
  readonly backend: VectorBackend;
  /** Why search is exact although the approximate index should serve; null otherwise. */
  readonly note: string | null;
  /** Takes over what changed in the database since the last call. Call it inside the transaction of the search. */
  refresh(): Promise<void>;
  /** Takes over a portion of what was added; returns whether there is more. */
  fill(): Promise<boolean>;
  /** The nearest among the vectors that are allowed; null allows all. */
  search(query: Float32Array, k: number, allowed: AllowedPassages | null): VectorHit[];
  similarity(label: number, query: Float32Array): number | null;
  /** Moves some vectors into the approximate index; returns whether there is more to move. */
  step(): boolean;
  /** Writes the cache file when it is worth it. */
  save(): Promise<void>;
}

/** Passages that a search is narrowed to. */
export interface AllowedPassages {
  has(n: number): boolean;
  /** All of them, when they are known and few. */
  readonly few: readonly number[] | null;
}

export interface VectorMirrorOptions {
  readonly db: DatabaseSync;
  readonly model: string;
  readonly dimensions: number;
  readonly files: Pick<DataFolder, 'vectorCache' | 'vectorManifest'>;
  readonly hnswThreshold: number;
}

/** An empty mirror of the model's vectors; `refresh` fills it. */
export function createVectorMirror({
  db,
  model,
  dimensions,
  files,
  hnswThreshold,
}: VectorMirrorOptions): VectorMirror {
  const exact = createExactVectors(dimensions);
  let hnsw: HnswVectors | null = null;
  let library: HnswLibrary | null = null;
  let note: string | null = null;
  let unsaved = 0;
  let lastId = 0;
  const digests = new Map<number, number>();
  /** Vectors that came or went since the file of exact search was read or written. */
  let changed = 0;
  let isNew = true;

  const list = db.prepare(
    'SELECT id, passage, digest, vector FROM vectors WHERE id > ? AND model = ? ORDER BY id LIMIT ?',
  );
  const one = db.prepare('SELECT vector FROM vectors WHERE passage = ? AND model = ?');
  const sets = (): VectorSet[] => (hnsw ? [hnsw, exact] : [exact]);
  const identity = (): CacheIdentity => ({
    databaseId: String(readMeta(db, 'databaseId')),
    model,
    dimensions,
  });

  const addFromDatabase = (label: number): void => {
    const bytes = one.get(label, model)?.vector;
    if (bytes instanceof Uint8Array) exact.add(label, decodeVector(bytes));
  };
  /** Loads the library, and the cache when nothing is in memory yet. */
  const prepareHnsw = async (): Promise<void> => {
    if (hnsw || note !== null) return;
    const count = countVectors(db, model);
    if (count < hnswThreshold) return;
    if (library === null) {
      const loaded = await loadHnswLibrary();
      if (typeof loaded === 'string') {
        note = loaded;
        return;
      }
      library = loaded;
    }
    if (digests.size === 0) {
      const { loadVectorCache } = await import('./vector-cache.ts');
      const cached = loadVectorCache(library, files, identity());
      if (cached) {
        hnsw = cached.vectors;
        for (const [label, digest] of cached.digests) digests.set(label, digest);
        return;
      }
    }
    hnsw = createHnswVectors(library, dimensions, count);
  };
  /** Reads the file of exact search, when nothing is in memory yet. */
  const prepareExact = async (): Promise<void> => {
    if (!isNew) return;
    isNew = false;
    if (hnsw !== null || countVectors(db, model) < LEAST_CACHED) return;
    const { restoreExact } = await import('./restore-exact.ts');
    const restored = restoreExact(db, files, identity(), exact);
    if (restored === null) return;
    for (const [label, digest] of restored.digests) digests.set(label, digest);
    lastId = restored.lastId;
  };
  const drop = (label: number): void => {
    changed += 1;
    if (hnsw?.remove(label)) unsaved += 1;
    else exact.remove(label);
    digests.delete(label);
  };
  /** Takes over up to so many rows; returns whether there are more. */
  const takeOver = (most: number): boolean => {
    const rows = list.all(lastId, model, most);
    for (const row of rows) {
      const label = Number(row.passage);
      const digest = Number(row.digest);
      if (digests.has(label) && digests.get(label) !== digest) drop(label);
      if (!digests.has(label) && row.vector instanceof Uint8Array) {
        exact.add(label, decodeVector(row.vector));
        digests.set(label, digest);
        changed += 1;
      }
      lastId = Number(row.id);
    }
    return rows.length === most;
  };
  const dropWhatIsGone = (): void => {
    if (countVectors(db, model) === digests.size) return;
    const rows = db.prepare('SELECT passage FROM vectors WHERE model = ?').all(model);
    const present = new Set(rows.map((row) => Number(row.passage)));
    for (const label of [...digests.keys()]) if (!present.has(label)) drop(label);
  };
  const rebuildWhenSparse = (): void => {
    if (hnsw === null || library === null || hnsw.deleted <= MOST_DELETED * (hnsw.size + hnsw.deleted))
      return;
    const old = hnsw;
    for (const label of digests.keys()) if (old.has(label)) addFromDatabase(label);
    hnsw = digests.size >= hnswThreshold ? createHnswVectors(library, dimensions, digests.size) : null;
  };
  /** When enough is new, and no more is to come soon. */
  const saveExact = async (): Promise<void> => {
    if (digests.size < LEAST_CACHED || changed < Math.max(LEAST_CHANGED, MOST_CHANGED * digests.size)) return;
    if (digests.size < countPassages(db)) return;
    const { saveExactCache } = await import('./exact-cache.ts');
    saveExactCache(files, identity(), exact, digests, lastId);
    changed = 0;
  };
  const similarity = (label: number, query: Float32Array): number | null =>
    exact.similarity(label, query) ?? hnsw?.similarity(label, query) ?? null;

  return {
    model,
    get size() {
      return digests.size;
    },
    get backend() {
      return hnsw && hnsw.size >= exact.size ? 'hnsw' : 'exact';
    },
    get note() {
      return note;
    },
    async refresh() {
      await prepareHnsw();
      await prepareExact();
      while (takeOver(PORTION)) {
        // until nothing is left
      }
      dropWhatIsGone();
      rebuildWhenSparse();
    },
    async fill() {
      await prepareHnsw();
      await prepareExact();
      return takeOver(PORTION);
    },
    search(query, k, allowed) {
      if (allowed?.few && allowed.few.length <= FEW_ALLOWED)
        return allowed.few
          .flatMap((label) => {
            const score = similarity(label, query);
            return score === null ? [] : [{ label, score }];
          })
          .sort(byScore)
          .slice(0, k);
      const allow = allowed && ((label: number) => allowed.has(label));
      return sets()
        .flatMap((set) => set.search(query, k, allow))
        .sort(byScore)
        .slice(0, k);
    },
    similarity,
    step() {
      if (hnsw === null || exact.size === 0) return false;
      if (exact.size < LEAST_WAITING && hnsw.size >= LEAST_WAITING && unsaved === 0) return false;
      for (const label of exact.some(STEP)) {
        const vector = exact.get(label);
        if (vector) hnsw.add(label, vector);
        exact.remove(label);
        unsaved += 1;
      }
      return exact.size > 0;
    },
    async save() {
      if (hnsw === null) return saveExact();
      if (unsaved === 0 || exact.size >= LEAST_WAITING) return;
      const { saveVectorCache } = await import('./vector-cache.ts');
      const inside = new Map([...digests].filter(([label]) => hnsw?.has(label)));
      saveVectorCache(files, identity(), hnsw, inside);
      unsaved = 0;
    },
  };
}
