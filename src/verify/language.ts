/** Whether a sentence is in the language it was asked in. */
import type { AnswerLang } from '../core/answer.ts';
import { fold } from '../lexicon/fold.ts';
import { stopwords } from '../lexicon/stopwords.ts';

/** Letters of a quotation or a name in another script that a sentence may have more of than of its own. */
const NAMES = 40;

/** What of the sentence is in another language, or null; names and quotations may be. */
export function foreignPart(text: string, lang: AnswerLang): string | null {
  const plain = text.replace(/[«“"「][^»”"」]*[»”"」]|[(（][^)）]*[)）]/gu, ' ');
  const han = plain.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = plain.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (lang === 'zh') return han === 0 || latin > han * 3 + NAMES ? text : null;
  if (han > 0 && han * 3 > latin) return text;
  const words = plain.match(/[\p{L}\p{M}]+/gu) ?? [];
  const other = lang === 'fr' ? 'en' : 'fr';
  // Accents tell: «à» is no English article, and folded it would be.
  const count = (of: string): number =>
    words.filter((word) => stopwords(of).has(of === 'fr' ? fold(word) : word.toLowerCase())).length;
  const foreign = count(other);
  const own = count(lang);
  return (own === 0 && foreign >= 2) || (foreign >= 3 && foreign > own * 1.5) ? text : null;
}
