/** Discord's languages and ours. */
import type { AnswerLang } from '../../core/answer.ts';

/** @param locale such as `en-GB`, `zh-TW`; undefined for a language that we do not speak. */
export function langOfLocale(locale: string): AnswerLang | undefined {
  const language = locale.slice(0, 2);
  return language === 'fr' || language === 'en' || language === 'zh' ? language : undefined;
}
