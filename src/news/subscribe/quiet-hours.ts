/** Hours in which a channel wants no posts, and how many it takes in any other. */
import type { QuietHours } from '../../core/subscription.ts';
import { nextDigest } from './next-digest.ts';

const HOUR = 3_600_000;

/**
 * The time itself, or the end of the quiet hours that it falls into. They begin and end as clocks on the wall show it,
 * past midnight and when the clocks change: an end that the clocks leave out is when they have moved on, and of one that
 * they show twice the first counts.
 */
export function allowedAt(time: Date, quiet: QuietHours | null, timeZone: string): Date {
  if (quiet === null) return time;
  // A whole second is what the schedule counts in.
  const begin = nextDigest({ schedule: daily(quiet.from), timeZone }, time);
  const end = nextDigest({ schedule: daily(quiet.to), timeZone }, time);
  if (begin === null || end === null) return time;
  // Whichever comes next tells where we are: before an end that comes first, it is quiet.
  return end < begin ? end : time;
}

/** `07:30` as a daily pattern. */
function daily(time: string): string {
  const [hour, minute] = time.split(':').map(Number);
  return `${minute ?? 0} ${hour ?? 0} * * *`;
}

/**
 * When the next post may be made, so that no sixty minutes hold more than `max`.
 *
 * @param posted times of posts, ISO 8601, in any order; those of the last hour matter.
 * @param max at least 1.
 */
export function nextSlot(posted: readonly string[], now: Date, max: number): Date {
  const recent = posted
    .map((time) => Date.parse(time))
    .filter((time) => time > now.getTime() - HOUR)
    .sort((a, b) => a - b);
  const oldest = recent[recent.length - max];
  return oldest === undefined ? now : new Date(oldest + HOUR);
}
