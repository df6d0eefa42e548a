/** A feed as written to a feed as read: plain text, whole addresses, dates in UTC, a key for each item. */
import type { Feed, FeedItem } from '../feed-item.ts';
import { canonicalLink, linkWithFragment, webLink } from './canonical-link.ts';
import { feedDate } from './feed-date.ts';
import { feedLang } from './feed-lang.ts';
import { itemKeys } from './item-key.ts';
import { cutText, plainLine, plainText } from './plain-text.ts';
import type { RawFeed, RawItem } from './raw-feed.ts';

/** As feed-item.ts promises, in UTF-16 code units. */
const LONGEST_TITLE = 500;
const LONGEST_TEASER = 5_000;
const LONGEST_TEXT = 200_000;
/** Name of a publisher. */
const LONGEST_NAME = 200;
/** No article is shorter; content without a summary that is shorter is one itself. */
const SHORTEST_ARTICLE = 500;
/** HTML of one field that is read: ten times the longest text, since markup outweighs words. */
const LONGEST_HTML = 10 * LONGEST_TEXT;
/**
 * Items of one feed. The longest feeds in use hold some hundreds; archives hold all that a site ever published, which
 * would fill the database on each poll. The newest are kept: the others were news once.
 */
const MAX_ITEMS = 1_000;

/** @param url where the feed was fetched. */
export function finishFeed(raw: RawFeed, url: string, problems: readonly string[]): Feed {
  const found = [...problems];
  const base = baseOf(raw, url);
  const kept = newest(raw.items);
  if (kept.length < raw.items.length)
    found.push(`it holds ${raw.items.length} items; the newest ${kept.length} were read`);
  const feedLanguage = feedLang(raw.lang);
  const read = kept.map((item) => readItem(item, base, feedLanguage));
  const keys = itemKeys(read.map(({ parts }) => parts));
  const items = new Map<string, FeedItem>();
  for (const [index, { item }] of read.entries()) {
    const key = keys[index] ?? '';
    if (!items.has(key)) items.set(key, { key, ...item });
  }
  if (items.size < read.length)
    found.push(`${read.length - items.size} items are there twice; one of each was read`);
  return {
    format: raw.format,
    title: cutText(plainLine(cutHtml(raw.title)), LONGEST_TITLE) || null,
    siteUrl: raw.link === null ? null : canonicalLink(raw.link, base),
    selfUrl: raw.self === null ? null : webLink(raw.self, base),
    lang: feedLanguage,
    refreshMinutes: raw.refreshMinutes,
    items: [...items.values()],
    problems: found,
  };
}

function readItem(
  raw: RawItem,
  feedBase: string,
  feedLanguage: string | null,
): { item: Omit<FeedItem, 'key'>; parts: Parameters<typeof itemKeys>[0][number] } {
  const base = resolve(raw.base, feedBase);
  const id = plainLine(raw.id?.slice(0, LONGEST_TEASER) ?? '');
  const stated = raw.link ?? (raw.idIsLink && /^https?:/i.test(id) ? id : null);
  // With its fragment: entries of one live page have nothing else of their own.
  const url = stated === null ? null : linkWithFragment(stated, base);
  const title = cutText(plainLine(cutHtml(raw.title)), LONGEST_TITLE);
  const { teaser, text } = readBody(raw);
  const publisher = cutText(plainLine(cutHtml(raw.publisher)), LONGEST_NAME);
  return {
    item: {
      title,
      teaser,
      text,
      url,
      publishedAt: feedDate(raw.published ?? raw.updated),
      updatedAt: feedDate(raw.updated),
      lang: feedLang(raw.lang) ?? feedLanguage,
      publisher: publisher === '' ? null : publisher,
    },
    parts: { id, link: url, title, text: text ?? teaser },
  };
}

/** Which of the two is the teaser, and whether there is a whole article. */
function readBody(raw: RawItem): { teaser: string; text: string | null } {
  const summary = plainText(cutHtml(raw.summary));
  const content = plainText(cutHtml(raw.content));
  const longer = content.length > summary.length ? content : summary;
  const teaser = summary === '' && content.length < SHORTEST_ARTICLE ? content : summary;
  // A description that exceeds any teaser is the article itself.
  const whole = longer !== teaser || longer.length > LONGEST_TEASER ? longer : null;
  return {
    teaser: cutText(teaser, LONGEST_TEASER),
    text: whole === null || whole === '' ? null : cutText(whole, LONGEST_TEXT),
  };
}

function cutHtml(html: string | null): string {
  return (html ?? '').slice(0, LONGEST_HTML);
}

/** In the order of the feed; those without a date are as old as the oldest, and among them the first are newer. */
function newest(items: readonly RawItem[]): readonly RawItem[] {
  if (items.length <= MAX_ITEMS) return items;
  const dates = items.map((item) => feedDate(item.published ?? item.updated) ?? '');
  const order = [...items.keys()].sort((a, b) => (dates[b] ?? '').localeCompare(dates[a] ?? '') || a - b);
  const kept = new Set(order.slice(0, MAX_ITEMS));
  return items.filter((_, index) => kept.has(index));
}

/**
 * `xml:base`, else where the feed was fetched. A feed that another host serves for its site means the site: the paths in
 * it lead nowhere on that host.
 */
function baseOf(raw: RawFeed, url: string): string {
  if (raw.base !== null) return resolve(raw.base, url);
  const site = raw.link === null ? null : canonicalLink(raw.link);
  return site !== null && new URL(site).host !== new URL(url).host ? site : url;
}

function resolve(base: string | null, against: string): string {
  // `canParse` takes a few very long addresses that the constructor refuses.
  return (base === null ? null : URL.parse(base, against))?.href ?? against;
}
