/** One event of the log as a line for people. */

interface LogRecord {
  readonly level: string;
  readonly time: string;
  readonly msg?: string;
  readonly err?: LoggedError;
  readonly error?: unknown;
}
interface LoggedError {
  readonly name?: string;
  readonly type?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly cause?: unknown;
}

/** Turns pino's JSON into `12:03:04 WARN  message key=value`; errors follow with their stacks, indented. */
export function readableLine(json: string): string {
  const { level, time, msg = '', err, error, ...fields } = JSON.parse(json) as LogRecord;
  const parts = [time.slice(11, 19), level.toUpperCase().padEnd(5), printable(msg)];
  for (const [key, value] of Object.entries(fields)) {
    parts.push(`${printable(key)}=${printable(typeof value === 'string' ? value : JSON.stringify(value))}`);
  }
  return `${parts.filter((part) => part !== '').join(' ')}${errorLines(err)}${errorLines(error)}\n`;
}

function errorLines(error: unknown): string {
  if (error === undefined || error === null) return '';
  if (typeof error !== 'object') return `\n    ${printable(String(error))}`;
  const { name, type, message, stack, cause } = error as LoggedError;
  const text = stack ?? `${name ?? type ?? 'Error'}: ${message ?? JSON.stringify(error)}`;
  return (
    text
      .split('\n')
      .map((line) => `\n    ${printable(line)}`)
      .join('') + errorLines(cause)
  );
}

/** Control characters, line breaks and direction marks as their escapes. */
function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
