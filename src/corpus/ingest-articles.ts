/** Stores the articles of one root in portions, each under an id that no other root holds. */
import type { SourceDocument } from '../core/source.ts';
import type { ArticleCandidate } from './candidate.ts';
import type { IngestTally } from './ingest-tally.ts';

/** Documents that are looked up together, and bytes of raw text held for them. */
const BATCH = { documents: 200, bytes: 8_000_000 };
/**
 * Passages from which on a transaction takes no further document: some 200 ms of work, which another write has to wait
 * for, and one flush of the disk.
 */
export const FULL_PUT = 400;

export interface ArticleIntake {
  /** Takes a candidate; stores a batch when one is full. */
  add(candidate: ArticleCandidate): Promise<void>;
  /** Stores what is waiting. */
  flush(): Promise<void>;
}

/** @param tally the root's state, which the intake reads and writes. */
export function createArticleIntake(tally: IngestTally): ArticleIntake {
  let waiting: ArticleCandidate[] = [];
  let bytes = 0;

  async function flush(): Promise<void> {
    tally.signal?.throwIfAborted();
    const batch = waiting;
    waiting = [];
    bytes = 0;
    const fresh = batch.flatMap(({ id }) => (tally.storedId(id) === null ? [id, tally.otherId(id)] : []));
    const owners = fresh.length > 0 ? await tally.store.ownersOf(fresh) : new Map<string, string>();
    let documents: SourceDocument[] = [];
    // The next documents are read while these are stored.
    let storing: Promise<void> = Promise.resolve();
    const put = async (): Promise<void> => {
      await storing;
      tally.signal?.throwIfAborted();
      if (documents.length === 0) return;
      storing = tally.store.put(tally.root, tally.origin, documents);
      // Who waits for it next is told.
      storing.catch(() => undefined);
      documents = [];
    };
    for (const candidate of batch) {
      const storedId = tally.storedId(candidate.id) ?? freeId(candidate.id, owners);
      if (storedId === null || tally.seen.has(storedId)) {
        tally.fail(
          candidate.input,
          `the id ${candidate.id} is taken by another root: rename the file or the id`,
        );
        continue;
      }
      tally.seen.add(storedId);
      const built = await candidate.build(storedId);
      if (!built.ok) {
        tally.fail(candidate.input, built.reason);
        continue;
      }
      tally.count(storedId);
      documents.push(built.document);
      if (countPassages(documents) >= FULL_PUT) await put();
    }
    await put();
    await storing;
  }

  function freeId(id: string, owners: ReadonlyMap<string, string>): string | null {
    const free = (one: string): boolean =>
      (owners.get(one) ?? tally.root) === tally.root && !tally.seen.has(one);
    return [id, tally.otherId(id)].find(free) ?? null;
  }

  return {
    flush,
    async add(candidate) {
      if (tally.ids.has(candidate.id)) {
        tally.fail(candidate.input, `the id ${candidate.id} is used twice: give each article its own`);
        return;
      }
      tally.ids.add(candidate.id);
      const storedId = tally.storedId(candidate.id);
      if (storedId !== null && tally.existing.get(storedId) === candidate.contentHash) {
        tally.seen.add(storedId);
        tally.unchanged += 1;
        return;
      }
      waiting.push(candidate);
      bytes += candidate.bytes;
      if (waiting.length >= BATCH.documents || bytes >= BATCH.bytes) await flush();
    },
  };
}

/** Passages of all the documents together. */
export function countPassages(documents: readonly SourceDocument[]): number {
  return documents.reduce((sum, { passages }) => sum + passages.length, 0);
}
