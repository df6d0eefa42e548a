/** When a digest is due: a cron pattern of five fields, read in a time zone, across changes of its clocks. */
import { Cron } from 'croner';

export interface DigestTimes {
  /** Five fields. */
  readonly schedule: string;
  /** IANA name. */
  readonly timeZone: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How far back the last due time is looked for, step by step: hourly, daily, weekly, monthly and yearly patterns. */
const LOOK_BACK = [2 * HOUR, 26 * HOUR, 8 * DAY, 32 * DAY, 367 * DAY, 4 * 366 * DAY];

/**
 * The first time after `after`; null when the pattern never comes.
 *
 * A time that the clocks leave out comes when they have moved on, and one that they show twice comes the first time:
 * whatever has a fixed hour comes exactly once on its day. What comes every so many hours follows the clock on the wall.
 *
 * @throws Error when pattern or zone is not valid: `readSchedule` and `readTimeZone` let none through.
 */
export function nextDigest({ schedule, timeZone }: DigestTimes, after: Date): Date | null {
  const cron = new Cron(schedule, {
    timezone: timeZone,
    mode: '5-part',
    fixedTimeRule: 'no-wildcard',
    paused: true,
  });
  return cron.nextRun(after);
}

/**
 * The digest that is due now: the last time of the schedule that is later than `last` and not later than `now`. After an
 * outage that is one digest, whatever number was missed. Null when none is due.
 */
export function missedDigest(times: DigestTimes, last: Date, now: Date): Date | null {
  for (const span of LOOK_BACK) {
    const from = Math.max(last.getTime(), now.getTime() - span);
    let due: Date | null = null;
    for (let at = nextDigest(times, new Date(from)); at !== null && at <= now; at = nextDigest(times, at))
      due = at;
    if (due !== null || from === last.getTime()) return due;
  }
  return null;
}
