/** What a feed holds as it is written, whichever reader took it apart: addresses relative, texts with their HTML. */
import type { FeedFormat } from '../feed-item.ts';

export interface RawItem {
  readonly id: string | null;
  /** The id is the item's address where it names none (RSS `guid` that is a permanent link). */
  readonly idIsLink: boolean;
  readonly title: string | null;
  readonly link: string | null;
  readonly summary: string | null;
  readonly content: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly lang: string | null;
  readonly publisher: string | null;
  /** `xml:base` of the item; may itself be relative. */
  readonly base: string | null;
}

export interface RawFeed {
  readonly format: FeedFormat;
  readonly title: string | null;
  readonly link: string | null;
  readonly self: string | null;
  readonly lang: string | null;
  readonly base: string | null;
  readonly refreshMinutes: number | null;
  readonly items: readonly RawItem[];
}

/** A link element, or a link in a feed of another form. */
export interface RawLink {
  readonly href: string | null;
  readonly rel: string | null;
  readonly type: string | null;
}

/** The page among the links: an `alternate` that is HTML, or states no type, before one of another type. */
export function alternateOf(links: readonly RawLink[]): string | null {
  const pages = links.filter(
    ({ href, rel }) => href !== null && (rel ?? 'alternate').toLowerCase() === 'alternate',
  );
  const page = pages.find(({ type }) => type === null || /html/i.test(type)) ?? pages[0];
  return page?.href ?? null;
}

export function selfOf(links: readonly RawLink[]): string | null {
  return links.find(({ href, rel }) => href !== null && rel?.toLowerCase() === 'self')?.href ?? null;
}

const PERIOD_MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};
/** A publisher that asks for more than a month has made a mistake. */
const LONGEST_REFRESH_MINUTES = 43_200;

/** `ttl` in minutes, else `sy:updatePeriod` divided by `sy:updateFrequency`; null when neither makes sense. */
export function refreshOf(ttl: unknown, period: unknown, frequency: unknown): number | null {
  const times = Number(frequency ?? 1);
  const stated = Number(ttl ?? Number.NaN);
  const minutes =
    stated > 0
      ? stated
      : (PERIOD_MINUTES[String(period).trim().toLowerCase()] ?? 0) / (times > 0 ? times : 1);
  return minutes >= 1 && Number.isFinite(minutes)
    ? Math.min(Math.round(minutes), LONGEST_REFRESH_MINUTES)
    : null;
}
