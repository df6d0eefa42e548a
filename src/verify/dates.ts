/** Which dates of a sentence its passages do not give. */
import type { FoundDate } from './find-dates.ts';

/** The dates of one cited passage and when it was published. */
export interface DatedText {
  readonly dates: readonly FoundDate[];
  /** ISO 8601 of year, month or day precision; null when unknown. */
  readonly publishedAt: string | null;
}

interface Day {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** The dates that no passage gives; a relative one is read against the day that its passage was published. */
export function unfoundDates(dates: readonly FoundDate[], passages: readonly DatedText[]): FoundDate[] {
  const read = passages.map((passage) => readPassage(passage));
  return dates.filter((date) => !read.some((passage) => gives(passage, date)));
}

interface ReadDates {
  readonly days: readonly Day[];
  readonly weekdays: ReadonlySet<number>;
  readonly relatives: ReadonlySet<string>;
  readonly published: Day | null;
  /** States a year of its own, so that the year of publication stands for nothing else. */
  readonly hasYear: boolean;
}

function readPassage({ dates, publishedAt }: DatedText): ReadDates {
  const published = parseDay(publishedAt);
  const days: Day[] = [];
  const weekdays = new Set<number>();
  const years = [...new Set(dates.flatMap(({ year }) => (year === null ? [] : [year])))];
  for (const date of dates) {
    if (date.weekday !== null) {
      weekdays.add(date.weekday);
      days.push(...nearWeekday(date.weekday, published));
    } else if (date.relative !== null) days.push(...resolve(date.relative, published));
    else if (date.year !== null) days.push(date);
    else {
      // «28 May» is of the year named beside it or of the one in which it was printed, or the one before.
      days.push(date);
      for (const year of [...years, ...aroundPublication(date, published)]) days.push({ ...date, year });
      if (date.month === null && published !== null)
        days.push({ year: published.year, month: published.month, day: date.day });
    }
  }
  for (const day of [...days, ...(published === null ? [] : [published])]) {
    const weekday = weekdayOf(day);
    if (weekday !== null) weekdays.add(weekday);
  }
  const relatives = new Set(dates.flatMap(({ relative }) => (relative === null ? [] : [relative])));
  return { days, weekdays, relatives, published, hasYear: years.length > 0 };
}

function gives({ days, weekdays, relatives, published, hasYear }: ReadDates, date: FoundDate): boolean {
  if (date.weekday !== null) return weekdays.has(date.weekday);
  if (date.relative !== null) return relatives.has(date.relative);
  if (days.some((day) => within(day, date))) return true;
  // The day of publication dates what is said in it. A bare year does so only where the text names no other.
  const otherDay = days.some(
    ({ year, month, day }) => day !== null && year === date.year && month === date.month,
  );
  if (date.day !== null && otherDay) return false;
  return published !== null && within(published, date) && (date.month !== null || !hasYear);
}

/** Whether the day, as exactly as it is known, lies in what the sentence states. */
function within(day: Day, date: Day): boolean {
  const fits = (known: number | null, stated: number | null): boolean => stated === null || known === stated;
  return fits(day.year, date.year) && fits(day.month, date.month) && fits(day.day, date.day);
}

function parseDay(iso: string | null): Day | null {
  const parts = iso === null ? null : /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso);
  if (parts === null) return null;
  const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
  return { year: number(parts[1]), month: number(parts[2]), day: number(parts[3]) };
}

const DAY_MS = 86_400_000;

function utc({ year, month, day }: Day): number | null {
  return year === null || month === null || day === null ? null : Date.UTC(year, month - 1, day);
}

function fromUtc(time: number): Day {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function weekdayOf(day: Day): number | null {
  const time = utc(day);
  return time === null ? null : new Date(time).getUTCDay();
}

/** A weekday in the news is the last one up to the day of publication; what is announced falls on the next one. */
function nearWeekday(weekday: number, published: Day | null): Day[] {
  const time = published === null ? null : utc(published);
  if (time === null) return [];
  const back = (new Date(time).getUTCDay() - weekday + 7) % 7;
  return [fromUtc(time - back * DAY_MS), fromUtc(time + (7 - back) * DAY_MS)];
}

function aroundPublication(date: Day, published: Day | null): number[] {
  if (published === null || published.year === null) return [];
  const later = published.month !== null && date.month !== null && date.month > published.month;
  return later ? [published.year, published.year - 1] : [published.year];
}

function resolve(relative: string, published: Day | null): Day[] {
  if (published === null || published.year === null) return [];
  const { year, month } = published;
  if (relative === 'last-year') return [{ year: year - 1, month: null, day: null }];
  if (relative === 'this-year') return [{ year, month: null, day: null }];
  if (relative === 'yesterday') {
    const time = utc(published);
    return time === null ? [] : [fromUtc(time - DAY_MS)];
  }
  if (month === null) return [];
  if (relative === 'last-month')
    return [month === 1 ? { year: year - 1, month: 12, day: null } : { year, month: month - 1, day: null }];
  return [{ year, month, day: null }];
}
