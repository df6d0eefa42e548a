/** Whether a question that a model has made whole holds nothing but what was said. */
import type { Turn } from '../../core/thread.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { analyzeQuestion } from '../question.ts';
import { questionWord } from '../question-type.ts';

/** UTF-16 code units; a question of one line. */
const LONGEST = 300;

/** One line, a question, without address or markup, and every name and number of it from the question or the thread. */
export function isBorneByThread(
  asked: string,
  question: string,
  history: readonly Turn[],
  lexicon: Lexicon,
): boolean {
  if (asked.trim() === '' || asked.length > LONGEST || /[\n\r<>[\]{}`]|:\/\/|www\./u.test(asked))
    return false;
  if (!/[?？]\s*$/u.test(asked) && questionWord(asked) === null) return false;
  const said = [
    question,
    ...history.flatMap((turn) => [
      turn.question,
      turn.answer.asked ?? '',
      ...turn.answer.sentences.map(({ text }) => text),
      ...turn.answer.citations.map(({ excerpt }) => excerpt),
    ]),
  ].map((text) => analyzeQuestion(text, lexicon));
  const concepts = new Set(said.flatMap(({ terms }) => terms.flatMap((term) => term.concepts)));
  const words = new Set(
    said.flatMap(({ text, lang }) => lexicon.analyze(text, lang).tokens.map(({ folded }) => folded)),
  );
  const { terms, lang } = analyzeQuestion(asked, lexicon);
  const numbers = lexicon.analyze(asked, lang).tokens.filter(({ text }) => /\d/.test(text));
  return (
    terms
      .filter(({ isName }) => isName)
      .every(
        ({ concepts: ids, folded }) =>
          ids.some((id) => concepts.has(id)) ||
          (folded.length > 0 && folded.every((word) => words.has(word))),
      ) && numbers.every(({ folded }) => words.has(folded))
  );
}
