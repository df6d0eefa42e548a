/** Each message is followed under one reference id, from the platform's event to the delivered reply. */
import { describe, expect, it } from 'vitest';
import type { EndedMessage } from '../../src/bot/message-observer.ts';
import type { AskQuestion } from '../../src/core/ask.ts';
import { collector, finals, message, testBot } from '../support/bot-kit.ts';
import { ANSWERED } from '../support/sample-answers.ts';

const staged: AskQuestion = async function* ({ referenceId, onStage }) {
  onStage?.({ stage: 'retrieve', ms: 7, facts: { hits: 3 } });
  onStage?.({ stage: 'generate', ms: 2 });
  yield { type: 'answer', answer: { ...ANSWERED, id: referenceId ?? 'none' } };
};

function observed() {
  const ended: EndedMessage[] = [];
  return { ended, observer: { onEnd: (one: EndedMessage) => void ended.push(one), watchQueue: () => {} } };
}

describe('the course of a message', () => {
  it('is told line by line under the id that its answer has', async () => {
    const { ended, observer } = observed();
    const platform = collector();
    const bot = testBot({ ask: staged, observer });
    await bot.handle(platform, message({ id: 'm1' }));
    const [final] = finals(platform.replies[0]);
    const id = final?.type === 'answer' ? final.answer.id : '';
    expect(bot.course.map((line) => line.message)).toEqual([
      'received',
      'admitted',
      'retrieved',
      'generated',
      'delivered',
    ]);
    expect(new Set(bot.course.map(({ fields }) => fields.referenceId))).toEqual(new Set([id]));
    expect(ended).toMatchObject([
      {
        referenceId: id,
        platform: 'test',
        command: 'ask',
        outcome: 'answered',
        lang: 'fr',
        turnedAway: null,
      },
    ]);
    expect(ended[0]?.stages.map(({ stage }) => stage)).toEqual(['queue', 'retrieve', 'generate', 'deliver']);
  });

  it('has the id of the apology where it broke', async () => {
    const { ended, observer } = observed();
    const platform = collector();
    const bot = testBot({
      observer,
      ask: async function* () {
        yield { type: 'status', status: 'searching' };
        throw new Error('broken');
      },
    });
    await bot.handle(platform, message());
    const [final] = finals(platform.replies[0]);
    const id = final?.type === 'failure' ? final.referenceId : '';
    expect(ended).toMatchObject([{ referenceId: id, outcome: 'failed' }]);
    expect(bot.lines).toMatchObject([{ message: 'answering failed', fields: { referenceId: id } }]);
    expect(bot.course.at(-1)).toMatchObject({ message: 'delivered', fields: { outcome: 'failed' } });
  });

  it('holds no text of anybody’s unless that is asked for', async () => {
    const said = 'Qui a attaqué la préfecture de Lunaris ?';
    const plain = testBot({ ask: staged });
    await plain.handle(collector(), message({ text: said }));
    expect(JSON.stringify(plain.course)).not.toContain('Lunaris');
    const outspoken = testBot({ ask: staged, logText: true });
    await outspoken.handle(collector(), message({ text: said }));
    expect(outspoken.course[0]?.fields.text).toBe(said);
    expect(outspoken.course.at(-1)?.fields.text).toBe(ANSWERED.sentences.map(({ text }) => text).join(' '));
  });

  it('tells why somebody was turned away, and of a platform that refuses', async () => {
    const { ended, observer } = observed();
    const bot = testBot({ ask: staged, observer, limits: { perUser: 1 } });
    await bot.handle(collector(), message());
    await bot.handle(collector(), message());
    await testBot({ ask: staged, observer }).handle(
      { reply: async () => Promise.reject(new Error('no')) },
      message(),
    );
    expect(ended).toMatchObject([
      { outcome: 'answered' },
      { outcome: 'turned-away', turnedAway: 'rate-limited' },
      { outcome: 'undelivered' },
    ]);
  });
});
