/** Brings web pages into the corpus, each under its canonical address and as a root of its own. */
import { feedOfRoot } from '../core/feed-root.ts';
import { buildArticle } from './article-document.ts';
import { contentHash } from './content-hash.ts';
import type { CorpusStore, FailedInput, RootOrigin } from './corpus-store.ts';
import type { PageReader } from './html/page-reader.ts';
import { type FetchedPage, readWebPage } from './web-page.ts';

/** Fetches a page, or says in one line why not. Rejects only with the reason of the signal, or as a defect. */
export type FetchPage = (
  address: string,
  signal: AbortSignal | undefined,
) => Promise<FetchedPage | { readonly ok: false; readonly reason: string }>;

export interface PageIngest {
  readonly store: CorpusStore;
  readonly origin: RootOrigin;
  readonly fetchPage: FetchPage;
  readonly pages: Pick<PageReader, 'read' | 'readPdf'>;
  readonly signal: AbortSignal | undefined;
}

type Outcome = 'added' | 'updated' | 'unchanged' | FailedInput;

/**
 * Ingests one page. A root of its own means that nothing else is gone because this page was read; what was stored of a
 * page stays when it can no longer be read. Whether it changed is told by its article: a page around it changes always.
 */
export async function ingestPage(
  address: string,
  { store, origin, fetchPage, pages, signal }: PageIngest,
): Promise<Outcome> {
  const failed = (reason: string): FailedInput => ({ input: address, reason });
  signal?.throwIfAborted();
  const page = await fetchPage(address, signal);
  if (!page.ok) return failed(page.reason);
  const read = await readWebPage(page, pages);
  if (!read.ok) return failed(read.reason);
  const { id, text, metadata } = read;
  const hash = contentHash(Buffer.from(JSON.stringify([text, metadata])));
  const stored = (await store.listRoot(id)).get(id);
  if (stored === hash) return 'unchanged';
  const owner = (await store.ownersOf([id])).get(id);
  const fromFeed = owner !== undefined && feedOfRoot(owner) !== null;
  if (owner !== undefined && owner !== id && !fromFeed)
    return failed(`${id} is in the corpus already, from ${owner}: remove it there to have the page instead`);
  const built = buildArticle({ id, text, metadata, contentHash: hash });
  if (!built.ok) return failed(built.reason);
  signal?.throwIfAborted();
  // What a feed brought by itself gives way to what a person wants to have.
  if (fromFeed) await store.remove(owner, [id]);
  await store.put(id, origin, [built.document]);
  return stored === undefined ? 'added' : 'updated';
}
