/** What an index does between requests: making vectors, and having in memory what searches need. */
import type { EmbeddingQueue } from './embedding-queue.ts';
import type { EmbeddingProgress } from './index-ports.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface IdleWork {
  /** Makes searches ready, in short steps; returns whether there is more to do now. */
  prepare(): Promise<boolean>;
  /**
   * Makes some of the vectors that are missing.
   *
   * @param quiet false while documents are coming in; what they would soon undo waits.
   * @returns whether there is more to do now.
   */
  embedSome(quiet: boolean): Promise<boolean>;
  /** Both of them, where one thread does everything. */
  idle(quiet?: boolean): Promise<boolean>;
  /** Whether vectors are missing. */
  isBehind(): Promise<boolean>;
  /** As the index's client offers it. */
  embedMore(): Promise<EmbeddingProgress | null>;
  /** Saves what makes the next opening quicker. */
  save(): Promise<void>;
}

interface VectorsInMemory {
  step(): Promise<boolean>;
  save(): Promise<void>;
}

/** Portions of one request to embed: between two requests others are answered. */
const PORTIONS_AT_ONCE = 2;

export function createIdleWork(parts: {
  readonly queue: EmbeddingQueue;
  readonly vocabulary: Vocabulary;
  readonly caches: readonly VectorsInMemory[];
  /** Turns what the database throws into words for operators. */
  readonly guard: <T>(work: () => T | Promise<T>) => Promise<T>;
  /** Told when vectors were stored. */
  readonly onStored: () => void;
}): IdleWork {
  const { queue, vocabulary, caches, guard, onStored } = parts;
  const portion = async (quiet: boolean): Promise<boolean> => {
    const more = await queue.step(quiet);
    if (more) onStored();
    return more;
  };
  /** The caches only save time: a full disk must fail nothing else. */
  const save = async (): Promise<void> => {
    // The next start builds the vectors again.
    for (const cache of caches) await cache.save().catch(() => undefined);
  };
  const prepare = (): Promise<boolean> =>
    guard(async () => {
      if (vocabulary.step()) return true;
      for (const cache of caches) if (await cache.step()) return true;
      await save();
      return false;
    });
  const embedSome = (quiet: boolean): Promise<boolean> => guard(() => portion(quiet));
  return {
    prepare,
    embedSome,
    save,
    idle: async (quiet = true) => (await prepare()) || embedSome(quiet),
    isBehind: () => guard(() => queue.pending() !== null),
    embedMore: () =>
      guard(async () => {
        for (let i = 0; i < PORTIONS_AT_ONCE && (await portion(true)); i += 1) {
          // one portion more
        }
        return queue.pending();
      }),
  };
}
