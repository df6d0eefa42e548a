/** What polling needs of a fetch: a feed or a page from a public address, or why there is none. The port of this folder. */

export type NewsFetchFailure =
  | 'refused'
  | 'network'
  /** This machine has no network: no fault of the feed's. */
  | 'offline'
  | 'too-large'
  | 'timeout'
  | 'status'
  | 'too-many-redirects'
  | 'bad-encoding';

export interface NewsFetchOptions {
  readonly signal: AbortSignal;
  /** What is asked for, and how large it may be. */
  readonly want: 'feed' | 'page';
  /** Milliseconds for all of it, redirects and body included. */
  readonly timeoutMs: number;
  /** Of an earlier fetch: with one of them the server may answer that nothing changed. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

export interface NewsFetched {
  readonly ok: true;
  /** The server says that nothing changed: there are no bytes. */
  readonly notModified: boolean;
  /** Where it was found, after redirects. */
  readonly url: string;
  readonly contentType: string;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Seconds that the server calls its answer good; null when it does not say. */
  readonly maxAge: number | null;
  readonly redirects: readonly { readonly url: string; readonly status: number }[];
}

export interface NewsFetchFailed {
  readonly ok: false;
  readonly failure: NewsFetchFailure;
  /** The server's status code, for `status`. */
  readonly status: number | null;
  /** The server's `Retry-After`, as sent. */
  readonly retryAfter: string | null;
  /** One line for operators. */
  readonly reason: string;
}

/** Rejects only with the reason of the signal, or as a defect. */
export type NewsFetch = (url: string, options: NewsFetchOptions) => Promise<NewsFetched | NewsFetchFailed>;
