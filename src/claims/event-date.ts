/** When something was said or done, as far as the sentence and the publication's date tell. */
import { evenFold } from './even-fold.ts';

const MONTHS: Readonly<Record<string, string>> = Object.fromEntries(
  ['fr', 'en'].flatMap((lang) =>
    Array.from({ length: 12 }, (_, month) => [
      evenFold(
        new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month, 1)),
      ),
      String(month + 1).padStart(2, '0'),
    ]),
  ),
);
const WEEKDAYS: Readonly<Record<string, number>> = Object.fromEntries(
  ['fr', 'en'].flatMap((lang) =>
    Array.from({ length: 7 }, (_, day) => [
      // 7 January 2024 was a Sunday.
      evenFold(
        new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }).format(
          Date.UTC(2024, 0, 7 + day),
        ),
      ),
      day,
    ]),
  ),
);
const CHINESE_WEEKDAYS = '日一二三四五六';
const month = Object.keys(MONTHS).join('|');
const weekday = Object.keys(WEEKDAYS).join('|');
const DATES = new RegExp(
  [
    String.raw`(?<iso>\b\d{4}-\d{2}-\d{2}\b)`,
    String.raw`(?:(?<zy>(?:19|20)\d{2})\s?年)?(?<zm>\d{1,2})\s?月(?:(?<zd>\d{1,2})\s?日)?`,
    String.raw`\b(?<d>\d{1,2})(?:er|st|nd|rd|th)?\s+(?:of\s+)?(?<m>${month})\b(?:,?\s+(?<y>(?:19|20)\d{2})\b)?`,
    String.raw`\b(?<m2>${month})\s+(?<d2>\d{1,2})(?!\d)(?:st|nd|rd|th)?(?:,?\s+(?<y2>(?:19|20)\d{2})\b)?`,
    String.raw`\b(?<m3>${month})\s+(?<y3>(?:19|20)\d{2})\b`,
    String.raw`\b(?<w>${weekday})\b(?:\s+(?<next>prochain|dernier))?|(?:星期|周)(?<wz>[一二三四五六日天])`,
    String.raw`\b(?<day>aujourd'hui|today|hier|yesterday)\b|(?<dayz>今天|今日|昨天|昨日)`,
    String.raw`\b(?:in|en|de|during)\s+(?<y4>(?:19|20)\d{2})\b|(?<y5>(?:19|20)\d{2})年`,
  ].join('|'),
  'gu',
);
/** Before a date: it is not when this was said. */
const OTHER =
  /(?:\b(?:depuis|since|until|jusqu'\p{L}+|between|entre|from|a partir d[eu]|before|avant|after|apres|over|sur) (?:le |the )?|\b(?:attack\p{L}*|attaques?|breach\p{L}*|intrusions?|campagne|campaign|accusations?|declarations?|sanctions?|mesures|statement|rapport|report|enquete|election|incident|operation|piratage|hack|invasion) (?:\p{L}+ )?(?:of|de|d'|en|in|du|from) (?:\d{1,2} )?(?:\p{L}+ )?)$/u;

/**
 * The date of the act: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. A weekday, «hier» or a day without its year are resolved
 * against the publication's date when that is known to the day, and are nothing otherwise.
 *
 * @param act offset in the sentence of what was done; the date nearest to it counts.
 */
export function eventDate(text: string, act: number, publishedAt: string | null): string | null {
  const folded = evenFold(text).replace(/’/g, "'");
  let best: { date: string; distance: number } | null = null;
  for (const match of folded.matchAll(DATES)) {
    const before = folded.slice(0, match.index);
    if (OTHER.test(before)) continue;
    const date = resolve(match.groups ?? {}, publishedAt);
    if (date === null) continue;
    // What hangs on «que» tells of other days.
    const between = folded.slice(Math.min(act, match.index), Math.max(act, match.index));
    const distance =
      Math.abs(match.index - act) +
      (/\b(?:que|qui|that|which|who|when|lorsque)\b|;/u.test(between) ? 200 : 0);
    // A year alone says less than a day further off.
    const penalty = distance + (date.length === 4 ? 60 : 0);
    if (best === null || penalty < best.distance) best = { date, distance: penalty };
  }
  return best?.date ?? null;
}

function resolve(found: Partial<Record<string, string>>, publishedAt: string | null): string | null {
  const known = publishedAt !== null && /^\d{4}-\d{2}-\d{2}$/.test(publishedAt) ? publishedAt : null;
  if (found.iso !== undefined) return real(found.iso);
  const day = found.d ?? found.d2 ?? found.zd;
  const name = found.m ?? found.m2 ?? found.m3;
  const monthNumber = name === undefined ? found.zm?.padStart(2, '0') : MONTHS[name];
  if (monthNumber !== undefined) {
    const year = found.y ?? found.y2 ?? found.y3 ?? found.zy ?? yearOf(monthNumber, day, publishedAt);
    if (year === null) return null;
    return day === undefined
      ? `${year}-${monthNumber}`
      : real(`${year}-${monthNumber}-${day.padStart(2, '0')}`);
  }
  const year = found.y4 ?? found.y5;
  if (year !== undefined) return year;
  if (known === null || found.next === 'prochain') return null;
  if (found.day !== undefined || found.dayz !== undefined)
    return daysBefore(known, /hier|yester|昨/u.test(found.day ?? found.dayz ?? '') ? 1 : 0);
  const wanted =
    found.w === undefined
      ? CHINESE_WEEKDAYS.indexOf((found.wz ?? '').replace('天', '日'))
      : WEEKDAYS[found.w];
  if (wanted === undefined || wanted < 0) return null;
  return daysBefore(known, (new Date(`${known}T00:00:00Z`).getUTCDay() - wanted + 7) % 7);
}

/** The year in which a day without its year lies last before the publication; null when that cannot be told. */
function yearOf(month: string, day: string | undefined, publishedAt: string | null): string | null {
  if (publishedAt === null || publishedAt.length < 7) return null;
  const year = Number(publishedAt.slice(0, 4));
  const asked = day === undefined ? month : `${month}-${day.padStart(2, '0')}`;
  const limit = publishedAt.slice(5, 5 + asked.length);
  if (asked.slice(0, limit.length) > limit) return String(year - 1);
  return String(year);
}

function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

function real(iso: string): string | null {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** Every date that a sentence names, resolved as `eventDate` does it. */
export function eventDates(text: string, publishedAt: string | null): string[] {
  const folded = evenFold(text).replace(/’/g, "'");
  return [...folded.matchAll(DATES)].flatMap((match) => resolve(match.groups ?? {}, publishedAt) ?? []);
}
