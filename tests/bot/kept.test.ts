/** What the bot keeps: settings that hold, threads it knows, answers and ratings. */
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
const settings = (options: Record<string, string>, over: Partial<IncomingMessage> = {}) =>
  message({ command: 'casebook', text: 'settings', options, uiLang: 'en', ...over });

describe('settings', () => {
  it('are shown to everyone and changed by admins alone', async () => {
    const at = platform();
    await bot().handle(at, settings({}));
    await bot().handle(at, settings({ answers: 'off' }));
    expect(textOf(at, 0)).toContain('--follow-ups on');
    expect(textOf(at, 1)).toContain('Only those who administer');
    expect(await store.settings.read(message())).toEqual({});
    const admins = platform(true);
    await bot().handle(admins, settings({ answers: 'off', users: 'u1 u2' }));
    expect(textOf(admins)).toContain('Saved for this channel');
    expect(await store.settings.read(message())).toEqual({ answers: false, users: ['u1', 'u2'] });
  });

  it('of the workspace hold in its channels until a channel says otherwise', async () => {
    const at = platform(true);
    await bot().handle(at, settings({ language: 'zh', for: 'workspace' }));
    await bot().handle(at, settings({ language: 'fr' }, { channelId: 'another' }));
    const languages: unknown[] = [];
    const asking = bot(async function* ({ lang }) {
      languages.push(lang);
      yield { type: 'answer', answer: ANSWERED };
    });
    for (const channelId of ['channel', 'another']) await asking.handle(at, message({ channelId }));
    await asking.handle(at, message({ workspaceId: 'other' }));
    expect(languages).toEqual(['zh', 'fr', undefined]);
  });

  it('say what is wrong with a value and change nothing', async () => {
    const at = platform(true);
    await bot().handle(at, settings({ users: 'not/an/id' }));
    expect(textOf(at)).toContain('not/an/id');
    expect(await store.settings.read(message())).toEqual({});
  });

  it('may be changed by anybody in a conversation with the bot alone, for that conversation', async () => {
    const at = platform();
    await bot().handle(at, settings({ threads: 'off' }, { direct: true }));
    await bot().handle(at, settings({ language: 'fr', for: 'workspace' }, { direct: true }));
    expect(textOf(at, 0)).toContain('Saved');
    expect(textOf(at, 1)).toContain('Only those');
  });

  it('close a channel, to those who ask with a private word, to the others in silence', async () => {
    await store.settings.write(message(), 'channel', { answers: false });
    const at = platform();
    await bot().handle(at, message({ text: 'Who did it, and why?' }));
    await bot().handle(at, message({ addressed: 'thread' }));
    expect(at.replies).toHaveLength(1);
    expect(textOf(at)).toContain('do not answer in this channel');
    expect(at.replies[0]?.to.private).toBe(true);
    // Whoever closed it can open it again.
    await bot().handle(platform(true), settings({ answers: 'on' }));
    await bot().handle(at, message());
    expect(finals(at.replies[1])).toMatchObject([{ type: 'answer' }]);
  });

  it('keep out who is not listed, but not an admin', async () => {
    await store.settings.write(message(), 'workspace', { users: ['anna'] });
    const at = platform();
    await bot().handle(at, message({ userId: 'anna' }));
    await bot().handle(at, message({ userId: 'bert', text: 'Who did it, and why?' }));
    await bot().handle({ ...at, isAdmin: async () => true }, message({ userId: 'bert' }));
    expect(at.replies.map((reply) => finals(reply)[0]?.type)).toEqual(['answer', 'text', 'answer']);
  });

  it('make replies to commands private, and the asker may wish otherwise', async () => {
    await store.settings.write(message(), 'channel', { replies: 'private' });
    const at = platform();
    await bot().handle(at, message({ command: 'ask' }));
    await bot().handle(at, message({ command: 'ask', options: { private: 'off' } }));
    await bot().handle(at, message({}));
    await bot().handle(at, message({ text: '/ask --private Who did it?' }));
    expect(at.replies.map(({ to }) => to.private)).toEqual([true, false, false, true]);
  });
});

describe('follow-ups', () => {
  const inThread = (over: Partial<IncomingMessage> = {}) => message({ addressed: 'thread', ...over });

  it('are answered in threads where the bot has answered, and nowhere else', async () => {
    const at = platform();
    await bot().handle(at, inThread());
    expect(at.replies).toHaveLength(0);
    await bot().handle(at, message());
    await bot().handle(at, inThread());
    await bot().handle(at, inThread({ threadId: 'another' }));
    await bot().handle(at, inThread({ channelId: 'another' }));
    expect(at.replies).toHaveLength(2);
  });

  it('follow the thread that the platform opened for the answer', async () => {
    const at = platform();
    const opening = {
      async reply(_to: IncomingMessage, events: AsyncIterable<unknown>) {
        for await (const _ of events);
        return { threadId: 'opened' };
      },
    };
    await bot().handle(opening, message());
    await bot().handle(at, inThread({ threadId: 'opened' }));
    expect(at.replies).toHaveLength(1);
    const turns = await store.answers.inThread(message(), 'opened', 9, new Date(0));
    expect(turns.map(({ answer }) => answer)).toEqual([ANSWERED]);
  });

  it('never hear of what one person alone was told', async () => {
    const at = platform();
    await bot().handle(at, message({ command: 'ask', private: true }));
    expect(await store.answers.find(ANSWERED.id, message())).toEqual(ANSWERED);
    expect(await store.answers.inThread(message(), message().threadId, 9, new Date(0))).toEqual([]);
  });

  it.each(['thanks', 'ok merci', '👍👍👍', '谢谢', '<3'])('are not %j', async (text) => {
    const at = platform();
    await bot().handle(at, message());
    await bot().handle(at, inThread({ text }));
    expect(at.replies).toHaveLength(1);
  });

  it('end when the setting says so', async () => {
    const at = platform();
    await bot().handle(at, message());
    await store.settings.write(message(), 'channel', { followUps: false });
    await bot().handle(at, inThread());
    expect(at.replies).toHaveLength(1);
  });

  it('and every message of an ask channel is a question', async () => {
    const at = platform();
    const open = message({ addressed: 'channel', channelId: 'ask' });
    await bot().handle(at, open);
    await store.settings.write(open, 'channel', { askChannel: true });
    // What was passed over is no duplicate of itself.
    await bot().handle(at, open);
    expect(at.replies).toHaveLength(1);
  });
});

describe('answers and ratings', () => {
  it('are kept before the platform shows them, and found in their workspace only', async () => {
    const one = bot();
    const at = platform();
    const desk = one.deskFor(at);
    let found: unknown;
    await one.handle(
      {
        async reply(_, events) {
          for await (const event of events)
            if (event.type === 'answer') found = await desk.recall(event.answer.id, message());
          return undefined;
        },
      },
      message(),
    );
    expect(found).toEqual(ANSWERED);
    expect(await desk.recall(ANSWERED.id, message({ workspaceId: 'other' }))).toBeNull();
    const rating = { ...message(), answerId: ANSWERED.id, verdict: 'up' } as const;
    expect(await desk.rate(rating)).toBe(true);
    expect(await desk.rate({ ...rating, answerId: 'unknown' })).toBe(false);
  });

  it('are deleted when the person asks for it', async () => {
    const at = platform();
    const one = bot();
    await one.handle(at, message());
    await one.deskFor(at).rate({ ...message(), answerId: ANSWERED.id, verdict: 'down' });
    await one.deskFor(at).reportError({ ...message(), answerId: ANSWERED.id, text: 'The date is wrong.' });
    await one.handle(at, message({ command: 'casebook', text: 'forget-me', uiLang: 'en' }));
    expect(textOf(at, 1)).toMatch(/Deleted: 1 question with its answer, 1 rating, 1 report of an error\./);
    expect(await one.deskFor(at).recall(ANSWERED.id, message())).toBeNull();
  });
});

describe('the desk', () => {
  it('offers cases and examples in the language of the reader', async () => {
    const desk = bot().deskFor(platform());
    expect(await desk.suggestCases('valdoria', 'fr', 'w')).toEqual([
      { value: '2025-valdoria-lac-gris', label: 'Intrusion au ministère de Valdoria' },
    ]);
    const about = await desk.about('w', 'zh');
    expect(about.sources).toBe(34);
    expect(about.examples[0]).toContain('瓦尔多里亚');
  });
});
