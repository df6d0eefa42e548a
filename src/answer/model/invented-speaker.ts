/**
 * The name of a speaker that the passages do not have. A name that opens a sentence may be any word with a capital, and
 * the verifier lets it pass; before a verb of saying or accusing it is an author, and an author must not be invented.
 */
import type { AnswerLang } from '../../core/answer.ts';
import { fold } from '../../lexicon/fold.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { findSpeech } from '../../reading/speech.ts';
import type { CitedPassage } from '../../verify/verify-sentence.ts';

/** @returns null when every speaker's name is in the passages or means something in the glossary. */
export function inventedSpeaker(
  text: string,
  lang: AnswerLang,
  passages: readonly CitedPassage[],
  lexicon: Lexicon,
): string | null {
  // Chinese has no capitals, and spells foreign names in ways that cannot be compared.
  if (lang === 'zh' || passages.every((passage) => passage.lang === 'zh')) return null;
  const analysis = lexicon.analyze(text, lang);
  const speakers = findSpeech(analysis).spans;
  const given = passages.map(({ text: words, source }) =>
    fold([words, source.title, source.publisher ?? ''].join('\n')),
  );
  const sameLanguage = passages.some((passage) => passage.lang === lang);
  const invented = analysis.tokens.find((token) => {
    if (!token.capitalized || token.stop || token.numeric) return false;
    if (!speakers.some(({ start, end }) => token.start >= start && token.end <= end)) return false;
    if (analysis.concepts.some(({ start, end }) => start <= token.start && end >= token.end)) return false;
    // "Officials", of whom a passage in another language has its own word.
    if (!sameLanguage && token.start === 0 && token.folded.endsWith('s')) return false;
    return !given.some((words) => words.includes(token.folded) || words.includes(token.stem));
  });
  return invented?.text ?? null;
}
