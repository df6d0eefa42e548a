/** Joins the safe fetch with the news: feeds and the pages of articles, or a line that says why not. */
import type { Config } from './config.ts';
import { MAX_PAGE_BYTES } from './corpus/html/page-limits.ts';
import { createPageReader, type PageReader } from './corpus/html/page-reader.ts';
import { readWebPage } from './corpus/web-page.ts';
import type { LookupAll } from './fetch/checked-lookup.ts';
import { FetchError } from './fetch/fetch-error.ts';
import { createSafeFetch } from './fetch/fetch-safely.ts';
import type { FeedBytes } from './news/feed-item.ts';
import type { NewsFetch, NewsFetchFailure } from './news/poll/news-fetch.ts';

/** What is asked for; a server that has nothing of it may send what it has. */
const ACCEPT = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1',
  page: 'text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1',
};
/** Bytes of a feed at most, unpacked: fifty whole articles with their markup have two million. */
const MAX_FEED_BYTES = 10_000_000;
/** What a connection fails with when it is this machine that has no network. */
const OFFLINE = /^(?:EAI_AGAIN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL)$/;

/** @param lookupAll resolves names; the system's way by default. */
export function createNewsFetch(
  config: Pick<Config, 'fetchAllow' | 'fetchContact'>,
  lookupAll?: LookupAll,
): NewsFetch {
  const safeFetch = createSafeFetch({
    allow: config.fetchAllow,
    contact: config.fetchContact,
    ...(lookupAll === undefined ? {} : { lookupAll }),
  });
  return async (address, { signal, want, timeoutMs, etag = null, lastModified = null }) => {
    try {
      const { status, finalUrl, ...fetched } = await safeFetch(address, {
        signal,
        timeoutMs,
        maxBytes: want === 'feed' ? MAX_FEED_BYTES : MAX_PAGE_BYTES,
        accept: ACCEPT[want],
        etag,
        lastModified,
      });
      return { ok: true, notModified: status === 304, url: finalUrl, ...fetched };
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      const { status, retryAfter, message } = error;
      return { ok: false, failure: failureOf(error), status, retryAfter, reason: message };
    }
  };
}

function failureOf({ failure, cause }: FetchError): NewsFetchFailure {
  if (failure !== 'network') return failure;
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  const code = first instanceof Error && 'code' in first ? String(first.code) : '';
  return OFFLINE.test(code) ? 'offline' : failure;
}

export interface ArticleReader {
  /** The article of a page as plain text; null when there is none. */
  read(page: FeedBytes): Promise<string | null>;
  /** Ends the thread in which pages are read. */
  close(): Promise<void>;
}

/** Pages are read one after the other in a thread that starts with the first. */
export function createArticleReader(
  now: () => Date,
  pages: PageReader = createPageReader({ now, signal: undefined }),
): ArticleReader {
  return {
    async read(page) {
      const read = await readWebPage({ ok: true, ...page }, pages);
      return read.ok ? read.text : null;
    },
    close: () => pages.close(),
  };
}
