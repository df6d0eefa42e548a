/** A citation on Slack: the very text, in blocks of code, and nothing of it interpreted. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { errorForm } from '../../../../src/adapters/slack/error-form.ts';
import { renderCitation } from '../../../../src/adapters/slack/render/render-citation.ts';
import { ANSWER_LANGS } from '../../../../src/core/answer.ts';
import { citationText } from '../../../../src/core/citation-text.ts';
import { answerArbitrary } from '../../../support/answer-arbitrary.ts';
import { ANSWERED } from '../../../support/sample-answers.ts';
import { blockProblems } from '../../../support/slack/block-rules.ts';
import { dense, problemsOf, shownIn } from './render-kit.ts';

it('is taken by Slack, whole, whatever the answer says', () => {
  fc.assert(
    fc.property(answerArbitrary, (answer) => {
      const messages = renderCitation(answer);
      const { text, urls, other } = shownIn(messages);
      expect(problemsOf(messages)).toEqual([]);
      expect(dense(text)).toBe(dense(citationText(answer, answer.lang)));
      expect([...urls, ...other]).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

it('is one block where a message has room for it', () => {
  const [message, ...more] = renderCitation(ANSWERED);
  expect(more).toEqual([]);
  expect(message?.blocks).toHaveLength(1);
});

it.each(ANSWER_LANGS)('has a form for errors within Slack’s limits (%s)', (lang) => {
  const to = { channel: 'C1', user: 'U1', responseUrl: `https://slack.example/${'x'.repeat(200)}` };
  const { title, blocks, private_metadata = '' } = errorForm('answer-1', to, lang);
  expect(title.text.length).toBeLessThanOrEqual(24);
  expect(private_metadata.length).toBeLessThan(3_000);
  expect(blockProblems(blocks, 'modal')).toEqual([]);
});
