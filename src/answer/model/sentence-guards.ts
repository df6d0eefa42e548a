/** What no sentence of a model may be, whatever its passages say; and a verifier that finds invented speakers, too. */
import type { AnswerLang } from '../../core/answer.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { VerifySentence } from '../../verify/verify-sentence.ts';
import { addressesReader } from './addresses-reader.ts';
import { isInLanguage } from './in-language.ts';
import { inventedSpeaker } from './invented-speaker.ts';

type WordingFault = 'fragment' | 'leaks-prompt' | 'addresses-reader' | 'foreign-language';

/**
 * What is wrong with the sentence as such; null when nothing is.
 *
 * @param leaks whether a text repeats the rules that the model was given.
 */
export function wordingFault(
  text: string,
  lang: AnswerLang,
  leaks: (text: string) => boolean,
): WordingFault | null {
  if (isFragment(text)) return 'fragment';
  if (leaks(text)) return 'leaks-prompt';
  if (addressesReader(text)) return 'addresses-reader';
  return isInLanguage(text, lang) ? null : 'foreign-language';
}

/** The verifier, for which an author whom the passages do not name is a wrong name. */
export function withSpeakers(verify: VerifySentence, lexicon: Lexicon): VerifySentence {
  return (sentence, passages) => {
    const verdict = verify(sentence, passages);
    const invented = inventedSpeaker(sentence.text, sentence.lang, passages, lexicon);
    if (invented === null) return verdict;
    return { ...verdict, holds: false, faults: [...verdict.faults, { fault: 'name', detail: invented }] };
  };
}

/** Words, or Chinese characters, without which nothing is said: what is left of a list, an initial, a cut formula. */
const LEAST_WORDS = 3;
const LEAST_HAN = 4;
/** What announces a list says nothing itself, nor does a label, whose parts a dot between spaces joins. */
const HEADING = /[:：][\s.。]*$|\s·\s/u;

function isFragment(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{Script=Latin}\p{M}\p{N}'’-]+/gu)?.length ?? 0;
  return (words < LEAST_WORDS && han < LEAST_HAN) || HEADING.test(text);
}
