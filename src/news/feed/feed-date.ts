/** Dates as feeds write them, to ISO 8601 in UTC. */

/** Names of months by their first letters, without accents: English and French, long and short. */
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^jan/, 1],
  [/^(?:feb|fev)/, 2],
  [/^mar/, 3],
  [/^(?:apr|avr)/, 4],
  [/^(?:may|mai)/, 5],
  [/^(?:jun|juin)/, 6],
  [/^(?:jul|juil)/, 7],
  [/^(?:aug|aou)/, 8],
  [/^sep/, 9],
  [/^oct/, 10],
  [/^nov/, 11],
  [/^dec/, 12],
];

/** Zones that feeds name by letters, in minutes east of Greenwich; others are read as UTC. */
const ZONES: Readonly<Record<string, number>> = {
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
  eet: 120,
  eest: 180,
  wet: 0,
  west: 60,
  bst: 60,
  msk: 180,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};

/** Older than any feed: such a date is a default of some program. */
const EARLIEST = Date.UTC(1990, 0, 1);
/** Longest text that is read as a date. */
const LONGEST = 80;

const ISO =
  /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?|(\d{2})(\d{2}))?(?:[T ,]{1,3}(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?)?\s?(.{0,20})$/i;
const NAMED =
  /^(?:\p{L}{2,12}\.?,? ?)?(?:le )?(?:(\d{1,2})(?:st|nd|rd|th|er|e)?[ -](\p{L}{3,12})\.?|(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?)[, -]{1,2}(\d{2}|\d{4})\b,?(?: ?(?:at|a) )? ?(?:(\d{1,2})[:h](\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)? ?(.{0,30})$/iu;
/** `Mon Jan  2 15:04:05 CET 2006`, as Unix's own clock writes it. */
const CLOCK = /^\p{L}{3,9} (\p{L}{3,9}) (\d{1,2}) (\d{1,2}):(\d{2}):(\d{2}) (\S{0,10} ?)(\d{4})$/iu;

interface Parts {
  readonly year: string;
  readonly month: number;
  readonly day?: string | undefined;
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  readonly zone?: string | undefined;
}

/**
 * Reads RFC 822, ISO 8601, their usual misspellings, French and English months, and Unix time in seconds or
 * milliseconds. Without a zone the date is taken as UTC; without a day or time, as the first.
 *
 * @returns null when it is no date, or one before 1990.
 */
export function feedDate(stated: string | null): string | null {
  const text = (stated ?? '').slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  if (text === '') return null;
  const time = unixTime(text) ?? timeOf(readParts(text));
  return time === null || time < EARLIEST || time > 8.64e15 ? null : new Date(time).toISOString();
}

function unixTime(text: string): number | null {
  if (!/^\d{9,13}(?:\.\d{1,9})?$/.test(text)) return null;
  const value = Number(text);
  return value >= 1e11 ? value : value * 1000;
}

function readParts(text: string): Parts | null {
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year = '', month, day, joinedMonth, joinedDay, hour, minute, second, zone] = iso;
    return {
      year,
      month: Number(month ?? joinedMonth ?? 1),
      day: day ?? joinedDay,
      hour,
      minute,
      second,
      zone,
    };
  }
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  const clock = CLOCK.exec(plain);
  if (clock !== null) {
    const [, month = '', day, hour, minute, second, zone, year = ''] = clock;
    return { year, month: monthOf(month), day, hour, minute, second, zone };
  }
  const named = NAMED.exec(plain);
  if (named === null) return null;
  const [, day, month, month2, day2, year = '', hour, minute, second, zone] = named;
  return { year, month: monthOf(month ?? month2 ?? ''), day: day ?? day2, hour, minute, second, zone };
}

function monthOf(name: string): number {
  const lower = name.toLowerCase();
  return MONTHS.find(([pattern]) => pattern.test(lower))?.[1] ?? 0;
}

function timeOf(parts: Parts | null): number | null {
  if (parts === null) return null;
  // Two digits: no feed is older than 1990.
  const year =
    parts.year.length === 2
      ? Number(parts.year) + (Number(parts.year) < 90 ? 2000 : 1900)
      : Number(parts.year);
  const [day, hour, minute, second] = [
    parts.day ?? 1,
    parts.hour ?? 0,
    parts.minute ?? 0,
    parts.second ?? 0,
  ].map(Number) as [number, number, number, number];
  if (parts.month < 1 || parts.month > 12 || day < 1 || hour > 24 || minute > 59 || second > 60) return null;
  const time = Date.UTC(year, parts.month - 1, day, hour, minute, Math.min(second, 59));
  // 31 February would become March.
  if (new Date(Date.UTC(year, parts.month - 1, day)).getUTCDate() !== day) return null;
  return time - zoneMinutes(parts.zone ?? '') * 60_000;
}

function zoneMinutes(zone: string): number {
  const offset = /([+-])(\d{1,2}):?(\d{2})?/.exec(zone);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    // No zone is farther than fourteen hours.
    return minutes > 14 * 60 ? 0 : offset[1] === '-' ? -minutes : minutes;
  }
  return ZONES[/[a-z]{3,4}/i.exec(zone)?.[0].toLowerCase() ?? ''] ?? 0;
}
