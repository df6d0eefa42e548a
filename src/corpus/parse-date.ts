/** Complete dates in running text: day, month and year, or nothing. */
import { fold } from '../lexicon/fold.ts';
import { MONTH_PATTERN, monthNumber } from './calendar-words.ts';

const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const CHINESE = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/;
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:er|st|nd|rd|th)? (?:of |de )?(${MONTH_PATTERN})\\.?,? (\\d{4})(?!\\d)`,
);
const MONTH_FIRST = new RegExp(
  `(?<!\\p{L})(${MONTH_PATTERN})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`,
  'u',
);
const NUMERIC = /(?<!\d)(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?!\d)/;

/**
 * The first complete date of a short text as `YYYY-MM-DD`, or null. Two numbers that could both be a month are read
 * as day and month only with `dayFirst`, since writers of English differ.
 */
export function parseCompleteDate(text: string, options: { dayFirst: boolean }): string | null {
  const folded = fold(text);
  const iso = ISO.exec(folded) ?? CHINESE.exec(folded);
  if (iso) return isoDate(iso[1], iso[2], iso[3]);
  const dayFirst = DAY_FIRST.exec(folded);
  if (dayFirst) return isoDate(dayFirst[3], monthNumber(dayFirst[2] ?? ''), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(folded);
  if (monthFirst) return isoDate(monthFirst[3], monthNumber(monthFirst[1] ?? ''), monthFirst[2]);
  const numeric = NUMERIC.exec(folded);
  if (!numeric) return null;
  const [, a, separator, b, year] = numeric;
  if (options.dayFirst || separator === '.' || Number(a) > 12) return isoDate(year, b, a);
  return Number(b) > 12 || a === b ? isoDate(year, a, b) : null;
}

/**
 * A date from metadata, of year, month or day precision; a time after the day is cut off. Null when it is none.
 */
export function parseMetadataDate(value: string): string | null {
  const match =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}[\d:.,]*\s?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/.exec(
      value.trim(),
    );
  if (!match) return null;
  const [, year = '', month, day] = match;
  const complete = isoDate(year, month ?? '01', day ?? '01');
  return complete?.slice(0, day ? 10 : month ? 7 : 4) ?? null;
}

function isoDate(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): string | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // Dates that do not exist roll over («31 June»), and so come back as another day.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
