/** Brings files and folders into the corpus: what is new or changed is stored, what is gone is removed. */
import type { CorpusStore, FailedInput, IngestProgress, IngestReport, RootOrigin } from './corpus-store.ts';
import { createArticleIntake } from './ingest-articles.ts';
import { createCaseIntake } from './ingest-cases.ts';
import { createTally } from './ingest-tally.ts';
import { readCandidates } from './read-file.ts';
import { type FoundRoot, walkRoot } from './walk.ts';

export interface IngestOptions {
  readonly store: CorpusStore;
  readonly origin: RootOrigin;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Aborting ends the work before the next batch; what was stored stays, and the signal's reason is thrown. */
  readonly signal?: AbortSignal;
}

/** An id as a case's source has it; while a case is broken, none of these is removed. */
const CASE_SOURCE = /^[^/]+\/[a-z]\d+$/;

/**
 * Ingests each path, a file or a folder, as a root of its own. What cannot be read is in the report's `failed`, and
 * everything else is ingested; an input that failed keeps what was stored from it before. Rejects when the store does.
 *
 * @param paths files or folders; web addresses are told as not supported.
 */
export async function ingest(paths: readonly string[], options: IngestOptions): Promise<IngestReport> {
  const failed: FailedInput[] = [];
  const roots = new Map<string, FoundRoot>();
  for (const path of paths) {
    if (/^https?:\/\//i.test(path)) {
      failed.push({
        input: path,
        reason: 'web addresses are not yet supported: save the page as text first',
      });
      continue;
    }
    const found = await walkRoot(path);
    if (!roots.has(found.root)) roots.set(found.root, found);
  }
  const total = [...roots.values()].flatMap(({ files }) => files).reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const report = { added: 0, updated: 0, unchanged: 0, removed: 0, failed };
  for (const found of roots.values()) {
    const counted = await ingestRoot(found, options, (bytes, input) => {
      done = Math.min(total, done + bytes);
      options.onProgress?.({ done, total, input });
    });
    report.added += counted.added;
    report.updated += counted.updated;
    report.unchanged += counted.unchanged;
    report.removed += counted.removed;
    failed.push(...counted.failed);
  }
  return report;
}

async function ingestRoot(
  found: FoundRoot,
  { store, origin, signal }: IngestOptions,
  onRead: (bytes: number, input: string) => void,
): Promise<IngestReport> {
  const existing = await store.listRoot(found.root);
  const tally = createTally(found.root, origin, store, existing, signal);
  tally.failed.push(...found.failed);
  const articles = createArticleIntake(tally);
  const cases = createCaseIntake(tally);
  let complete = found.complete;
  for (const file of found.files) {
    signal?.throwIfAborted();
    for await (const candidate of readCandidates(file, (bytes) => onRead(bytes, file.input))) {
      if (candidate.type === 'article') await articles.add(candidate);
      else if (candidate.type === 'case') cases.add(candidate);
      else {
        if (candidate.input !== '') tally.fail(candidate.input, candidate.reason);
        for (const id of candidate.keeps) tally.seen.add(tally.storedId(id) ?? id);
        if (candidate.keepsCase !== null) cases.keep(candidate.keepsCase);
        if (candidate.readError) complete = false;
      }
    }
  }
  await articles.flush();
  const { kept } = await cases.store(complete);
  const isGone = (id: string): boolean => !tally.seen.has(id) && !(kept && CASE_SOURCE.test(id));
  const gone = complete ? [...existing.keys()].filter(isGone) : [];
  signal?.throwIfAborted();
  if (gone.length > 0) await store.remove(found.root, gone);
  const { added, updated, unchanged, failed } = tally;
  return { added, updated, unchanged, removed: gone.length, failed };
}
