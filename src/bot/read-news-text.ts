/** Reads what is typed after `/news subscribe`: `https://… country:China mode:digest schedule:"daily 08:00"`. */
import type { CommandArgument } from './command.ts';

export interface NewsText {
  /** The address, or the words before the first condition. */
  readonly subject: string;
  /** What is left: the filter. */
  readonly filter: string;
  /** By the arguments' names, as typed. */
  readonly options: Readonly<Record<string, string>>;
}

const ADDRESS = /^<?https?:\/\/\S+$/i;
/** Where the words of a subject end: a condition, a parenthesis, an operator. */
const CONDITION = /^(?:-?[\p{L}]+\s*[:：]|[(（]|(?:AND|OR|NOT|ET|OU|SAUF|和|或|非)$)/u;
const AND = /^(?:AND|ET|和)\s+/u;
/** A key of this or of the filter, with its colon. */
const KEY = /^([\p{L}-]+)\s*[:：](?!\/\/)\s*/u;
const QUOTED = /^(?:"([^"]*)"|“([^”]*)”|«([^»]*)»|「([^」]*)」)/u;
/**
 * White space, or a stretch without it that keeps its quotation marks together. A mark behind which another opens first
 * opens nothing: a thousand of them are not searched through to the end.
 */
const PIECES = /\s+|(?:"[^"]*"|“[^“”]*”|«[^«»]*»|「[^「」]*」|[^\s"“«「]|["“«「])+/gu;

/** Whose values may be of several words without quotation marks. */
const OF_WORDS = ['schedule', 'timezone', 'quiet'];

export function readNewsText(text: string, known: readonly CommandArgument[]): NewsText {
  const options: Record<string, string> = {};
  const pieces = joinKeys(text.match(PIECES)?.filter((piece) => piece.trim() !== '') ?? []);
  const rest: string[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i] ?? '';
    const key = KEY.exec(piece);
    const name = key === null ? undefined : argumentName(key[1] ?? '', known);
    if (key === null || name === undefined) {
      rest.push(piece);
      continue;
    }
    const written = piece.slice(key[0].length);
    // «filter:» before a filter says nothing more.
    if (name === 'filter') {
      const quoted = QUOTED.exec(written);
      if (written !== '') rest.push(quoted?.[0] === written ? `(${unquote(written)})` : written);
      continue;
    }
    const words = [written];
    if (OF_WORDS.includes(name) && QUOTED.exec(written) === null)
      while (i + 1 < pieces.length && !isKey(pieces[i + 1] ?? '')) words.push(pieces[++i] ?? '');
    options[name] = unquote(words.join(' ').trim());
  }
  return { ...splitSubject(rest), options };
}

function splitSubject(pieces: readonly string[]): Pick<NewsText, 'subject' | 'filter'> {
  const address = pieces.findIndex((piece) => ADDRESS.test(piece));
  const end = pieces.findIndex((piece) => CONDITION.test(piece));
  const words = end === -1 ? pieces.length : end;
  const subject = address === -1 ? pieces.slice(0, words) : pieces.slice(address, address + 1);
  const others = address === -1 ? pieces.slice(words) : pieces.filter((_, i) => i !== address);
  return { subject: subject.join(' '), filter: others.join(' ').replace(AND, '') };
}

/** «pays : Chine» and `country: China` are one piece each. */
function joinKeys(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1) ?? '';
    const afterColon = /^[\p{L}-]+[:：]$/u.test(last);
    const beforeColon = /^[:：]/.test(piece) && /^[\p{L}-]+$/u.test(last);
    if (afterColon || beforeColon) joined[joined.length - 1] = `${last}${piece}`;
    else joined.push(piece);
  }
  return joined;
}

const isKey = (piece: string): boolean => KEY.test(piece) || ADDRESS.test(piece) || /^[(（]/.test(piece);

function argumentName(word: string, known: readonly CommandArgument[]): string | undefined {
  const wanted = word.toLowerCase();
  return known.find(({ names }) => Object.values(names).includes(wanted))?.name;
}

export function unquote(text: string): string {
  const match = QUOTED.exec(text);
  if (match === null || match[0] !== text) return text;
  return (match.slice(1).find((part) => part !== undefined) ?? '').trim();
}
