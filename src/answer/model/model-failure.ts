/** What can go wrong with a chat model, in words that may be logged. */

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
  /** The answer holds no sentence with a valid citation. */
  | 'unsupported';

/** Carries a message and a status only: errors of HTTP clients hold whole requests, with their keys. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly kind: ModelFailureKind;
  /** HTTP status, null when there was none. */
  readonly status: number | null;

  constructor(kind: ModelFailureKind, message: string, status: number | null = null) {
    super(message);
    this.kind = kind;
    this.status = status;
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
  return new ModelFailure(kindOf(status), message, status);
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
