/** What is known of one root while it is ingested: what was stored, what was seen, what is to be told. */
import { basename } from 'node:path';
import type { CorpusStore, FailedInput, RootOrigin } from './corpus-store.ts';

export interface IngestTally {
  readonly root: string;
  readonly origin: RootOrigin;
  readonly store: CorpusStore;
  readonly signal: AbortSignal | undefined;
  /** Content hash by stored id, before this run. */
  readonly existing: ReadonlyMap<string, string>;
  /** Stored ids that are still there, or whose earlier version stays. */
  readonly seen: Set<string>;
  /** Ids as the inputs state them, to notice one that is used twice. */
  readonly ids: Set<string>;
  readonly failed: FailedInput[];
  added: number;
  updated: number;
  unchanged: number;
  /** The id of the root's own source of that name before this run; null when it is new. */
  storedId(id: string): string | null;
  /** The id that a source gets when another root holds the first choice. */
  otherId(id: string): string;
  fail(input: string, reason: string): void;
  /** Counts a source that is stored anew. */
  count(storedId: string): void;
}

export function createTally(
  root: string,
  origin: RootOrigin,
  store: CorpusStore,
  existing: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined,
): IngestTally {
  const otherId = (id: string): string => `${basename(root)}/${id}`;
  return {
    root,
    origin,
    store,
    signal,
    existing,
    seen: new Set(),
    ids: new Set(),
    failed: [],
    added: 0,
    updated: 0,
    unchanged: 0,
    otherId,
    storedId: (id) => [id, otherId(id)].find((one) => existing.has(one)) ?? null,
    fail(input, reason) {
      this.failed.push({ input, reason });
    },
    count(storedId) {
      if (existing.has(storedId)) this.updated += 1;
      else this.added += 1;
    },
  };
}
