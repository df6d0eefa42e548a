/** When a feed that answered is polled again: at its own pace, and never sooner than it asks. */

/** Minutes: for a feed of which nothing is known. */
const DEFAULT = 15;
/** Minutes: a feed that is busier is read in portions; one that is slower still may bring news of today. */
export const SHORTEST = 5;
export const LONGEST = 360;
/** Minutes: a feed that asks for more (`sy:updatePeriod` of a month) is looked at daily all the same. */
const LONGEST_REFRESH = 1_440;
/** How much longer the next wait is when nothing changed: a quiet night makes one hour of a quarter, not six. */
const GROWTH = 1.1;
/** Polls in the time that a feed takes for an item: half of the pace loses half of it at most. */
const POLLS_PER_ITEM = 2;
/** Latest items that tell the pace. */
const ITEMS = 10;
/** Share of the wait that chance adds, so that feeds that were added together do not stay together. */
const JITTER = 0.1;

export interface PaceOfFeed {
  readonly now: Date;
  /** Minutes, as last worked out; null before the first poll. */
  readonly intervalMinutes: number | null;
  /** When its items were published, ISO 8601; null when nothing was read because nothing changed. */
  readonly published: readonly string[] | null;
}

/** @returns minutes between 5 and 360. */
export function nextInterval({ now, intervalMinutes, published }: PaceOfFeed): number {
  const known = intervalMinutes !== null && Number.isFinite(intervalMinutes);
  if (published === null) return within(known ? intervalMinutes * GROWTH : DEFAULT);
  const latest = published
    .map((time) => now.getTime() - Date.parse(time))
    .filter((age) => Number.isFinite(age))
    .sort((a, b) => a - b)
    .slice(0, ITEMS);
  const oldest = latest.at(-1);
  // One item alone tells no pace.
  if (oldest === undefined || latest.length < 2) return DEFAULT;
  return within(oldest / latest.length / POLLS_PER_ITEM / 60_000);
}

export interface WaitAsked {
  /** Minutes, as the feed asks; null when it does not. */
  readonly refreshMinutes: number | null;
  /** Seconds, as the server says; null when it does not. A file's setting, not a feed's: 6 h of it count. */
  readonly maxAge: number | null;
  /** 0 to 1. */
  readonly random: number;
}

/** @returns milliseconds to wait: at least the interval and what is asked for, at most 26 h 24 min. */
export function waitFor(intervalMinutes: number, { refreshMinutes, maxAge, random }: WaitAsked): number {
  const asked = Math.max(
    Math.min(refreshMinutes ?? 0, LONGEST_REFRESH),
    Math.min((maxAge ?? 0) / 60, LONGEST),
  );
  const minutes = Math.max(within(intervalMinutes), Number.isFinite(asked) ? asked : 0);
  return Math.round(minutes * (1 + JITTER * random) * 60_000);
}

function within(minutes: number): number {
  return Math.min(LONGEST, Math.max(SHORTEST, minutes));
}
