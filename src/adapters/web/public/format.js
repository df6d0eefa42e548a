/** Dates, languages and numbers as the reader of the page writes them. */

/** @typedef {import('../../../core/answer.ts').AnswerLang} Lang */

/** @type {Record<Lang, string>} */
export const LOCALES = { fr: 'fr-FR', en: 'en-GB', zh: 'zh-CN' };

/**
 * A date of year, month or day precision in words; the text as it is when it is no such date. The server's
 * `format-date.ts` does the same for the other platforms.
 *
 * @param {string} date ISO 8601.
 * @param {Lang} lang
 */
export function formatDate(date, lang) {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  if (match === null) return date;
  const [, year, month, day] = match;
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (month !== undefined && at.getUTCMonth() !== Number(month) - 1) return date;
  if (day !== undefined && at.getUTCDate() !== Number(day)) return date;
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { timeZone: 'UTC', year: 'numeric' };
  if (month !== undefined) options.month = 'long';
  if (day !== undefined) options.day = 'numeric';
  return new Intl.DateTimeFormat(LOCALES[lang], options).format(at);
}

/**
 * @param {string} code ISO 639-1.
 * @param {Lang} lang
 */
export function languageName(code, lang) {
  try {
    return new Intl.DisplayNames([LOCALES[lang]], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/**
 * @param {number} value
 * @param {Lang} lang
 */
export function formatNumber(value, lang) {
  return new Intl.NumberFormat(LOCALES[lang]).format(value);
}

/**
 * The address when a browser may open it: http or https, nothing else.
 *
 * @param {string | null} url
 */
export function webAddress(url) {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
