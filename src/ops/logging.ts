/** The log: JSON lines on stderr, readable lines on a terminal, and never a secret. */
import { type Logger, pino, stdSerializers } from 'pino';
import { readableLine } from './readable-line.ts';

export interface LoggingOptions {
  readonly level: string;
  /** Values that are replaced wherever they occur: keys and tokens from the settings. */
  readonly secrets: readonly string[];
  /** Receives whole lines, each with its line break. */
  readonly write: (line: string) => void;
  /** True on a terminal: one readable line for each event instead of JSON. */
  readonly readable: boolean;
}

/** Fields whose value is never logged, whatever object they are in. */
const SECRET_FIELDS = ['apiKey', 'api_key', 'authorization', 'cookie', 'password', 'secret', 'token'];

/** Shapes of keys that could reach us inside an error's message. */
const SECRET_SHAPES = /\b(?:sk-[\w-]{8,}|xox[a-z]-[\w-]{8,}|xapp-[\w-]{8,}|Bearer\s+[\w.~+/-]{8,}=*)/g;

/** A pino logger. Line breaks and control characters in what is logged are escaped, so that no line can be forged. */
export function createLogger({ level, secrets, write, readable }: LoggingOptions): Logger {
  const redact = createRedactor(secrets);
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: SECRET_FIELDS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: '[secret]',
      },
      serializers: { err: stdSerializers.err },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
    },
    { write: (line: string) => write(redact(readable ? readableLine(line) : line)) },
  );
}

/** Replaces the given values, and whatever has the shape of a key, by `[secret]`. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  // As JSON writes them, and longest first, so that no part of a longer one is left over.
  const values = secrets
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .filter((value) => value.length >= 4)
    .sort((a, b) => b.length - a.length);
  return (text) =>
    values
      .reduce((rest, value) => rest.replaceAll(value, '[secret]'), text)
      .replace(SECRET_SHAPES, '[secret]');
}
