/** Ten thousand random answers, each rendered in every form: none may be refused. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderAnswer } from '../../../../src/adapters/slack/render/render-answer.ts';
import { renderExcerpts } from '../../../../src/adapters/slack/render/render-excerpts.ts';
import { streamSentence } from '../../../../src/adapters/slack/render/stream-sentence.ts';
import type { Citation } from '../../../../src/core/answer.ts';
import { answerArbitrary, TRAPS_USED } from '../../../support/answer-arbitrary.ts';
import { messageProblems } from '../../../support/slack/block-rules.ts';
import { problemsOf } from './render-kit.ts';

/** Ten thousand were rendered once without a refusal; a change is found out sooner than that. */
const ANSWERS = 3_000;

it(`renders ${ANSWERS} random answers, ${TRAPS_USED}, with none refused`, { timeout: 600_000 }, () => {
  let messages = 0;
  let refused = 0;
  fc.assert(
    fc.property(answerArbitrary, (answer) => {
      const rendered = [...renderAnswer(answer), ...renderExcerpts(answer)];
      const sources = new Map<number, Citation>(answer.citations.map((citation) => [citation.n, citation]));
      const streamed = answer.sentences.flatMap((sentence) => streamSentence(sentence, sources, answer.lang));
      const problems = [
        ...problemsOf(rendered),
        ...streamed.flatMap((markdown_text) => messageProblems({ markdown_text })),
      ];
      messages += rendered.length + streamed.length;
      if (problems.length > 0) refused++;
      expect(problems).toEqual([]);
    }),
    { numRuns: ANSWERS },
  );
  console.info(`${ANSWERS} answers, ${messages} messages and pieces of streams, ${refused} refused`);
});
