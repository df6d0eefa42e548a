/** What is fuzzed: a parser that meets foreign bytes, examples to damage, and what must hold whatever comes. */

export interface FuzzTarget {
  readonly name: string;
  /** Sound inputs. */
  readonly seeds: readonly (string | Uint8Array)[];
  /** What means something to this parser, to be put anywhere. */
  readonly pieces: readonly string[];
  /** `json`: the examples are JSON whose parts are exchanged; `bytes`: texts or files that are cut and mixed. */
  readonly shape: 'bytes' | 'json';
  /** Files of a folder of data that are examples, too, by their names; none where left out. */
  readonly takes?: RegExp;
  /** Damaged inputs in the quick tests; 25 when left out. What strangers publish gets more. */
  readonly quickRuns?: number;
  /** Reads the input, and throws when it breaks a promise. */
  run(input: Uint8Array): void | Promise<void>;
}

/** Bytes as the text that a platform or a person would hand over. */
export function textOf(input: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(input);
}

/** Strings that have broken others' programs: names that every object has, characters that vanish or turn, large numbers. */
export const HOSTILE: readonly string[] = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'then'],
  ...[
    '\u0000',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\udfff',
    '\u2028',
    '\r\n',
    '\u0085',
    '𝕏',
    'ﷺ',
    'İ',
    'ß',
  ],
  ...[
    '<script>alert(1)</script>',
    '<!channel>',
    '@everyone',
    '<@U1>',
    'javascript:alert(1)',
    '](https://evil.example)',
  ],
  ...[
    '-1',
    '0',
    '1e999',
    '99999999999999999999',
    'NaN',
    '٣',
    '٪',
    '%00',
    '%',
    '..',
    '/',
    '\\',
    "'",
    '"',
    '`',
    '$' + '{a}',
  ],
  'A'.repeat(3_000),
  ' '.repeat(3_000),
  '('.repeat(500),
  '[['.repeat(300),
  'é'.repeat(700),
];
