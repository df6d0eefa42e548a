/** The name of a text's language in the reader's. */
import type { AnswerLang } from '../../../core/answer.ts';

/** @param code ISO 639-1; returned as it is where it has no name. */
export function languageName(code: string, lang: AnswerLang): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
