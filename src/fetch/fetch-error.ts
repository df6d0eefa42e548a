/** Why a web address was not fetched, in a form that callers can act on and people can read. */

/**
 * `refused`: the address, its scheme or port is not allowed. `network`: no connection, or it broke. `too-large`: over
 * the limit, on the wire or unpacked. `timeout`: too slow. `status`: the server's own refusal. `bad-encoding`: the body
 * cannot be unpacked.
 */
export type FetchFailure =
  | 'refused'
  | 'network'
  | 'too-large'
  | 'timeout'
  | 'status'
  | 'too-many-redirects'
  | 'bad-encoding';

export interface FetchErrorDetails {
  /** The server's status code, for `status`. */
  readonly status?: number;
  /** The server's `Retry-After`, as sent. */
  readonly retryAfter?: string | null;
  readonly cause?: unknown;
}

/** The message is one line that says what to do, without control characters. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly failure: FetchFailure;
  readonly status: number | null;
  readonly retryAfter: string | null;

  constructor(failure: FetchFailure, message: string, details: FetchErrorDetails = {}) {
    // Parts of a message come from servers: no control character reaches a terminal or a log line.
    super(message.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?'), { cause: details.cause });
    this.failure = failure;
    this.status = details.status ?? null;
    this.retryAfter = details.retryAfter ?? null;
  }
}
