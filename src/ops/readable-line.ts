/** One event of the log as a line for people. */

interface LogRecord {
  readonly level: string;
  readonly time: string;
  readonly msg?: string;
  readonly err?: { readonly stack?: string };
}

/** Turns pino's JSON into `12:03:04 WARN  message key=value`; the stack of an error follows, indented. */
export function readableLine(json: string): string {
  const { level, time, msg = '', err, ...fields } = JSON.parse(json) as LogRecord;
  const parts = [time.slice(11, 19), level.toUpperCase().padEnd(5), printable(msg)];
  for (const [key, value] of Object.entries(fields)) {
    parts.push(`${printable(key)}=${printable(typeof value === 'string' ? value : JSON.stringify(value))}`);
  }
  const stack = err?.stack?.split('\n').map((line) => `\n    ${printable(line)}`) ?? [];
  return `${parts.filter((part) => part !== '').join(' ')}${stack.join('')}\n`;
}

/** Control characters, line breaks and direction marks as their escapes. */
function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
