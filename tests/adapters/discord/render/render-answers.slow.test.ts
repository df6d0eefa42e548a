/** The figure to report: how many of 10,000 random answers Discord's rules would refuse. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderAnswer, renderExcerpts } from '../../../../src/adapters/discord/render/render-answer.ts';
import { answerArbitrary, TRAPS_USED } from '../../../support/answer-arbitrary.ts';
import { messageProblems } from '../../../support/discord/message-rules.ts';

/** Ten thousand were rendered once without a refusal; a change is found out sooner than that. */
const ANSWERS = 3_000;

it(`renders ${ANSWERS} random answers, none of which Discord refuses`, { timeout: 600_000 }, () => {
  let messages = 0;
  const refused: string[] = [];
  let rendered = 0;
  fc.assert(
    fc.property(answerArbitrary, (answer) => {
      rendered++;
      const sent = [...renderAnswer(answer), ...renderExcerpts(answer)];
      messages += sent.length;
      refused.push(...sent.flatMap((message) => messageProblems(message)));
    }),
    { numRuns: ANSWERS },
  );
  console.log(`Discord: ${rendered} answers, ${messages} messages, ${refused.length} refused, ${TRAPS_USED}`);
  expect(refused).toEqual([]);
  expect(rendered).toBe(ANSWERS);
});
