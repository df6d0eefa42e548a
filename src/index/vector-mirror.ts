/**
 * The database's vectors in memory, ready for search. New ones are searched exactly at once; when there are many, they
 * move bit by bit into the approximate index, so that a search is right at every moment and never waits for a build.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { DataFolder } from './data-folder.ts';
import { createExactVectors } from './exact-vectors.ts';
import { createHnswVectors, type HnswLibrary, type HnswVectors, loadHnswLibrary } from './hnsw-vectors.ts';
import type { VectorBackend } from './index-ports.ts';
import { readMeta } from './meta.ts';
import type { CacheIdentity } from './vector-cache.ts';
import { decodeVector } from './vector-codec.ts';
import { byScore, type VectorHit, type VectorSet } from './vector-set.ts';

/**
 * From how many vectors on the approximate index is used. Measured with 1,024 dimensions on a slow core: exact search
 * takes 12 ms for 10,000 vectors, and the approximate index takes 3 ms for each vector to build.
 */
export const DEFAULT_HNSW_THRESHOLD = 10_000;
/** Vectors that one step moves: some 30 ms of work, which a request may have to wait for. */
const STEP = 10;
/** A move begins when this many wait, so that single additions do not each cost a new cache file. */
const LEAST_WAITING = 256;
/** The approximate index is built anew when this share of it is deleted points. */
const MOST_DELETED = 0.25;

export interface VectorMirror {
  readonly size: number;
  readonly backend: VectorBackend;
  /** Why search is exact although the approximate index should serve; null otherwise. */
  readonly note: string | null;
  /** Takes over what changed in the database since the last call. Call it inside the transaction of the search. */
  refresh(): Promise<void>;
  /** The nearest among the vectors that the scopes may see. */
  search(query: Float32Array, k: number, scopes: ReadonlySet<string>): VectorHit[];
  similarity(label: number, query: Float32Array): number | null;
  /** Moves some vectors into the approximate index; returns whether there is more to move. */
  step(): boolean;
  /** Writes the cache file when it is worth it. */
  save(): Promise<void>;
}

export interface VectorMirrorOptions {
  readonly db: DatabaseSync;
  readonly dimensions: number;
  readonly files: Pick<DataFolder, 'vectorCache' | 'vectorManifest'>;
  readonly hnswThreshold: number;
}

/** An empty mirror; `refresh` fills it. */
export function createVectorMirror({
  db,
  dimensions,
  files,
  hnswThreshold,
}: VectorMirrorOptions): VectorMirror {
  let exact = createExactVectors(dimensions);
  let hnsw: HnswVectors | null = null;
  let library: HnswLibrary | null = null;
  let note: string | null = null;
  let model = '';
  let unsaved = 0;
  const digests = new Map<number, number>();
  const scopeOf = new Map<number, string>();
  let onlyScope: string | null = null;

  const list = db.prepare(
    `SELECT v.passage, v.digest, s.scope FROM vectors v
     JOIN passages p ON p.n = v.passage JOIN sources s ON s.id = p.source_id`,
  );
  const one = db.prepare('SELECT vector FROM vectors WHERE passage = ?');
  const sets = (): VectorSet[] => (hnsw ? [hnsw, exact] : [exact]);
  const identity = (): CacheIdentity => ({
    databaseId: String(readMeta(db, 'databaseId')),
    model,
    dimensions,
  });

  const clear = (): void => {
    exact = createExactVectors(dimensions);
    hnsw = null;
    unsaved = 0;
    digests.clear();
    scopeOf.clear();
  };
  const addFromDatabase = (label: number): void => {
    const bytes = one.get(label)?.vector;
    if (bytes instanceof Uint8Array) exact.add(label, decodeVector(bytes));
  };
  /** Loads the library, and the cache when nothing is in memory yet. */
  const prepareHnsw = async (count: number): Promise<void> => {
    if (hnsw || note !== null || count < hnswThreshold) return;
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
  const drop = (label: number): void => {
    if (hnsw?.remove(label)) unsaved += 1;
    else exact.remove(label);
    digests.delete(label);
    scopeOf.delete(label);
  };
  const rebuildWhenSparse = (): void => {
    if (hnsw === null || library === null || hnsw.deleted <= MOST_DELETED * (hnsw.size + hnsw.deleted))
      return;
    const old = hnsw;
    for (const label of digests.keys()) if (old.has(label)) addFromDatabase(label);
    hnsw = digests.size >= hnswThreshold ? createHnswVectors(library, dimensions, digests.size) : null;
  };

  return {
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
      const current = String(readMeta(db, 'embeddingModel') ?? '');
      if (current !== model) clear();
      model = current;
      const rows = list.all();
      await prepareHnsw(rows.length);
      const present = new Set<number>();
      const scopes = new Set<string>();
      for (const row of rows) {
        const label = Number(row.passage);
        const digest = Number(row.digest);
        const scope = String(row.scope);
        present.add(label);
        scopes.add(scope);
        if (digests.has(label) && digests.get(label) !== digest) drop(label);
        scopeOf.set(label, scope);
        if (digests.has(label)) continue;
        digests.set(label, digest);
        addFromDatabase(label);
      }
      for (const label of [...digests.keys()]) if (!present.has(label)) drop(label);
      onlyScope = scopes.size === 1 ? ([...scopes][0] ?? null) : null;
      rebuildWhenSparse();
    },
    search(query, k, scopes) {
      const everything = onlyScope !== null && scopes.has(onlyScope);
      const allow = everything ? null : (label: number) => scopes.has(scopeOf.get(label) ?? '');
      return sets()
        .flatMap((set) => set.search(query, k, allow))
        .sort(byScore)
        .slice(0, k);
    },
    similarity(label, query) {
      return exact.similarity(label, query) ?? hnsw?.similarity(label, query) ?? null;
    },
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
      if (hnsw === null || unsaved === 0 || exact.size >= LEAST_WAITING) return;
      const { saveVectorCache } = await import('./vector-cache.ts');
      const inside = new Map([...digests].filter(([label]) => hnsw?.has(label)));
      saveVectorCache(files, identity(), hnsw, inside);
      unsaved = 0;
    },
  };
}
