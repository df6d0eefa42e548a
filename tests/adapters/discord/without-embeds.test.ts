/** Messages for channels where cards are not allowed, and for people to whom few messages can be sent. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ADAPTER_PHRASES } from '../../../src/adapters/discord/adapter-phrases.ts';
import { fitMessages } from '../../../src/adapters/discord/fit-messages.ts';
import { renderAnswer } from '../../../src/adapters/discord/render/render-answer.ts';
import { withoutEmbeds } from '../../../src/adapters/discord/without-embeds.ts';
import { answerArbitrary } from '../../support/answer-arbitrary.ts';
import { messageProblems } from '../../support/discord/message-rules.ts';
import { longAnswer } from '../../support/sample-answers.ts';

const squash = (text: string): string => text.replace(/\s+/g, '');

test('the text of every card is kept, in messages that Discord takes', () => {
  fc.assert(
    fc.property(answerArbitrary, (answer) => {
      const messages = renderAnswer(answer);
      const plain = withoutEmbeds(messages);
      const text = squash(plain.map(({ content }) => content).join(''));
      for (const { embeds } of messages)
        for (const { description = '' } of embeds) expect(text).toContain(squash(description));
      for (const message of plain) expect(messageProblems({ ...message })).toEqual([]);
      expect(plain.at(-1)?.components).toEqual(messages.at(-1)?.components);
    }),
    { numRuns: 100 },
  );
});

test('what has no room is in the file, and the buttons stay below', () => {
  const messages = renderAnswer(longAnswer());
  const fitted = fitMessages(messages, 6, ADAPTER_PHRASES.en);
  const { file } = fitted.at(-1) ?? {};
  const text = new TextDecoder().decode(file?.bytes);
  expect(fitted).toHaveLength(6);
  expect(fitted.at(-1)?.components).toEqual(messages.at(-1)?.components);
  expect(file?.name).toBe('rest.md');
  for (const { content } of messages.slice(5)) expect(text).toContain(content);
  expect(fitMessages(messages, messages.length, ADAPTER_PHRASES.en)).toEqual(messages);
});
