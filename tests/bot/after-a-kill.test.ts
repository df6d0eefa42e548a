/** Messages that a process took and did not answer are answered by the next. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AskQuestion } from '../../src/core/ask.ts';
import type { IncomingMessage } from '../../src/core/chat.ts';
import { createState, type State } from '../../src/state/state.ts';
import { collector, finals, message, testBot } from '../support/bot-kit.ts';
import { ANSWERED, scriptedAsk } from '../support/sample-answers.ts';

let now = Date.UTC(2026, 0, 5);
let store: State;
beforeEach(() => {
  now = Date.UTC(2026, 0, 5);
  store = createState({ path: ':memory:', now: () => now });
});
afterEach(() => store.close());

const bot = (ask: AskQuestion = scriptedAsk(() => ANSWERED)) =>
  testBot({ ask, store, clock: () => new Date(now) });
/** A platform whose people are admins, or not. */
const platform = (admin = false) => ({ ...collector(), platform: 'test', isAdmin: async () => admin });
const textOf = (at: ReturnType<typeof collector>, i = 0) => {
  const final = finals(at.replies[i])[0];
  return final?.type === 'text' ? final.text : undefined;
};

describe('after a kill', () => {
  const kept = (over: Partial<IncomingMessage> = {}) => message({ origin: '{}', ...over });
  /** A process that took the message and never ended. */
  async function takeAndDie(taken: IncomingMessage) {
    const hanging = bot(async function* () {
      yield { type: 'status', status: 'searching' };
      await new Promise(() => undefined);
    });
    expect((await hanging.deskFor(platform()).take(taken)).status).toBe('new');
  }

  it('the next process answers what was taken, once, and not what is redelivered', async () => {
    const taken = kept();
    await takeAndDie(taken);
    const at = platform();
    const next = bot();
    const redelivered = next.deskFor(at).take(taken);
    await next.resume(at);
    expect((await redelivered).status).toBe('seen');
    expect(at.replies).toHaveLength(1);
    expect(at.replies[0]?.to).toMatchObject({ id: taken.id, resumed: true });
    expect(finals(at.replies[0])).toMatchObject([{ type: 'answer' }]);
    await bot().resume(at);
    expect((await bot().deskFor(at).take(taken)).status).toBe('seen');
    expect(at.replies).toHaveLength(1);
  });

  it('comes a word of apology in place of an answer that nobody expects any more', async () => {
    await takeAndDie(kept());
    now += 20 * 60_000;
    const at = platform();
    await bot().resume(at);
    expect(textOf(at)).toMatch(/arrêté avant/);
  });

  it('nothing is resumed that can no longer be answered', async () => {
    await takeAndDie(message());
    const at = platform();
    await bot().resume(at);
    expect(at.replies).toHaveLength(0);
  });

  it.each([
    [
      'at the next look',
      (running: ReturnType<typeof bot>, at: ReturnType<typeof platform>) => running.resume(at),
    ],
    [
      'with the next message',
      (running: ReturnType<typeof bot>, at: ReturnType<typeof platform>) =>
        running.handle(at, kept({ id: 'next' })),
    ],
  ])(
    'what was answered while the store was away is settled %s, and answered by nobody else',
    async (_, later) => {
      let away = true;
      const { settle } = store.inbox;
      const inbox: State['inbox'] = {
        ...store.inbox,
        settle: (taken) => (away ? Promise.reject(new Error('away')) : settle(taken)),
      };
      const at = platform();
      const running = testBot({
        ask: scriptedAsk(() => ANSWERED),
        store: { ...store, inbox: { ...inbox, unsettled: async () => [] } },
        clock: () => new Date(now),
      });
      await running.handle(at, kept());
      away = false;
      await later(running, at);
      const next = platform();
      await bot().resume(next);
      expect(next.replies).toHaveLength(0);
    },
  );

  it('a store that fails costs nobody an answer', async () => {
    await store.close();
    const broken = bot();
    const at = platform();
    await broken.handle(at, kept());
    expect(finals(at.replies[0])).toMatchObject([{ type: 'answer' }]);
    expect(broken.lines.some(({ level }) => level === 'error')).toBe(true);
    store = createState({ path: ':memory:', now: () => now });
  });
});
