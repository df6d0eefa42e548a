/** Whether a sentence is in a language at all, whatever is planted in it: by script and by function words. */
import type { AnswerLang } from '../../core/answer.ts';
import { fold } from '../../lexicon/fold.ts';
import { stopwords } from '../../lexicon/stopwords.ts';

/** Names and titles stand in their own script, in quotation marks or in brackets. */
const ASIDE = /[«“"「『《][^»”"」』》]*[»”"」』》]|[(（][^)）]*[)）]/gu;
/** Share of the letters that may be of a third script. */
const FOREIGN = 0.2;
/** Words from which on a French or English sentence has function words, and the share that it has at least. */
const WORDS = 8;
const FUNCTION_WORDS = 0.12;

export function isInLanguage(text: string, lang: AnswerLang): boolean {
  const plain = text.replace(ASIDE, ' ');
  const letters = plain.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return true;
  const own = lang === 'zh' ? /[\p{Script=Han}\p{Script=Latin}]/gu : /\p{Script=Latin}/gu;
  if ((letters - (plain.match(own)?.length ?? 0)) / letters > FOREIGN) return false;
  if (lang === 'zh') return /\p{Script=Han}/u.test(plain);
  const words = plain.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < WORDS) return true;
  const has = (word: string): boolean => stopwords(lang).has(lang === 'fr' ? fold(word) : word);
  return words.filter(has).length / words.length >= FUNCTION_WORDS;
}
