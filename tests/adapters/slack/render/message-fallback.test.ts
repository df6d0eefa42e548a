/** What stands for a message where its blocks are not shown. */
import { expect, it } from 'vitest';
import { plainText } from '../../../../src/adapters/slack/render/answer-actions.ts';
import { messageFallback } from '../../../../src/adapters/slack/render/message-fallback.ts';
import type { Block } from '../../../../src/adapters/slack/render/slack-message.ts';

const button = (text: string) => ({ type: 'button' as const, action_id: text, text: plainText(text) });
const actions: Block = { type: 'actions', elements: [button('Timeline'), button('<Sides>')] };

it('names the buttons of a message that has nothing else, and no others', () => {
  expect(messageFallback([actions])).toBe('Timeline · &lt;Sides&gt;');
  expect(messageFallback([{ type: 'header', text: plainText('Valdoria') }, actions])).toBe('Valdoria');
});
