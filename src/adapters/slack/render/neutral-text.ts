/** Foreign text for the places where Slack does interpret text: a message's fallback, and streamed markdown. */
import { literalText } from './literal-text.ts';
import { splitText } from './split-text.ts';

/** Parts what would be read as one; nobody sees it. */
const ZERO_WIDTH_SPACE = '\u200b';
/** Recommended for `text` by chat.postMessage; longer ones may be cut at 40,000. Characters. */
const LONGEST_FALLBACK = 4_000;
/** As long as a notification or a screen reader can make use of; what it leaves out stands in the blocks. */
const FALLBACK = 2_000;

/**
 * Breaks what Slack finds in any text that it interprets, whatever its markup: names (`@here`, `#channel`), codes of
 * emoji, and addresses, with or without their scheme.
 */
function broken(text: string): string {
  return literalText(text)
    .replace(/[@#](?=[\p{L}\p{N}_])/gu, `$&${ZERO_WIDTH_SPACE}`)
    .replace(/:(?=\/\/|[\p{L}\p{N}_+'-]+:)/gu, `$&${ZERO_WIDTH_SPACE}`)
    .replace(/(?<=[\p{L}\p{N}-])\.(?=[\p{L}\p{N}-]*[A-Za-z]{2})/gu, `$&${ZERO_WIDTH_SPACE}`);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * For a message's `text`, which shows in notifications. The three characters that begin Slack's own markup are written as
 * the documentation says. The signs of formatting know no escape: an invisible space takes them from their word.
 */
export function fallbackText(text: string): string {
  let shown = text;
  for (let most = FALLBACK; ; most /= 2) {
    const [start, rest] = splitText(shown, most);
    shown = rest === '' ? start : `${start}…`;
    const escaped = broken(shown)
      .replace(/[*_~`]/g, `${ZERO_WIDTH_SPACE}$&`)
      .replace(/^>/gm, `${ZERO_WIDTH_SPACE}>`)
      .replace(/[&<>]/g, (c) => ENTITIES[c] ?? c);
    if (escaped.length <= LONGEST_FALLBACK) return escaped;
  }
}

/**
 * Foreign text for Slack's markdown, in pieces of at most 10,000 characters that make one text. It becomes one line, so
 * that nothing in it begins a heading, a list, a table or a block of code. Signs of formatting are escaped by backslash, as the
 * documentation shows; the signs of Slack's own markup by character references, which hold in either markup.
 *
 * @param startsLine whether the text stands at the beginning of its line.
 */
export function markdownText(text: string, startsLine: boolean): string[] {
  const line = broken(text.replace(/\s+/gu, ' ')).trim();
  const pieces: string[] = [];
  // The longest escape makes five characters of one.
  for (let rest = line; rest !== ''; ) {
    const [piece, more] = splitText(rest, 2_000);
    pieces.push(
      piece
        .replace(/[\\`*_[\]~]/g, '\\$&')
        .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character),
    );
    rest = more;
  }
  const [first, ...others] = pieces;
  if (first === undefined || !startsLine) return pieces;
  return [
    first.replace(/^([#+=-]|\d{1,9}(?=[.)](?:\s|$)))/, beforeSign).replace(/^&gt;/, `${ZERO_WIDTH_SPACE}$&`),
    ...others,
  ];
}

/** Numbers of a list are told by the sign behind them. */
function beforeSign(start: string): string {
  return /^\d/.test(start) ? `${start}\\` : `\\${start}`;
}
