/** HTML of an item to plain text: no markup survives, nor anything that hides in text. */
import { decodeEntities } from '../../core/decode-entities.ts';
import { scanMarkup } from './scan-markup.ts';

/** Elements whose content is not text. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
]);
const PARAGRAPHS =
  /^(?:p|div|h[1-6]|blockquote|section|article|header|footer|aside|main|ul|ol|dl|table|pre|figure|hr|address|form)$/;
const LINES = /^(?:br|li|tr|dt|dd|figcaption|option)$/;
/** Cells of a row: without white space their words would run into each other. */
const CELLS = /^(?:td|th|img)$/;

const HAS_TAG = /<\/?[a-z][\w:.-]{0,40}(?:[\s/>])|<!|<\?/i;
const HAS_REFERENCE = /&(?:#\d{1,8}|#[xX][\da-fA-F]{1,7}|[a-zA-Z][a-zA-Z\d]{1,11});/;
/** Markup is escaped twice by careless feeds, three times by none that was seen; the rest is cut off below. */
const ROUNDS = 4;

/**
 * Characters that no reader sees but that change what is seen, or carry hidden text: controls, marks of direction,
 * zero-width characters, interlinear notes, tag characters, private ones that stand for nothing, halves of pairs.
 * U+200C and U+200D stay: Persian and emoji need them.
 */
const HIDDEN =
  /[^\P{Cc}\t\n\r]|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;
/** What could still be read as a tag loses its brackets; tried once for a run of them. */
const LOOSE_BRACKET = /(?<!<)<+(?=[a-z/!?])/gi;

/** Paragraphs are divided by an empty line, lines by a line feed. Time grows with the length of `html` alone. */
export function plainText(html: string): string {
  let text = html;
  for (let round = 0; round < ROUNDS; round += 1) {
    const tagged = HAS_TAG.test(text);
    if (!tagged && !HAS_REFERENCE.test(text)) break;
    text = tagged ? withoutTags(text) : decodeEntities(text);
  }
  return tidy(text);
}

/** Plain text in one line. */
export function plainLine(html: string): string {
  return plainText(html).replace(/\s+/g, ' ').trim();
}

function withoutTags(html: string): string {
  const parts: string[] = [];
  /** The silent element that we are in, and how many of its name are open. */
  let silent = '';
  let depth = 0;
  for (const token of scanMarkup(html)) {
    if (token.kind === 'open' || token.kind === 'close') {
      // XHTML in Atom may carry a prefix.
      const name = token.name.slice(token.name.indexOf(':') + 1);
      if (silent !== '') {
        if (name !== silent) continue;
        depth += token.kind === 'open' ? (token.selfClosing ? 0 : 1) : -1;
        if (depth === 0) silent = '';
      } else if (token.kind === 'open' && SILENT.has(name)) {
        if (token.selfClosing) continue;
        silent = name;
        depth = 1;
      } else if (PARAGRAPHS.test(name)) parts.push('\n\n');
      else if (LINES.test(name)) parts.push('\n');
      else if (CELLS.test(name)) parts.push(' ');
    } else if (silent === '' && token.kind === 'text') {
      // A line feed in HTML is white space and no more.
      parts.push(decodeEntities(token.text.replace(/[\t\n\r\f]+/g, ' ')));
    } else if (silent === '' && token.kind === 'cdata') parts.push(token.text);
  }
  return parts.join('');
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, '\n')
    .replace(HIDDEN, '')
    .replace(LOOSE_BRACKET, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** At most `longest` UTF-16 code units, cut between words where there are words; an ellipsis says that it was cut. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const space = cut.slice(-40).search(/\s\S*$/);
  const end = space === -1 ? cut.length : cut.length - Math.min(40, cut.length) + space;
  // Half of a pair is no character.
  return `${cut
    .slice(0, end)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
