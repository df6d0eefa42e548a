/** A country's name in the reader's language. */
import type { AnswerLang } from './answer.ts';

/** @param code ISO 3166-1 alpha-2, or `EU`; an unknown code is returned as it is. */
export function countryName(code: string, lang: AnswerLang): string {
  return new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' }).of(code) ?? code;
}
