/** Lists of feeds as feed readers exchange them (OPML): in, whatever is broken in them, and out. */

import { decodeEntities } from '../../core/decode-entities.ts';
import { webLink } from './canonical-link.ts';
import { decodeFeed } from './decode-feed.ts';
import type { FoundFeed } from './find-feeds.ts';
import { plainLine } from './plain-text.ts';
import { readAttributes, scanMarkup } from './scan-markup.ts';

/** Feeds of one list; a reader's largest hold some hundreds. */
const MOST_FEEDS = 5_000;
/** Problems that are told one by one. */
const MOST_PROBLEMS = 20;
/** Largest list, in bytes: room for {@link MOST_FEEDS}. */
const MAX_OPML_BYTES = 5_000_000;
const LONGEST_TITLE = 200;

/** Folders are passed through, whatever their depth; each address counts once. Never throws. */
export function readOpml(bytes: Uint8Array): { feeds: FoundFeed[]; problems: string[] } {
  if (bytes.length > MAX_OPML_BYTES)
    return { feeds: [], problems: [`the list has more than ${MAX_OPML_BYTES / 1_000_000} MB: split it`] };
  const { text, problem } = decodeFeed(bytes, null);
  const feeds = new Map<string, FoundFeed>();
  const problems = problem === null ? [] : [problem];
  let outlines = 0;
  let twice = 0;
  for (const token of scanMarkup(text)) {
    if (token.kind !== 'open' || token.name !== 'outline') continue;
    outlines += 1;
    const attributes = readAttributes(token.attributes);
    const value = (name: string): string => decodeEntities(attributes.get(name) ?? '').trim();
    const address = value('xmlurl');
    // Without an address it is a folder.
    if (address === '') continue;
    const title = plainLine(value('title') || value('text')).slice(0, LONGEST_TITLE) || null;
    const url = webLink(address);
    if (url === null)
      problems.push(`left out, since its address is not http or https: ${told(title ?? address)}`);
    else if (feeds.has(url)) twice += 1;
    else if (feeds.size < MOST_FEEDS) feeds.set(url, { url, title });
    else {
      problems.push(`only the first ${MOST_FEEDS} feeds were read: split the list`);
      break;
    }
  }
  if (outlines === 0) problems.push('the file names no feeds: export the list from your reader as OPML');
  if (twice > 0) problems.push(`${twice} feeds are there twice; one of each was read`);
  const more = problems.length - MOST_PROBLEMS;
  return {
    feeds: [...feeds.values()],
    problems: more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `and ${more} more like these`] : problems,
  };
}

/** @returns a whole document; what no XML may hold is left out of titles. */
export function writeOpml(feeds: readonly FoundFeed[]): string {
  const outlines = feeds.map(({ url, title }) => {
    const name = escaped(plainLine(title ?? '') || url);
    return `    <outline type="rss" text="${name}" title="${name}" xmlUrl="${escaped(url)}"/>\n`;
  });
  const head = '<head><title>Casebook</title></head>';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  ${head}\n  <body>\n${outlines.join('')}  </body>\n</opml>\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Foreign words in a line for an operator. */
function told(text: string): string {
  return plainLine(text).slice(0, 100);
}
