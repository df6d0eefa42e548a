/** Joins the safe fetch with ingest: a page, or a line that says why not. */
import type { Config } from './config.ts';
import type { FetchPage } from './corpus/ingest-pages.ts';

/** What is asked for; a server that has nothing of it may send what it has. */
const ACCEPT = 'text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.1';
/** Milliseconds for a page with all its redirects. */
const TIMEOUT = 60_000;

/** What fetches is loaded with the first address. */
export function createFetchPage(config: Pick<Config, 'fetchAllow' | 'fetchContact'>): FetchPage {
  return async (address, signal) => {
    const [{ createSafeFetch }, { FetchError }, { MAX_PDF_BYTES }] = await Promise.all([
      import('./fetch/fetch-safely.ts'),
      import('./fetch/fetch-error.ts'),
      import('./corpus/pdf/pdf-limits.ts'),
    ]);
    const safeFetch = createSafeFetch({ allow: config.fetchAllow, contact: config.fetchContact });
    try {
      const { finalUrl, contentType, charset, bytes } = await safeFetch(address, {
        signal: signal ?? new AbortController().signal,
        // What a page may have is less, and known once it is seen to be one.
        maxBytes: MAX_PDF_BYTES,
        timeoutMs: TIMEOUT,
        accept: ACCEPT,
      });
      return { ok: true, url: finalUrl, contentType, charset, bytes };
    } catch (error) {
      if (error instanceof FetchError) return { ok: false, reason: error.message };
      throw error;
    }
  };
}
