/** Texts of the bot’s own, which may repeat what a user typed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderFailure, renderText } from '../../../../src/adapters/discord/render/render-text.ts';
import { messageProblems } from '../../../support/discord/message-rules.ts';
import { seenMessage } from '../../../support/discord/seen-message.ts';
import { squash } from '../../../support/discord/squash.ts';
import { HOSTILE_TEXT } from '../../../support/sample-answers.ts';

const shown = (messages: ReturnType<typeof renderText>): string =>
  messages.map((message) => seenMessage(message).text).join('\n');

describe('renderText', () => {
  it('shows a text of several lines as it is', () => {
    expect(shown(renderText('/ask <question>\n- une *question*\n\n# fin'))).toBe(
      '/ask <question>\n- une *question*\n\n# fin',
    );
  });

  it('takes any text, and shows all of it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', size: 'large' }),
      fc.constantFrom('', ' ', HOSTILE_TEXT),
    );
    fc.assert(
      fc.property(text, (any) => {
        const messages = renderText(any);
        expect(messages.length).toBeGreaterThan(0);
        expect(messages.flatMap((message) => messageProblems(message))).toEqual([]);
        expect(squash(shown(messages))).toBe(squash(any) || '…');
      }),
      { numRuns: 50 },
    );
  });
});

describe('renderFailure', () => {
  it('says the reference once', () => {
    expect(shown(renderFailure('Désolé. Référence : ref-1.', 'ref-1', 'fr'))).toBe(
      'Désolé. Référence : ref-1.',
    );
    expect(shown(renderFailure('Sorry.', 'ref-1', 'en'))).toBe('Sorry.\n\nReference: ref-1');
  });
});
