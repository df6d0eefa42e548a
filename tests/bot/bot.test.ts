/** The bot's promises: one reply a message, in order, within limits, ended once, and nothing thrown at anybody. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AskQuestion, MAX_QUESTION } from '../../src/core/ask.ts';
import { OperatorError } from '../../src/core/errors.ts';
import { collector, finals, message, testBot } from '../support/bot-kit.ts';
import { ANSWERED, eventsOf, scriptedAsk } from '../support/sample-answers.ts';

const unhandled: unknown[] = [];
const remember = (reason: unknown) => unhandled.push(reason);
beforeEach(() => void process.on('unhandledRejection', remember));
afterEach(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', remember);
  expect(unhandled.splice(0)).toEqual([]);
});

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** An ask that heeds neither signal nor clock. */
const deafAsk: AskQuestion = async function* () {
  yield { type: 'status', status: 'searching' };
  await new Promise(() => undefined);
};

const damaged = () =>
  new OperatorError('the database is damaged: restore a copy of secret-path', {
    cause: new Error('malformed'),
  });

describe('a question', () => {
  it('reaches the platform event by event', async () => {
    const platform = collector();
    await testBot().handle(platform, message());
    expect(platform.replies[0]?.events).toEqual(eventsOf(ANSWERED));
  });

  it('is asked in the forced language only when one is forced, and in the workspace', async () => {
    const asked: unknown[] = [];
    const ask: AskQuestion = async function* ({ question, scope, lang }) {
      asked.push({ question, scope, ...(lang === undefined ? {} : { lang }) });
      yield { type: 'answer', answer: ANSWERED };
    };
    const bot = testBot({ ask });
    await bot.handle(collector(), message({ text: ' Why? ', workspaceId: 'w1' }));
    await bot.handle(collector(), message({ text: 'Why?', lang: 'zh' }));
    expect(asked).toEqual([
      { question: 'Why?', scope: 'w1' },
      { question: 'Why?', scope: 'local', lang: 'zh' },
    ]);
  });

  it.each([
    ['empty', '   ', 'Casebook'],
    ['too long', 'é'.repeat(MAX_QUESTION + 1), '2,000'],
    ['an unknown command', '/frobnicate now', 'frobnicate'],
    ['help', '/help', '/ask'],
    ['help in French', '/aide', '/demander'],
    ['help in Chinese', '/帮助', '/提问'],
  ])('%s is answered with a text of our own', async (_, text, holds) => {
    const platform = collector();
    await testBot({ ask: deafAsk }).handle(platform, message({ text }));
    expect(platform.replies[0]?.events).toEqual([{ type: 'text', text: expect.stringContaining(holds) }]);
  });

  it('may be put as a command, typed or by name', async () => {
    const questions: string[] = [];
    const bot = testBot({
      ask: scriptedAsk((question) => {
        questions.push(question);
        return ANSWERED;
      }),
    });
    await bot.handle(collector(), message({ text: '/ask  Who did it?' }));
    await bot.handle(collector(), message({ text: '/Demander Qui ?' }));
    await bot.handle(collector(), message({ text: 'Who then?', command: 'ask' }));
    expect(questions).toEqual(['Who did it?', 'Qui ?', 'Who then?']);
  });
});

describe('redelivery and order', () => {
  it('answers a redelivered event once, and again when its time has passed', async () => {
    let now = 1_000;
    const bot = testBot({ now: () => now, limits: { dedupeTtl: 500 } });
    const platform = collector();
    const same = message();
    await Promise.all([bot.handle(platform, same), bot.handle(platform, same)]);
    expect(platform.replies).toHaveLength(1);
    await bot.handle(platform, { ...same, workspaceId: 'another' });
    expect(platform.replies).toHaveLength(2);
    now += 501;
    await bot.handle(platform, same);
    expect(platform.replies).toHaveLength(3);
  });

  it('answers one thread in order and other threads meanwhile, within the cap', async () => {
    let running = 0;
    let most = 0;
    const log: string[] = [];
    const ask: AskQuestion = async function* ({ question }) {
      most = Math.max(most, ++running);
      log.push(`begin ${question}`);
      await sleep(question === 'a1' ? 30 : 5);
      log.push(`end ${question}`);
      running--;
      yield { type: 'answer', answer: ANSWERED };
    };
    const bot = testBot({ ask, limits: { concurrency: 2 } });
    const send = (text: string, threadId: string) => bot.handle(collector(), message({ text, threadId }));
    await Promise.all([send('a1', 'a'), send('a2', 'a'), send('b1', 'b'), send('c1', 'c')]);
    expect(log.indexOf('end a1')).toBeLessThan(log.indexOf('begin a2'));
    expect(log.indexOf('end b1')).toBeLessThan(log.indexOf('end a1'));
    expect(most).toBe(2);
  });

  it('says so politely when too many messages wait', async () => {
    const bot = testBot({
      ask: deafAsk,
      limits: { waitingPerThread: 1, waiting: 2, concurrency: 1, answerTimeout: 40 },
    });
    const platform = collector();
    const send = (threadId: string) =>
      bot.handle(platform, message({ threadId, text: 'Who did it, and why?' }));
    await Promise.all([send('a'), send('a'), send('a'), send('b'), send('c')]);
    const texts = platform.replies.flatMap(finals).map((event) => (event.type === 'text' ? event.text : ''));
    expect(texts.filter((text) => text.includes('still waiting'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('Too many questions'))).toHaveLength(1);
  });

  it('limits a person and a channel', async () => {
    const bot = testBot({ limits: { perUser: 2, perChannel: 3 } });
    const replyTo = async (userId: string) => {
      const platform = collector();
      await bot.handle(platform, message({ userId, text: 'Who did it, and why?' }));
      return finals(platform.replies[0])[0];
    };
    for (const user of ['u', 'u']) expect(await replyTo(user)).toMatchObject({ type: 'answer' });
    const refused = { type: 'text', text: expect.stringMatching(/again in \d+ seconds/) };
    expect(await replyTo('u')).toMatchObject(refused);
    expect(await replyTo('v')).toMatchObject({ type: 'answer' });
    expect(await replyTo('v')).toMatchObject(refused);
  });
});

describe('when something breaks', () => {
  it('apologises in her language with a reference, and logs the cause without any secret', async () => {
    const cause = Object.assign(new Error('401 for Bearer abcdef123456789'), {
      config: { key: 'sk-live-12345678' },
    });
    const bot = testBot({
      ask: scriptedAsk(() => new Error('the model at my-own-secret refused', { cause })),
      secrets: ['my-own-secret'],
    });
    const platform = collector();
    await bot.handle(platform, message());
    expect(platform.replies[0]?.events).toEqual([
      { type: 'failure', text: expect.stringMatching(/^Désolé.*ref-1/), referenceId: 'ref-1' },
    ]);
    expect(bot.lines).toHaveLength(1);
    expect(bot.lines[0]).toMatchObject({ level: 'error', fields: { referenceId: 'ref-1' } });
    const logged = JSON.stringify(bot.lines);
    expect(logged).toContain('the model at [hidden] refused');
    expect(logged).toContain('401 for');
    expect(logged).not.toMatch(/abcdef123456789|sk-live|my-own-secret/);
  });

  it('logs what an operator can put right without a stack, and apologises all the same', async () => {
    const bot = testBot({ ask: scriptedAsk(() => damaged()) });
    const platform = collector();
    await bot.handle(platform, message());
    expect(finals(platform.replies[0])).toMatchObject([{ text: expect.stringMatching(/^Désolé.*ref-1/) }]);
    expect(bot.lines).toMatchObject([{ level: 'error', fields: { referenceId: 'ref-1' } }]);
    expect(bot.lines[0]?.fields.error).toEqual({
      name: 'OperatorError',
      message: 'the database is damaged: restore a copy of secret-path',
      cause: { name: 'Error', message: 'malformed' },
    });
  });

  it('tells it to the asker who runs the bot, and defects as to anybody', async () => {
    const bot = testBot({
      ask: scriptedAsk((question) => (question === 'Who?' ? new Error('a defect') : damaged())),
      askerIsOperator: true,
      secrets: ['secret-path'],
    });
    const platform = collector();
    await bot.handle(platform, message());
    await bot.handle(platform, message({ text: 'Who?' }));
    expect(platform.replies.flatMap(finals)).toEqual([
      {
        type: 'failure',
        text: 'the database is damaged: restore a copy of [hidden]',
        referenceId: 'ref-1',
      },
      { type: 'failure', text: expect.stringContaining('ref-2'), referenceId: 'ref-2' },
    ]);
    expect(bot.lines.map(({ level }) => level)).toEqual(['info', 'error']);
  });

  it.each<[string, AskQuestion]>([
    ['ends without an answer', async function* () {}],
    [
      'fails after a sentence',
      async function* () {
        yield* eventsOf(ANSWERED).slice(0, 2);
        throw new Error('half way');
      },
    ],
    [
      'throws before it begins',
      () => {
        throw new Error('at once');
      },
    ],
    ['never ends', deafAsk],
  ])('ends the reply once when the answer %s', async (_, ask) => {
    const platform = collector();
    await testBot({ ask, limits: { answerTimeout: 40 } }).handle(platform, message());
    expect(finals(platform.replies[0])).toMatchObject([{ type: 'failure' }]);
    expect(platform.replies[0]?.events.at(-1)?.type).toBe('failure');
  });

  it('sends nothing after the answer, and ends the producer', async () => {
    let ended = false;
    const ask: AskQuestion = async function* () {
      try {
        yield { type: 'answer', answer: ANSWERED };
        yield { type: 'answer', answer: ANSWERED };
      } finally {
        ended = true;
      }
    };
    const platform = collector();
    await testBot({ ask }).handle(platform, message());
    expect(finals(platform.replies[0])).toHaveLength(1);
    expect(ended).toBe(true);
  });

  it('logs a platform that refuses the reply, and goes on', async () => {
    const bot = testBot();
    await bot.handle(
      {
        reply: async () => {
          throw new Error('channel is archived');
        },
      },
      message(),
    );
    await bot.handle(
      {
        reply: () => {
          throw new Error('at once');
        },
      },
      message(),
    );
    expect(bot.lines.map((line) => line.message)).toEqual(Array(2).fill('delivering the reply failed'));
    const platform = collector();
    await bot.handle(platform, message());
    expect(finals(platform.replies[0])).toMatchObject([{ type: 'answer' }]);
  });

  it('lets go of a platform that never finishes', async () => {
    const bot = testBot({ limits: { answerTimeout: 10, deliveryTimeout: 10 } });
    await bot.handle({ reply: () => new Promise(() => undefined) }, message());
    expect(bot.lines).toHaveLength(1);
  });

  it('aborts the work as soon as the consumer leaves, even while it waits', async () => {
    const aborted = Promise.withResolvers<void>();
    const ask: AskQuestion = async function* ({ signal }) {
      yield { type: 'status', status: 'searching' };
      await new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          aborted.resolve();
          reject(signal.reason);
        });
      });
    };
    const bot = testBot({ ask });
    await bot.handle(
      {
        async reply(_, events) {
          const iterator = events[Symbol.asyncIterator]();
          await iterator.next();
          void iterator.next();
          await sleep(5);
          await iterator.return?.();
        },
      },
      message(),
    );
    await aborted.promise;
    expect(bot.lines).toEqual([]);
  });
});

describe('stopping', () => {
  it('waits for replies under way and turns new ones away', async () => {
    const bot = testBot({ ask: scriptedAsk(() => ANSWERED, 5) });
    const platform = collector();
    const underWay = bot.handle(platform, message());
    await sleep(5);
    const stopped = bot.stop(5_000);
    await bot.handle(platform, message({ threadId: 'late', text: 'Who did it, and why?' }));
    await Promise.all([underWay, stopped]);
    expect(finals(platform.replies[0])).toMatchObject([{ type: 'answer' }]);
    expect(finals(platform.replies[1])).toMatchObject([
      { type: 'text', text: expect.stringContaining('shutting') },
    ]);
  });

  it('cuts short what outlives the deadline, with a word', async () => {
    const bot = testBot({ ask: deafAsk });
    const platform = collector();
    const underWay = [bot.handle(platform, message()), bot.handle(platform, message())];
    await sleep(5);
    await bot.stop(20);
    await Promise.all(underWay);
    expect(platform.replies.flatMap(finals)).toMatchObject([{ type: 'text' }, { type: 'text' }]);
    expect(bot.lines).toEqual([]);
  });
});

describe('help', () => {
  it('calls commands as the platform does', async () => {
    const slack = { ...collector(), commandName: (name: string) => `cb-${name}` };
    await testBot().handle(slack, message({ text: '/aide' }));
    const [final] = finals(slack.replies[0]);
    const text = final?.type === 'text' ? final.text : '';
    expect(text).toContain('/cb-ask:');
    expect(text).toContain('/cb-casebook réglages:');
    expect(text).not.toContain('/demander');
  });
});
