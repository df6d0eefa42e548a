/** The log: JSON lines on stderr, readable lines on a terminal, and never a secret. */
import { type Logger, pino, stdSerializers } from 'pino';
import { readableLine } from './readable-line.ts';
import { createRedactor } from './redact.ts';

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
