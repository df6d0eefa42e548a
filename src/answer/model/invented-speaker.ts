/**
 * The name of a speaker that the passages do not have. A name that opens a sentence may be any word with a capital, and
 * the verifier lets it pass; before a verb of saying or accusing it is an author, and an author must not be invented.
 */
import type { AnswerLang } from '../../core/answer.ts';
import { fold } from '../../lexicon/fold.ts';
import type { Analysis, Lexicon } from '../../lexicon/lexicon.ts';
import { splitSentences } from '../../lexicon/sentences.ts';
import type { Token } from '../../lexicon/tokenize.ts';
import { findSpeech } from '../../reading/speech.ts';
import type { CitedPassage } from '../../verify/verify-sentence.ts';

/** Adverbs, which open a sentence too. */
const ADVERB = /(?:ly|ment)$/u;

/** «X says that Y denies»: whoever else speaks in it, a lone name that opens a sentence is its subject. */
function opens({ text, tokens }: Analysis, token: Token): boolean {
  const next = tokens[tokens.indexOf(token) + 1];
  return (
    tokens[0] === token &&
    next !== undefined &&
    !next.capitalized &&
    !ADVERB.test(token.folded) &&
    text.slice(token.end, next.start).trim() === ''
  );
}

/** Whether somebody speaks in a Chinese text whose name the glossary lacks: «发言人毛宁表示», not «警方表示». */
function namesSpeaker(text: string, lexicon: Lexicon): boolean {
  return splitSentences(text, 'zh').some(({ start, end }) => {
    const analysis = lexicon.analyze(text.slice(start, end), 'zh');
    return findSpeech(analysis).spans.some((span) => {
      const isNamed = (at: number): boolean =>
        analysis.concepts.some((match) => match.start <= at && match.end > at);
      const unnamed = Array.from({ length: span.end - span.start }, (_, i) => span.start + i).filter(
        (at) => !isNamed(at) && /\p{Script=Han}/u.test(analysis.text.charAt(at)),
      );
      return unnamed.length >= 2;
    });
  });
}

/** @returns null when every speaker's name is in the passages or means something in the glossary. */
export function inventedSpeaker(
  text: string,
  lang: AnswerLang,
  passages: readonly CitedPassage[],
  lexicon: Lexicon,
): string | null {
  // Chinese has no capitals, and spells foreign names in ways that cannot be compared.
  if (lang === 'zh') return null;
  const chinese = passages.filter((passage) => passage.lang === 'zh');
  if (chinese.some((passage) => namesSpeaker(passage.text, lexicon))) return null;
  const analysis = lexicon.analyze(text, lang);
  const speakers = findSpeech(analysis).spans;
  const given = passages.map(({ text: words, source }) =>
    fold([words, source.title, source.publisher ?? ''].join('\n')),
  );
  const sameLanguage = passages.some((passage) => passage.lang === lang);
  const invented = analysis.tokens.find((token) => {
    if (!token.capitalized || token.stop || token.numeric) return false;
    const speaks = speakers.some(({ start, end }) => token.start >= start && token.end <= end);
    if (!speaks && !(speakers.length > 0 && opens(analysis, token))) return false;
    if (analysis.concepts.some(({ start, end }) => start <= token.start && end >= token.end)) return false;
    // "Officials", of whom a passage in another language has its own word.
    if (!sameLanguage && token.start === 0 && token.folded.endsWith('s')) return false;
    return !given.some((words) => words.includes(token.folded) || words.includes(token.stem));
  });
  return invented?.text ?? null;
}
