/** A first look at a feed's markup: of what format it is, how many items it plainly holds, and a repaired copy. */

import { escapeLooseAmpersands } from '../../core/decode-entities.ts';
import type { FeedFormat } from '../feed-item.ts';
import { scanMarkup } from './scan-markup.ts';

interface MarkupSurvey {
  /** Null when it is no feed. */
  readonly format: Exclude<FeedFormat, 'json'> | null;
  /** Name of the elements that are items, with the prefix that this feed gives them; in lower case. */
  readonly itemName: string;
  /** How many of them are opened. */
  readonly items: number;
  /** Deepest nesting of elements that were not closed. */
  readonly depth: number;
  /** Without document type, comments and control characters; loose ampersands escaped, CDATA closed. */
  readonly repaired: string;
  /** A line for each kind of damage. */
  readonly problems: readonly string[];
}

/** Elements that may stand before a feed's own: a server's warnings in HTML. What stands deeper belongs to a document. */
const PREAMBLE = 30;
/** With these begin documents that are no feeds. */
const OTHER_ROOT = /^(?:html|head|body|opml|urlset|sitemapindex|svg)$/;
/** Characters that XML does not allow. */
const FORBIDDEN = /[^\P{Cc}\t\n\r\u0080-\u009f]|[\ufffe\uffff]/gu;

export function surveyMarkup(text: string): MarkupSurvey {
  const problems = new Set<string>();
  const clean = text.replace(FORBIDDEN, '');
  if (clean.length !== text.length) problems.add('control characters were dropped');
  const parts: string[] = [];
  const counts = new Map<string, number>();
  let format: MarkupSurvey['format'] = null;
  let before = 0;
  let level = 0;
  let depth = 0;
  /** Elements of RSS that Microsoft's channels do not have. */
  let hasRss = false;
  for (const token of scanMarkup(clean)) {
    if (token.kind === 'doctype') continue;
    if (token.kind === 'text') {
      if (format === null) {
        if (/\S/.test(token.text)) problems.add('text before the feed was skipped');
        continue;
      }
      const escaped = escapeLooseAmpersands(token.text);
      if (escaped.length !== token.text.length) problems.add('loose ampersands were escaped');
      parts.push(token.text === '<' ? '&lt;' : escaped);
      continue;
    }
    if (token.kind === 'cdata') {
      if (token.broken) problems.add('a CDATA section that is never closed was ended with its element');
      if (format !== null) parts.push(`<![CDATA[${token.text}]]>`);
      continue;
    }
    if (token.kind === 'close') {
      level -= 1;
      if (format !== null) parts.push(`</${token.name}>`);
      continue;
    }
    if (format === null) {
      format = formatOf(token.name);
      before += 1;
      if (format === null && (before > PREAMBLE || OTHER_ROOT.test(token.name))) break;
      if (format === null) continue;
    }
    if (!token.selfClosing) {
      level += 1;
      depth = Math.max(depth, level);
    }
    const local = localName(token.name);
    // An empty tag with nothing in it is no item, wherever it stands.
    const empty = token.selfClosing && token.attributes.trim() === '';
    if ((local === 'item' || local === 'entry') && !empty)
      counts.set(token.name, (counts.get(token.name) ?? 0) + 1);
    hasRss ||= local === 'guid' || local === 'pubdate' || local === 'link' || local === 'description';
    parts.push(`<${token.name}${escapeLooseAmpersands(token.attributes)}${token.selfClosing ? '/' : ''}>`);
  }
  const itemName = itemNameOf(format, counts);
  // A bare channel is Microsoft's format of 1997, or an RSS feed that lost its first tag.
  if (format === 'cdf' && hasRss) format = 'rss';
  return {
    format,
    itemName,
    items: counts.get(itemName) ?? 0,
    depth,
    repaired: parts.join(''),
    problems: [...problems],
  };
}

/** The name without a prefix, and the one that belongs to the format, before others. */
function itemNameOf(format: MarkupSurvey['format'], counts: ReadonlyMap<string, number>): string {
  const names = format === 'atom' ? ['entry', 'item'] : ['item', 'entry'];
  for (const name of names) if (counts.has(name)) return name;
  for (const name of names) for (const found of counts.keys()) if (localName(found) === name) return found;
  return names[0] ?? '';
}

function formatOf(name: string): MarkupSurvey['format'] {
  switch (localName(name)) {
    case 'rss':
      return 'rss';
    case 'rdf':
      return 'rdf';
    case 'feed':
      return 'atom';
    case 'channel':
      return 'cdf';
    default:
      return null;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
