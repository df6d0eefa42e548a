/** What can go wrong with a model, in words that may be logged. */

export type ModelFailureKind =
  /** No first word, or no end, in time. */
  | 'timeout'
  /** The server was not reached, or the connection broke. */
  | 'network'
  /** 401 and 403. */
  | 'auth'
  /** 429: too many requests, or no credit left. */
  | 'rate-limit'
  /** 5xx. */
  | 'server'
  /** Any other refusal of the request, such as an unknown model. */
  | 'rejected'
  /** The answer holds nothing. */
  | 'empty'
  /** The output limit cut the answer off, or it went on beyond measure. */
  | 'cut-off'
  /** The answer holds no sentence that its passages bear out. */
  | 'unsupported'
  /** Not called: the tokens of the day are used up. */
  | 'over-budget'
  /** Not called: it failed time after time, or asked to be left alone. */
  | 'resting';

/** Carries a message and a status only: errors of HTTP clients hold whole requests, with their keys. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly kind: ModelFailureKind;
  /** HTTP status, null when there was none. */
  readonly status: number | null;
  /** How long the server asks to be left alone, in milliseconds; null when it does not say. */
  readonly retryAfterMs: number | null;

  constructor(
    kind: ModelFailureKind,
    message: string,
    status: number | null = null,
    retryAfterMs: number | null = null,
  ) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Longest message that is kept of a foreign error. */
const LONGEST = 300;
/** Shapes of keys that servers repeat in their messages. */
const KEYS = /\b(?:(?:sk|pk|rk)-[\w*-]{6,}|(?:Bearer|Basic)\s+[\w.~+/=*-]{6,})/gi;
/** What LangChain adds below the server's own words. */
const ADDED = /\s*Troubleshooting URL:[\s\S]*$/;

/**
 * Any thrown thing as a failure.
 *
 * @param secrets values that must not show in the message.
 */
export function toModelFailure(error: unknown, secrets: readonly string[] = []): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const status = statusOf(error);
  let message = error instanceof Error ? error.message : String(error);
  for (const secret of secrets) if (secret.length >= 4) message = message.replaceAll(secret, '[hidden]');
  message = message
    .replace(ADDED, '')
    .replace(KEYS, '[hidden]')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
  return new ModelFailure(kindOf(status), message, status, retryAfterOf(error));
}

function kindOf(status: number | null): ModelFailureKind {
  if (status === null) return 'network';
  if (status === 401 || status === 403) return 'auth';
  if (status === 429) return 'rate-limit';
  return status >= 500 ? 'server' : 'rejected';
}

/** The clients of the four providers call it `status`, `statusCode` or `status_code`. */
export function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null;
  for (const name of ['status', 'statusCode', 'status_code'] as const) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === 'number' && value >= 100 && value <= 599) return value;
  }
  return null;
}

/** `Retry-After` in seconds or as a date (RFC 9110), or OpenAI's `retry-after-ms`. */
function retryAfterOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null;
  const headers: unknown = Reflect.get(error, 'headers');
  const header = (name: string): string | null => {
    if (headers instanceof Headers) return headers.get(name);
    const value: unknown =
      typeof headers === 'object' && headers !== null ? Reflect.get(headers, name) : null;
    return typeof value === 'string' ? value : null;
  };
  const exact = Number(header('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(exact)) return Math.max(0, exact);
  const value = header('retry-after');
  if (value === null || value.trim() === '') return null;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
