/** Reads the arguments of a command as a person types them: `--language fr --private Who attacked …?`. */
import type { Command, CommandArgument, Localized, Subcommand } from './command.ts';

export interface TypedArguments {
  readonly subcommand: string | null;
  /** The main argument. */
  readonly text: string;
  readonly options: Readonly<Record<string, string>>;
  /** What could not be read: the first option that is unknown or has a value that is not allowed. */
  readonly problem: { readonly option: string; readonly value: string | null } | null;
}

/** Two hyphens, which some keyboards turn into a dash, then a name and perhaps `=`. */
const OPTION = /^(?:--|[—–])([\p{L}][\p{L}\p{N}-]*)(?:=(.*))?$/u;

/** @param given options that came by themselves; typed ones are added to them. */
export function readTyped(
  command: Command,
  text: string,
  given: Readonly<Record<string, string>> = {},
): TypedArguments {
  const words = text.trim().split(/(\s+)/);
  const subcommand = pickSubcommand(command, words);
  const offered = (subcommand ?? command).arguments;
  const options: Record<string, string> = { ...given };
  const rest: string[] = [];
  let problem: TypedArguments['problem'] = null;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const match = OPTION.exec(word);
    const argument = match === null ? undefined : offered.find(({ names }) => isNamed(names, match[1] ?? ''));
    if (match === null || argument === undefined) {
      if (match !== null) problem ??= { option: word, value: null };
      rest.push(word);
      continue;
    }
    // A switch may stand alone; everything else wants a value: after `=`, or as the next word.
    const next = words[i + 2];
    const bare = argument.kind === 'switch' && switchValue(match[2] ?? next) === null;
    if (!bare && match[2] === undefined) i += 2;
    const first = match[2] ?? next ?? '';
    const more = bare ? 0 : wordsToQuote(first, words.slice(i + 1));
    const raw = bare ? 'on' : unquoted([first, ...words.slice(i + 1, i + 1 + more)].join(''));
    i += more;
    const value = readValue(argument, raw);
    if (value === null) problem ??= { option: argument.name, value: raw };
    else options[argument.name] = value;
  }
  return { subcommand: subcommand?.name ?? null, text: rest.join('').trim(), options, problem };
}

const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '「': '」' };

/** How many of the words and blanks that follow belong to a value that begins with a quotation mark. */
function wordsToQuote(first: string, following: readonly string[]): number {
  const close = QUOTES[first.charAt(0)];
  if (close === undefined || (first.length > 1 && first.endsWith(close))) return 0;
  return following.findIndex((word) => word.endsWith(close)) + 1;
}

function unquoted(value: string): string {
  const close = QUOTES[value.charAt(0)];
  const quoted = close !== undefined && value.length > 1 && value.endsWith(close);
  return quoted ? value.slice(1, -1).trim() : value;
}

/** The value of an argument as the registry writes it; null when it is not allowed. */
function readValue({ kind, choices }: CommandArgument, written: string): string | null {
  if (kind === 'switch') return switchValue(written);
  if (kind !== 'choice') return written === '' ? null : written;
  const wanted = written.toLowerCase();
  const choice = choices?.find(
    ({ value, labels }) =>
      value === wanted || Object.values(labels).some((label) => label.toLowerCase() === wanted),
  );
  return choice?.value ?? null;
}

const ON = ['on', 'yes', 'true', 'oui', 'activé', '开', '是'];
const OFF = ['off', 'no', 'false', 'non', 'désactivé', '关', '否'];

function switchValue(written: string | undefined): 'on' | 'off' | null {
  const word = written?.toLowerCase() ?? '';
  if (ON.includes(word)) return 'on';
  return OFF.includes(word) ? 'off' : null;
}

/** Takes the subcommand's name off the front; the first subcommand is meant where nothing is written. */
function pickSubcommand({ subcommands }: Command, words: string[]): Subcommand | null {
  const first = subcommands?.[0];
  if (subcommands === undefined || first === undefined) return null;
  const named = subcommands.find(({ names }) => isNamed(names, words[0] ?? ''));
  if (named !== undefined) words.splice(0, 2);
  return named ?? first;
}

function isNamed(names: Localized, word: string): boolean {
  return Object.values(names).includes(word.toLowerCase());
}
