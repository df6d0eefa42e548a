/** Finds the feeds of a site: those that its page names, and the usual places where it names none. */

import { decodeEntities } from '../../core/decode-entities.ts';
import { webLink } from './canonical-link.ts';
import { plainLine } from './plain-text.ts';
import { readAttributes, scanMarkup } from './scan-markup.ts';

export interface FoundFeed {
  readonly url: string;
  /** As the page calls it; null when it does not. */
  readonly title: string | null;
}

const FEED_TYPE =
  /^\s*(?:application|text)\/(?:rss|atom|rdf|feed|x-rss|x-atom|rss\+xml|atom\+xml|rdf\+xml|feed\+json)(?:\+xml|\+json)?\s*(?:;|$)/i;
/** JSON that is declared as `alternate` may be an interface for programs; only with this in its address it is a feed. */
const JSON_TYPE = /^\s*application\/json\b/i;
const FEED_PATH =
  /(?:^|\/)(?:feeds?|rss|atom)(?:\d|\/|$)|(?:^|[/._-])(?:rss|atom|feed)[\w-]{0,20}\.(?:xml|php|aspx?|json|rdf)$|\.(?:rss|atom|rdf)$|\/index\.xml$/i;
const FEED_QUERY = /[?&](?:feed=|(?:format|output|type|alt)=(?:rss|atom|feed))/i;
/** What an address may lead to that only speaks of feeds. */
const NO_FEED = /\.(?:html?|png|svg|gif|jpe?g|css|js|pdf)$/i;
/** A page that names more names other sites' feeds. */
const MOST = 50;
const LONGEST_TITLE = 200;

interface Anchor {
  readonly url: string;
  readonly words: string[];
}

/**
 * @param url of the page, after redirects.
 * @returns declared feeds (`link rel="alternate"`) in the order of the page, then links whose addresses look like feeds.
 */
export function findFeeds(html: string, url: string): FoundFeed[] {
  const declared = new Map<string, string | null>();
  const linked = new Map<string, string | null>();
  let base = url;
  let silent = '';
  /** The link whose words are being read. */
  let anchor = null as Anchor | null;
  const finish = (): void => {
    if (anchor !== null) linked.set(anchor.url, linked.get(anchor.url) ?? titleOf(anchor.words.join(' ')));
    anchor = null;
  };
  for (const token of scanMarkup(html)) {
    if (token.kind === 'close') {
      if (token.name === silent) silent = '';
      if (token.name === 'a') finish();
    } else if (silent !== '') {
      // Scripts and templates write of pages without being one.
    } else if (token.kind === 'text') anchor?.words.push(token.text);
    else if (token.kind === 'open') {
      if (/^(?:script|style|template|noscript)$/.test(token.name) && !token.selfClosing) silent = token.name;
      if (!/^(?:base|link|a)$/.test(token.name)) continue;
      if (token.name === 'a') finish();
      const attributes = readAttributes(token.attributes);
      const href = webLink(decodeEntities(attributes.get('href') ?? ''), base);
      if (href === null) continue;
      if (token.name === 'base') base = href;
      else if (token.name === 'link') {
        if (isFeedLink(attributes, href) && !declared.has(href))
          declared.set(href, titleOf(attributes.get('title') ?? ''));
      } else if (looksLikeFeedAddress(href)) anchor = { url: href, words: [] };
    }
  }
  finish();
  const found = [...declared, ...[...linked].filter(([link]) => !declared.has(link))];
  return found.slice(0, MOST).map(([link, title]) => ({ url: link, title }));
}

function isFeedLink(attributes: ReadonlyMap<string, string>, href: string): boolean {
  const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
  const type = attributes.get('type') ?? '';
  if (rel.includes('stylesheet')) return false;
  if (rel.includes('feed')) return true;
  return (
    rel.includes('alternate') &&
    (FEED_TYPE.test(type) || (JSON_TYPE.test(type) && looksLikeFeedAddress(href)))
  );
}

function looksLikeFeedAddress(address: string): boolean {
  const { pathname, search } = new URL(address);
  return (FEED_PATH.test(pathname) && !NO_FEED.test(pathname)) || FEED_QUERY.test(search);
}

function titleOf(text: string): string | null {
  return plainLine(text.slice(0, 10 * LONGEST_TITLE)).slice(0, LONGEST_TITLE) || null;
}

/** Where common programs for sites put their feeds, the most common first. */
const USUAL_PLACES = [
  'feed',
  'rss.xml',
  'feed.xml',
  'atom.xml',
  'index.xml',
  'rss',
  'feed.json',
  'index.rdf',
  'feeds/posts/default',
  '?feed=rss2',
];

/**
 * Addresses to try where a page names no feed, on its own host: below the page first, since a section's feed is nearer
 * to what was asked for than the site's.
 */
export function usualFeedPlaces(url: string): string[] {
  const page = webLink(url);
  if (page === null) return [];
  const { origin, pathname } = new URL(page);
  const section = `${pathname.replace(/\/[^/]*\.[^/]*$/, '').replace(/\/+$/, '')}/`;
  const below =
    section === '/'
      ? []
      : USUAL_PLACES.slice(0, 3).map((place) => new URL(`${section}${place}`, origin).href);
  return [...below, ...USUAL_PLACES.map((place) => new URL(`/${place}`, origin).href)];
}
