/** What the errors of PostgreSQL and of the way to it mean: whether trying again helps, and one line that says what to do. */
import { OperatorError } from '../core/errors.ts';

/** SQLSTATE of an error of the server, or Node's code of one on the way to it; null for any other. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (/timeout exceeded when trying to connect/.test(error.message)) return 'POOL_TIMEOUT';
  if (/connection timeout|timeout expired|Query read timeout/i.test(error.message)) return 'ETIMEDOUT';
  if (/^Connection terminated|Client has encountered a connection error/.test(error.message))
    return 'ECONNRESET';
  if (/password must be a (?:non-empty )?string|SASL/.test(error.message)) return '28P01';
  if (/does not support SSL/.test(error.message)) return 'NO_SSL';
  return null;
}

/** 40001 serialization failure, 40P01 deadlock, 23503 a row that another one needs was deleted meanwhile. */
const CONFLICTS = ['40001', '40P01', '23503'];

/** True when the server undid the work because of somebody else's, so that the same work may succeed now. */
export function isConflict(error: unknown): boolean {
  return CONFLICTS.includes(codeOf(error) ?? '');
}

const UNREACHABLE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
];

/** True when the connection is of no more use: it broke, or the server is shutting down or starting. */
export function isBroken(error: unknown): boolean {
  const code = codeOf(error);
  return code !== null && (UNREACHABLE.includes(code) || /^(?:08|57P0[1-3])/.test(code));
}

/** True when another connection may do what this one cannot: it leads to a server that only reads, such as a former primary. */
export function isReadOnly(error: unknown): boolean {
  return codeOf(error) === '25006';
}

/** True when a connection may be had a moment later: the server is starting, or all its places are taken. */
export function mayConnectLater(error: unknown): boolean {
  const code = codeOf(error);
  return isBroken(error) ? code !== 'ENOTFOUND' && code !== 'ETIMEDOUT' : code === '53300';
}

/**
 * The error to show for a failed operation.
 *
 * @param where the database without name and password.
 * @returns an OperatorError where a person can put it right; otherwise the error as it was.
 */
export function postgresError(error: unknown, where: string): unknown {
  if (error instanceof OperatorError) return error;
  const said = sayFor(codeOf(error), error, where);
  return said === null ? error : new OperatorError(said, { cause: error });
}

function sayFor(code: string | null, error: unknown, where: string): string | null {
  switch (code) {
    case null:
      return null;
    case '28P01':
    case '28000':
      return `PostgreSQL at ${where} refuses the name, the password or this machine: correct DATABASE_URL, or allow it in pg_hba.conf`;
    case '3D000':
      return `PostgreSQL at ${where} has no such database: create it, or correct DATABASE_URL`;
    case '3F000':
      return `the database ${where} has no schema to write in: create one, or name it in the user's search_path`;
    case '42501':
      return `the user of DATABASE_URL lacks rights in ${where}: make it the owner of the database or of a schema`;
    case '53100':
      return `the disk of the database ${where} is full: free some space; nothing was lost`;
    case '53300':
    case 'POOL_TIMEOUT':
      return `the database ${where} has no connection left: raise its max_connections, or lower DATABASE_POOL_SIZE`;
    case '25006':
      return `the database ${where} only reads: let DATABASE_URL name the primary, not a standby`;
    case 'NO_SSL':
      return `PostgreSQL at ${where} does not speak TLS: enable it there, or set sslmode=disable in DATABASE_URL`;
    default:
      break;
  }
  if (/^57P0/.test(code))
    return `PostgreSQL at ${where} is shutting down or starting: try again when it runs`;
  if (/^(?:58|XX00[12])/.test(code))
    return `the database ${where} cannot read or write its files (${code}): see its log`;
  if (UNREACHABLE.includes(code) || code.startsWith('08'))
    return `PostgreSQL at ${where} cannot be reached (${code}): start it, or correct DATABASE_URL`;
  if (/CERT|SIGNATURE|SELF_SIGNED|^ERR_TLS|^ERR_SSL/.test(code))
    return `PostgreSQL at ${where} shows a certificate that is not trusted (${code}): add sslrootcert to DATABASE_URL`;
  return error instanceof Error && code.startsWith('53')
    ? `the database ${where} is short of resources (${code}): see its log`
    : null;
}
