/** A source's date as a reader of French, English or Chinese writes it, at the precision the source states. */
import type { AnswerLang } from './answer.ts';

const LOCALES: Record<AnswerLang, string> = { fr: 'fr-FR', en: 'en-GB', zh: 'zh-CN' };

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
  return new Intl.DateTimeFormat(LOCALES[lang], {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(at);
}
