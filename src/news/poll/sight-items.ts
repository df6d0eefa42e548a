/** The items of a feed as one poll saw them: what tells each from what is known, and whether it can be news. */
import { createHash } from 'node:crypto';
import { isTrackingFragment, withoutTracking } from '../../core/tracking-parameters.ts';
import type { SightedItem } from '../feed-book.ts';
import type { FeedItem } from '../feed-item.ts';

/** Milliseconds: a feed that brings up what is older has put its archive back, and an archive is no news. */
const NEWS_AGE = 7 * 24 * 60 * 60_000;
/** Code units: shorter titles («Update», «Flash») come again with every issue. */
const TELLING_TITLE = 8;
/**
 * Items of one feed, as read. Of those that say the same under two keys the first stays. A link that several items share
 * (a front page, a live page) tells none of them; neither does a title that several have on one date.
 *
 * @param siteUrl the feed's own page, which is no item's.
 */
export function sightItems(items: readonly FeedItem[], siteUrl: string | null, now: Date): SightedItem[] {
  const site = siteUrl === null ? null : canonicalLink(siteUrl);
  const seen = new Set<string>();
  const sighted: SightedItem[] = [];
  for (const item of items) {
    const link = canonicalLink(item.url);
    const own = link !== null && link !== site ? link : null;
    const same = own === null ? null : JSON.stringify([own, plainTitle(item.title)]);
    if (seen.has(`key ${item.key}`) || (same !== null && seen.has(same))) continue;
    seen.add(`key ${item.key}`);
    if (same !== null) seen.add(same);
    sighted.push({
      item: {
        ...item,
        publishedAt: notAfter(item.publishedAt, now),
        updatedAt: notAfter(item.updatedAt, now),
      },
      linkMark: own === null ? null : hash(own),
      titleMark: titleMark(item),
      news: isRecent(item, now),
    });
  }
  const links = repeated(sighted.map(({ linkMark }) => linkMark));
  const titles = repeated(sighted.map(({ titleMark: mark }) => mark));
  return sighted.map((one) => ({
    ...one,
    linkMark: links.has(one.linkMark) ? null : one.linkMark,
    titleMark: titles.has(one.titleMark) ? null : one.titleMark,
  }));
}

/** @returns host, path and query without what differs from reader to reader; null when that is a site's front page. */
function canonicalLink(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = withoutTracking(new URL(address));
  url.searchParams.sort();
  // `#entry-3` may be an item of a page, `#xtor=RSS-1` is none.
  const fragment = isTrackingFragment(url.hash) ? '' : url.hash;
  const rest = `${url.pathname.replace(/\/+$/, '')}${url.search}${fragment}`;
  return rest === '' ? null : `${url.host.replace(/^www\./, '')}${rest}`;
}

function titleMark({ title, publishedAt }: FeedItem): string | null {
  const plain = plainTitle(title);
  return publishedAt === null || plain.length < TELLING_TITLE ? null : hash(`${plain} ${publishedAt}`);
}

function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function isRecent({ publishedAt, updatedAt }: FeedItem, now: Date): boolean {
  const date = Date.parse(publishedAt ?? updatedAt ?? '');
  return Number.isNaN(date) || now.getTime() - date <= NEWS_AGE;
}

/** What is dated in the future is seen as of now. */
function notAfter(time: string | null, now: Date): string | null {
  return time !== null && Date.parse(time) > now.getTime() ? now.toISOString() : time;
}

function repeated(marks: readonly (string | null)[]): Set<string | null> {
  const once = new Set<string | null>();
  return new Set(marks.filter((mark) => mark !== null && once.size === once.add(mark).size));
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
