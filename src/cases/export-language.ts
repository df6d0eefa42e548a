/** In which language an exported case's labels stand: that of its digest, so that no text mixes two. */
import { ANSWER_LANGS, type AnswerLang } from '../core/answer.ts';

/** RFC 5646, section 2.2.1: undetermined. */
export const UNKNOWN_LANGUAGE = 'und';

/** @param textLang ISO 639-1 code of the digest, or `und`. English where we have no words in its language. */
export function exportLang(textLang: string): AnswerLang {
  return ANSWER_LANGS.find((known) => known === textLang) ?? 'en';
}

/** An RFC 5646 tag for a text in that language: `und` for the unknown one, since STIX takes what has none for English. */
export function languageTag(textLang: string): string {
  return /^[a-z]{2,3}$/.test(textLang) ? textLang : UNKNOWN_LANGUAGE;
}
