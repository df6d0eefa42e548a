/** Discord's refusals and network troubles, told apart by what can be done about them. */

/** Codes of the developer documentation («Opcodes and Status Codes») that are treated in a way of their own. */
export const UNKNOWN_CHANNEL = 10003;
export const UNKNOWN_GUILD = 10004;
export const UNKNOWN_MESSAGE = 10008;
const UNKNOWN_WEBHOOK = 10015;
const UNKNOWN_INTERACTION = 10062;
export const ALREADY_ACKNOWLEDGED = 40060;
/** The file, or all files of a message together, are larger than the place takes. */
const TOO_LARGE = 40005;
export const MISSING_ACCESS = 50001;
export const CANNOT_WRITE_TO_USER = 50007;
export const NO_TEXT_CHANNEL = 50008;
export const MISSING_PERMISSIONS = 50013;
export const WRONG_CHANNEL_TYPE = 50024;
const INVALID_WEBHOOK_TOKEN = 50027;
export const NO_COMMON_GUILD = 50278;
export const THREAD_ARCHIVED = 50083;
export const NO_HISTORY_FOR_REPLY = 160002;
export const THREAD_EXISTS = 160004;
export const THREAD_LOCKED = 160005;

/** Discord's own code in the answer; null where there was none. */
export function apiCode(error: unknown): number | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : null;
}

/** The HTTP status of the answer; null where none came. */
export function httpStatus(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : null;
}

/** True when trying again may help: the server or the way to it is in trouble. */
export function isTransient(error: unknown): boolean {
  const status = httpStatus(error);
  if (status !== null) return status >= 500;
  return tookTooLong(error) || (error instanceof Error && systemCode(error) !== null);
}

/** True when the server was given all the time that one call may take. */
export function tookTooLong(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** True when the request cannot have reached the server, so that nothing can have come of it. */
export function wasNeverSent(error: unknown): boolean {
  const code = systemCode(error) ?? '';
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(code);
}

/** True when the token of an interaction is of no more use. */
export function tokenIsOver(error: unknown): boolean {
  const code = apiCode(error);
  return code === UNKNOWN_WEBHOOK || code === INVALID_WEBHOOK_TOKEN || code === UNKNOWN_INTERACTION;
}

/** True when the bot cannot write in a place, whatever it writes. */
export function refusesThePlace(error: unknown): boolean {
  const status = httpStatus(error);
  const gone = status === 404 && apiCode(error) === UNKNOWN_CHANNEL;
  return gone || status === 403 || apiCode(error) === THREAD_ARCHIVED || apiCode(error) === THREAD_LOCKED;
}

/** True when the same without its files may be taken. */
export function refusesFiles(error: unknown): boolean {
  const code = apiCode(error);
  return code === MISSING_PERMISSIONS || code === TOO_LARGE || httpStatus(error) === 413;
}

/** The code of a network trouble, `ECONNRESET` or `UND_ERR_SOCKET` for example. */
function systemCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? null : systemCode(error.cause);
}
