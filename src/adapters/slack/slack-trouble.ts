/** What can go wrong with a call of Slack's Web API, told apart by what may be done next. */
import { errorMessage } from '../../core/errors.ts';
import { type Fields, fields, text } from './fields.ts';

/**
 * `refused`: Slack said no. `limited`: too many calls, nothing was done. `unsent`: the call never reached Slack.
 * `unsure`: Slack may have done it, or not.
 */
export type TroubleKind = 'refused' | 'limited' | 'unsent' | 'unsure';

export class SlackTrouble extends Error {
  override readonly name = 'SlackTrouble';
  readonly kind: TroubleKind;
  /** Slack's word, such as `not_in_channel`; of the network where there is none. */
  readonly code: string;
  /** Seconds to wait, for `limited`. */
  readonly retryAfter: number;
  /** The scope that the token lacks. */
  readonly needed: string | undefined;

  constructor(
    method: string,
    kind: TroubleKind,
    code: string,
    more: { retryAfter?: number; needed?: string | undefined; cause?: unknown } = {},
  ) {
    super(`${method}: ${code}`, more.cause === undefined ? undefined : { cause: more.cause });
    this.kind = kind;
    this.code = code;
    this.retryAfter = more.retryAfter ?? 0;
    this.needed = more.needed;
  }
}

/** Where Slack gives no `Retry-After`, in seconds. */
const DEFAULT_RETRY_AFTER = 2;
/** Slack's own breakdowns: some of the work may have been done. */
const BREAKDOWNS = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'];
/** The connection was never made. */
const NOT_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];
/** The blocks are not as Slack wants them, or show a file that it does not have ready. */
export const BAD_BLOCKS = [
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'invalid_arguments',
];
const AUTH = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
];

/** True when Slack does not take the token any more. */
export function isAuthTrouble(error: unknown): boolean {
  return error instanceof SlackTrouble && AUTH.includes(error.code);
}

/** True for a refusal with one of the codes. */
export function isRefusal(error: unknown, codes: readonly string[]): boolean {
  return error instanceof SlackTrouble && error.kind === 'refused' && codes.includes(error.code);
}

/** Reads an error of `@slack/web-api` by its documented `code`. */
export function readTrouble(method: string, error: unknown): SlackTrouble {
  if (error instanceof SlackTrouble) return error;
  const thrown = fields(error);
  switch (thrown.code) {
    case 'slack_webapi_platform_error':
      return platformTrouble(method, fields(thrown.data));
    case 'slack_webapi_rate_limited_error': {
      const retryAfter = Number(thrown.retryAfter) || DEFAULT_RETRY_AFTER;
      return new SlackTrouble(method, 'limited', 'ratelimited', { retryAfter });
    }
    case 'slack_webapi_http_error': {
      const status = Number(thrown.statusCode);
      const kind = status >= 400 && status < 500 ? 'refused' : 'unsure';
      return new SlackTrouble(method, kind, `http_${status}`);
    }
    case 'slack_webapi_request_error':
      return networkTrouble(method, thrown.original);
    default:
      return networkTrouble(method, error);
  }
}

/** What went wrong on the way, read from an error of fetch. */
export function networkTrouble(method: string, error: unknown): SlackTrouble {
  const cause = fields(fields(error).cause);
  const code = text(cause.code) ?? text(fields(error).name) ?? 'request_failed';
  const kind = NOT_CONNECTED.includes(code) ? 'unsent' : 'unsure';
  return new SlackTrouble(method, kind, code, { cause: new Error(errorMessage(error)) });
}

function platformTrouble(method: string, data: Fields): SlackTrouble {
  const code = text(data.error) ?? 'unknown_error';
  const retryAfter = Number(fields(data.response_metadata).retryAfter) || DEFAULT_RETRY_AFTER;
  if (code === 'ratelimited' || code === 'rate_limited')
    return new SlackTrouble(method, 'limited', code, { retryAfter });
  const kind = BREAKDOWNS.includes(code) ? 'unsure' : 'refused';
  return new SlackTrouble(method, kind, code, { needed: text(data.needed) });
}
