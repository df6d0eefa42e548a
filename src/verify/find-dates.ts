/** Dates in a sentence, absolute and relative, in French, English and Chinese. */

export type Relative =
  | 'yesterday'
  | 'last-week'
  | 'last-month'
  | 'last-year'
  | 'this-year'
  | 'this-month'
  | 'this-week';

export interface FoundDate {
  /** Offsets in UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
  /** 1 to 31. */
  readonly day: number | null;
  /** 0 is Sunday. */
  readonly weekday: number | null;
  readonly relative: Relative | null;
}

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'janvier|janv|january|jan',
    'février|fevrier|févr|february|feb',
    'mars|march|mar',
    'avril|avr|april|apr',
    'mai|may',
    'juin|june|jun',
    'juillet|juil|july|jul',
    'août|aout|august|aug',
    'septembre|sept|september|sep',
    'octobre|oct|october',
    'novembre|nov|november',
    'décembre|decembre|déc|december|dec',
  ].flatMap((names, i) => names.split('|').map((name) => [name, i + 1])),
);
const WEEKDAYS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'dimanche|sunday|日|天',
    'lundi|monday|一',
    'mardi|tuesday|二',
    'mercredi|wednesday|三',
    'jeudi|thursday|四',
    'vendredi|friday|五',
    'samedi|saturday|六',
  ].flatMap((names, i) => names.split('|').map((name) => [name, i])),
);
const RELATIVE: readonly [RegExp, Relative][] = [
  [/\b(?:hier|la veille|yesterday)\b|昨天|昨日/giu, 'yesterday'],
  [/\b(?:la semaine (?:derni[eè]re|pass[eé]e)|last week)\b|上周|上週|上星期/giu, 'last-week'],
  [/\b(?:le mois (?:dernier|pass[eé])|last month)\b|上个月|上個月|上月/giu, 'last-month'],
  [/(?:\bl['’]an(?:née)? (?:derni[eè]re?|pass[eé]e?)|\blast year)\b|去年/giu, 'last-year'],
  [/\b(?:cette année|this year)\b|今年/giu, 'this-year'],
  [/\b(?:ce mois-ci|this month)\b|本月|这个月/giu, 'this-month'],
  [/\b(?:cette semaine|this week)\b|本周|本週|这周/giu, 'this-week'],
];
const MONTH = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const WEEKDAY = Object.keys(WEEKDAYS)
  .filter((name) => name.length > 1)
  .join('|');
const YEAR = String.raw`(?:19|20)\d{2}`;
const HAN_YEAR = String.raw`(?:(?:19|20)\d{2}|[一二][〇零九八七六五四三二一]{3})`;
const HAN_DAY = String.raw`(?:\d{1,2}|[一二三四五六七八九十]{1,3})`;
const SUFFIX = '(?:er|st|nd|rd|th)?';

const PATTERN = new RegExp(
  [
    String.raw`\b(?<y1>${YEAR})-(?<m1>\d{2})(?:-(?<d1>\d{2}))?\b`,
    String.raw`\b(?<d2>\d{1,2})[/.](?<m2>\d{1,2})[/.](?<y2>${YEAR})\b`,
    String.raw`(?<y3>${HAN_YEAR})\s*年(?:\s*(?<m3>${HAN_DAY})\s*月份?(?:\s*(?<d3>${HAN_DAY})\s*[日号號])?)?`,
    String.raw`(?<m4>${HAN_DAY})\s*月份?(?:\s*(?<d4>${HAN_DAY})\s*[日号號])?`,
    String.raw`(?<![\d.,])(?<d10>\d{1,2})\s*[日号號](?![本元])`,
    // The first of «15 et 16 février 2018»; the second is found by itself.
    String.raw`\b(?<d12>\d{1,2})${SUFFIX}(?=\s*(?:-|–|,|et|au|and|to)\s*\d{1,2}${SUFFIX}\s+(?:of\s+)?(?<m12>${MONTH})\b(?:,?\s+(?<y12>${YEAR})\b)?)`,
    String.raw`\b(?<d5>\d{1,2})${SUFFIX}(?:\s+(?:of\s+)?|-)(?<m5>${MONTH})\b\.?(?:,?\s+(?:de\s+)?(?<y5>${YEAR})\b)?`,
    String.raw`\b(?<m6>${MONTH})\b\.?\s+(?:the\s+)?(?<d6>\d{1,2})(?!\d)${SUFFIX}(?:,?\s+(?<y6>${YEAR})\b)?`,
    String.raw`\b(?<m7>${MONTH})\b\.?(?:,?\s+(?:de\s+|of\s+)?(?<y7>${YEAR})\b)?`,
    String.raw`(?<![\d.,])\b(?<y8>${YEAR})(?![\d,.]*\d|\s?[万亿多余名人个家台款%％])(?:s\b)?`,
    String.raw`\b(?<w9>${WEEKDAY})s?\b|(?:星期|礼拜|周|週)(?<w11>[一二三四五六日天])(?!期)`,
  ].join('|'),
  'giu',
);

/** The dates of a text, in order; the second year of «2016-2018» and the parts of a list of days have their own. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const part = (name: string): string | undefined =>
      Object.entries(match.groups ?? {}).find(
        ([key, value]) => value !== undefined && key.replace(/\d+/, '') === name,
      )?.[1];
    const monthName = part('m');
    const month = monthName === undefined ? null : (MONTHS[monthName.toLowerCase()] ?? hanNumber(monthName));
    const day = part('d') === undefined ? null : hanNumber(part('d') ?? '');
    const year = part('y') === undefined ? null : hanYear(part('y') ?? '');
    const weekday = part('w');
    if (month !== null && (month < 1 || month > 12)) continue;
    if (day !== null && (day < 1 || day > 31)) continue;
    if (month !== null && year === null && day === null && !isMonth(text, match.index, monthName ?? ''))
      continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      year,
      month,
      day,
      weekday: weekday === undefined ? null : (WEEKDAYS[weekday.toLowerCase()] ?? null),
      relative: null,
    });
  }
  for (const [pattern, relative] of RELATIVE)
    for (const match of text.matchAll(pattern))
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        year: null,
        month: null,
        day: null,
        weekday: null,
        relative,
      });
  return found.sort((a, b) => a.start - b.start);
}

/** «may», «march» and «mars» are other words, too; abbreviations are months beside a day or a year alone. */
function isMonth(text: string, at: number, name: string): boolean {
  if (/^\d|[一二三四五六七八九十]/u.test(name)) return !/^个|^個/u.test(text.slice(at + name.length));
  // «Sept» is also seven.
  if (/^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|déc|janv|févr|avr|juil)$/iu.test(name)) return false;
  if (!/^(?:may|march|mars|august)$/iu.test(name)) return true;
  const before = text.slice(Math.max(0, at - 16), at);
  return (
    (/^[MA]/.test(text.charAt(at)) || /^mars$/u.test(name)) &&
    /\b(?:in|of|since|until|by|early|late|mid|last|from|through|and|to|en|de|depuis|mi|fin|début|dès|jusqu['’]en|et|à)[\s-]+$/iu.test(
      before,
    )
  );
}

function hanYear(year: string): number {
  if (/^\d+$/.test(year)) return Number(year);
  return Number(
    [...year].map((letter) => '〇一二三四五六七八九'.indexOf(letter === '零' ? '〇' : letter)).join(''),
  );
}

function hanNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (letter: string | undefined): number => '〇一二三四五六七八九'.indexOf(letter ?? '');
  if (!text.includes('十')) return digit(ones);
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}
