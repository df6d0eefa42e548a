/** Reads a period as people write it: «cette semaine», "since 2024-03", 2021年以来, "2021-2023". */

/** Both ends are ISO dates of day precision, included; null is open. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'janvier'],
  ['february', 'fevrier'],
  ['march', 'mars'],
  ['april', 'avril'],
  ['may', 'mai'],
  ['june', 'juin'],
  ['july', 'juillet'],
  ['august', 'aout'],
  ['september', 'septembre'],
  ['october', 'octobre'],
  ['november', 'novembre'],
  ['december', 'decembre'],
];
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/^(?:today|aujourd'hui|今天)$/, 0],
  [/^(?:this week|cette semaine|last week|la semaine derniere|本周|这周|上周|最近一周)$/, 7],
  [/^(?:this month|ce mois(?:-ci)?|last month|le mois dernier|本月|这个月|上个月)$/, 31],
  [/^(?:this year|cette annee|last year|l'an dernier|今年|去年)$/, 366],
];
const SINCE = /^(?:since|after|from|depuis|apres|a partir de|自)\s*(.+?)(?:以来|起)?$|^(.+?)(?:以来|起)$/;
const BEFORE = /^(?:before|until|avant|jusqu'en|jusqu'a)\s+(.+)$|^(.+?)(?:以前|之前)$/;
const BETWEEN =
  /^(?:from|between|de|entre|du|从)?\s*(.+?)\s*(?:\.\.|–|—|\bto\b|\band\b|\ba\b|\bet\b|\bau\b|到|至|(?<=\d{4})-(?=\d{4}))\s*(.+)$/;

/**
 * @param today ISO date of day precision, from which «this week» counts back.
 * @returns null when the text is no period.
 */
export function readPeriod(text: string, today: string): Period | null {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFKC')
    .replace(/’/g, "'")
    .toLowerCase()
    .trim();
  const days = RELATIVE.find(([pattern]) => pattern.test(folded))?.[1];
  if (days !== undefined) return { from: shift(today, -days), to: today };
  const whole = readDate(folded);
  if (whole !== null) return whole;
  const since = SINCE.exec(folded);
  const from = since === null ? null : readDate(since[1] ?? since[2] ?? '');
  if (from !== null) return { from: from.from, to: null };
  const before = BEFORE.exec(folded);
  const end = before === null ? null : readDate(before[1] ?? before[2] ?? '');
  if (end !== null) return { from: null, to: shift(end.from ?? '', -1) };
  const between = BETWEEN.exec(folded);
  const [first, last] = [readDate(between?.[1] ?? ''), readDate(between?.[2] ?? '')];
  return first === null || last === null ? null : { from: first.from, to: last.to };
}

/** A year, month or day as the period that it spans. */
function readDate(text: string): Period | null {
  const iso =
    /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text) ??
    /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/.exec(text);
  if (iso !== null) return span(iso[1], iso[2], iso[3]);
  const words = /^(?:(\d{1,2})(?:er|st|nd|rd|th)? )?([a-z]+)\.? (\d{4})$/.exec(text);
  const month = MONTHS.findIndex((names) => names.includes(words?.[2] ?? '')) + 1;
  return words === null || month === 0 ? null : span(words[3], String(month), words[1]);
}

function span(year = '', month?: string, day?: string): Period | null {
  const first = `${year}-${(month ?? '1').padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`;
  const at = new Date(`${first}T00:00:00Z`);
  // 30 February is no date, though it can be computed with.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== first) return null;
  if (day !== undefined) return { from: first, to: first };
  const next =
    month === undefined ? Date.UTC(Number(year) + 1, 0, 1) : Date.UTC(Number(year), Number(month), 1);
  return { from: first, to: shift(new Date(next).toISOString().slice(0, 10), -1) };
}

function shift(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** True when a date of any precision may lie in the period. */
export function isWithin(date: string | null, { from, to }: Period): boolean {
  if (date === null) return false;
  const own = readDate(date);
  if (own === null) return false;
  return (to === null || (own.from ?? '') <= to) && (from === null || (own.to ?? '') >= from);
}
