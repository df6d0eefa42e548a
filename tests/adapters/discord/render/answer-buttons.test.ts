/** Buttons and menus carry what is needed to act on an answer, within the limits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerButtons } from '../../../../src/adapters/discord/render/answer-buttons.ts';
import {
  abroad,
  BUTTON_ACTIONS,
  readCustomId,
  writeCustomId,
} from '../../../../src/adapters/discord/render/custom-ids.ts';
import type { Answer } from '../../../../src/core/answer.ts';
import { messageProblems } from '../../../support/discord/message-rules.ts';
import { ANSWERED, UNANSWERED } from '../../../support/sample-answers.ts';

const suggesting = (count: number, text = (i: number) => `Question ${i} ?`): Answer => ({
  ...UNANSWERED,
  suggestions: Array.from({ length: count }, (_, i) => text(i)),
});

/** The actions that the rows offer, menus included. */
function offered(answer: Answer): unknown[] {
  return answerButtons(answer).flatMap((row) =>
    row.components.flatMap((component) => {
      if ('options' in component) return component.options.map(({ value }) => readCustomId(value));
      return 'custom_id' in component ? [readCustomId(component.custom_id)] : [];
    }),
  );
}

describe('answerButtons', () => {
  it('offers sources, excerpts, a citation, an opinion and a report, for the answer they stand under', () => {
    expect(offered(ANSWERED)).toEqual(
      ['sources', 'excerpts', 'cite', 'up', 'down', 'error'].map((action) => ({
        action,
        answerId: 'answer-1',
        index: null,
      })),
    );
    expect(messageProblems({ components: answerButtons(ANSWERED) })).toEqual([]);
  });

  it.each([1, 5, 6, 25, 26, 100])('offers %d suggestions by their place', (count) => {
    const answer = suggesting(count, (i) => `Question ${i} ${'très '.repeat(30)}longue ?`);
    expect(messageProblems({ components: answerButtons(answer) })).toEqual([]);
    expect(offered(answer)).toEqual([
      ...Array.from({ length: count }, (_, index) => ({ action: 'ask', answerId: 'answer-2', index })),
      { action: 'up', answerId: 'answer-2', index: null },
      { action: 'down', answerId: 'answer-2', index: null },
      { action: 'error', answerId: 'answer-2', index: null },
    ]);
  });

  it('takes as many suggestions as a message has room for', () => {
    expect(messageProblems({ components: answerButtons(suggesting(150)) })).toEqual([]);
    expect(offered(suggesting(150))).toHaveLength(103);
  });

  it('offers nothing where the answer’s id fits into no button', () => {
    expect(answerButtons({ ...ANSWERED, id: 'x'.repeat(101) })).toEqual([]);
    expect(answerButtons({ ...ANSWERED, id: 'a:b' })).toEqual([]);
  });
});

describe('custom ids', () => {
  it('are read back as they were written', () => {
    const index = fc.option(fc.nat({ max: 999 }), { nil: undefined });
    fc.assert(
      fc.property(fc.constantFrom(...BUTTON_ACTIONS), fc.uuid(), index, (action, answerId, place) => {
        const read = readCustomId(writeCustomId(action, answerId, place) ?? '');
        expect(read).toEqual({ action, answerId, index: place ?? null });
        const elsewhere = abroad(writeCustomId(action, answerId, place) ?? '', '1573964213414526976');
        expect(readCustomId(elsewhere)).toEqual({ ...read, guildId: '1573964213414526976' });
      }),
    );
  });

  it.each(['', 'ask', 'ask:', 'drop:answer', 'ask:a:b', 'up:a b'])(
    'that are none of ours are not read: %j',
    (id) => {
      expect(readCustomId(id)).toBeNull();
    },
  );
});
