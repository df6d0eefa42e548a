/** A source's date as a reader of French, English or Chinese writes it, at the precision the source states. */
import type { AnswerLang } from './answer.ts';

/** The locale whose forms each language is written in. */
export const LOCALES: Record<AnswerLang, string> = { fr: 'fr-FR', en: 'en-GB', zh: 'zh-CN' };

/**
 * @param date ISO 8601 of year, month or day precision.
 * @returns the date in words; the text as it is when it is no such date.
 */
export function formatDate(date: string, lang: AnswerLang): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  if (match === null) return date;
  const [, year, month, day] = match;
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const sameMonth = month === undefined || at.getUTCMonth() === Number(month) - 1;
  if (!sameMonth || (day !== undefined && at.getUTCDate() !== Number(day))) return date;
  const precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  return formatter(lang, precision).format(at);
}

/** Making one takes longer than all of its use in an answer: nine are kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: AnswerLang, precision: 'year' | 'month' | 'day'): Intl.DateTimeFormat {
  const key = `${lang} ${precision}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(LOCALES[lang], {
    timeZone: 'UTC',
    year: 'numeric',
    ...(precision === 'year' ? {} : { month: 'long' }),
    ...(precision === 'day' ? { day: 'numeric' } : {}),
  });
  formatters.set(key, made);
  return made;
}
