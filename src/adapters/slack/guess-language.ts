/** The language of a text among those that Casebook speaks, as far as its letters and smallest words show. */
import type { AnswerLang } from '../../core/answer.ts';

const FRENCH =
  /(?<![\p{L}])(?:le|la|les|des|du|une?|est|et|qui|que|dans|selon|pour|sur|a|ont|aux?)(?![\p{L}])/giu;
const ENGLISH =
  /(?<![\p{L}])(?:the|of|and|to|in|is|was|who|what|by|has|have|according|for|on|an?)(?![\p{L}])/giu;

/**
 * For the status that stands below a question while its answer is searched for. @returns undefined when nothing shows.
 */
export function guessLanguage(text: string): AnswerLang | undefined {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  const french =
    (text.match(FRENCH)?.length ?? 0) + (text.match(/[éèêàçùœ]|\p{L}[’']\p{L}{2}/giu)?.length ?? 0);
  const english = text.match(ENGLISH)?.length ?? 0;
  if (french === english) return undefined;
  return french > english ? 'fr' : 'en';
}
