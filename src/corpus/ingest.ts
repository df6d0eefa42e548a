/** Brings files, folders and web pages into the corpus: what is new or changed is stored, what is gone is removed. */

import type { Candidate } from './candidate.ts';
import type { CorpusStore, FailedInput, IngestProgress, IngestReport, RootOrigin } from './corpus-store.ts';
import { createPageReader, type PageReader } from './html/page-reader.ts';
import { createArticleIntake } from './ingest-articles.ts';
import { createCaseIntake } from './ingest-cases.ts';
import { type FetchPage, ingestPage } from './ingest-pages.ts';
import { createTally } from './ingest-tally.ts';
import { readCandidates } from './read-file.ts';
import { readStdin, STDIN, STDIN_ROOT } from './read-stdin.ts';
import { type FoundRoot, walkRoot } from './walk.ts';
import { createWorkspaceStore } from './workspace-store.ts';

export interface IngestOptions {
  readonly store: CorpusStore;
  readonly origin: RootOrigin;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Aborting ends the work before the next batch; what was stored stays, and the signal's reason is thrown. */
  readonly signal?: AbortSignal;
  /** Without it, web addresses are told as failed. */
  readonly fetchPage?: FetchPage;
  /** What is piped in, for the input `-`; without it that one is told as failed. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** The workspace that alone may see what is ingested; everybody may when left out. */
  readonly workspaceId?: string | undefined;
  /** For dates that pages state and that cannot be. */
  readonly now?: () => Date;
}

/** What is no path: a scheme and two slashes, or a scheme of the web. A drive's letter is none. */
const WEB_ADDRESS = /^(?:[a-z][a-z\d+.-]+:\/\/|https?:)/i;
/** Bytes that stand for a page in the progress: what it has is known too late. */
const PAGE_BYTES = 200_000;

/** An id as a case's source has it; while a case is broken, none of these is removed. */
const CASE_SOURCE = /^[^/]+\/[a-z]\d+$/;

/**
 * Ingests each path, a file or a folder, as a root of its own, and each web address likewise. What cannot be read is in
 * the report's `failed`, and everything else is ingested; an input that failed keeps what was stored from it before.
 * Rejects when the store does.
 *
 * @param inputs files, folders, http or https addresses, and `-` for what is piped in.
 */
export async function ingest(inputs: readonly string[], given: IngestOptions): Promise<IngestReport> {
  const { workspaceId } = given;
  const store = workspaceId === undefined ? given.store : createWorkspaceStore(given.store, workspaceId);
  const options = { ...given, store };
  const report = { added: 0, updated: 0, unchanged: 0, removed: 0, failed: [] as FailedInput[] };
  const addresses = [...new Set(inputs.filter((input) => WEB_ADDRESS.test(input)))];
  const roots = new Map<string, FoundRoot>();
  for (const path of inputs.filter((input) => !WEB_ADDRESS.test(input) && input !== STDIN)) {
    const found = await walkRoot(path);
    if (!roots.has(found.root)) roots.set(found.root, found);
  }
  const files = [...roots.values()].flatMap((found) => found.files);
  const total = files.reduce((sum, { bytes }) => sum + bytes, addresses.length * PAGE_BYTES);
  let done = 0;
  const onRead = (bytes: number, input: string): void => {
    done = Math.min(total, done + bytes);
    options.onProgress?.({ done, total, input });
  };
  const pages = createPageReader({ now: options.now ?? (() => new Date()), signal: options.signal });
  try {
    const read = [...roots.values()].map((found) => ({
      found,
      candidates: candidatesOf(found, pages, onRead),
    }));
    if (inputs.includes(STDIN)) read.push(pipedIn(pages, options));
    for (const { found, candidates } of read) {
      const counted = await ingestRoot(found, candidates, options);
      report.added += counted.added;
      report.updated += counted.updated;
      report.unchanged += counted.unchanged;
      report.removed += counted.removed;
      report.failed.push(...counted.failed);
    }
    for (const address of addresses) {
      onRead(0, address);
      const outcome = await ingestAddress(address, pages, options);
      if (typeof outcome === 'string') report[outcome] += 1;
      else report.failed.push(outcome);
      onRead(PAGE_BYTES, address);
    }
  } finally {
    await pages.close();
  }
  return report;
}

async function ingestAddress(input: string, pages: PageReader, options: IngestOptions) {
  const { store, origin, fetchPage, signal } = options;
  if (fetchPage === undefined)
    return { input, reason: 'web addresses are not read here: ingest the address' };
  return ingestPage(input, { store, origin, fetchPage, pages, signal });
}

async function* candidatesOf(
  found: FoundRoot,
  pages: PageReader,
  onRead: (bytes: number, input: string) => void,
): AsyncGenerator<Candidate> {
  for (const file of found.files) yield* readCandidates(file, pages, (bytes) => onRead(bytes, file.input));
}

/** What is piped in is never all of something: nothing is gone because it is not in it. */
function pipedIn(pages: PageReader, { stdin }: IngestOptions) {
  const failed =
    stdin === undefined ? [{ input: STDIN, reason: 'nothing is piped in here: give a file' }] : [];
  const found: FoundRoot = { root: STDIN_ROOT, files: [], failed, complete: false };
  return { found, candidates: stdin === undefined ? nothing() : readStdin(stdin, pages) };
}

async function* nothing(): AsyncGenerator<Candidate> {}

async function ingestRoot(
  found: FoundRoot,
  candidates: AsyncIterable<Candidate>,
  { store, origin, signal }: IngestOptions,
): Promise<IngestReport> {
  const existing = await store.listRoot(found.root);
  const tally = createTally(found.root, origin, store, existing, signal);
  tally.failed.push(...found.failed);
  const articles = createArticleIntake(tally);
  const cases = createCaseIntake(tally);
  let complete = found.complete;
  signal?.throwIfAborted();
  for await (const candidate of candidates) {
    signal?.throwIfAborted();
    if (candidate.type === 'article') await articles.add(candidate);
    else if (candidate.type === 'case') cases.add(candidate);
    else {
      if (candidate.input !== '') tally.fail(candidate.input, candidate.reason);
      for (const id of candidate.keeps) tally.seen.add(tally.storedId(id) ?? id);
      if (candidate.keepsCase !== null) cases.keep(candidate.keepsCase);
      if (candidate.readError) complete = false;
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
