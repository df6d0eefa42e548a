/** A process that is killed while it answers: the next one answers once. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AskQuestion } from '../../../src/core/ask.ts';
import { createState } from '../../../src/state/state.ts';
import { testBot } from '../../support/bot-kit.ts';
import { ANSWERED, eventsOf, scriptedAsk } from '../../support/sample-answers.ts';
import { partOf, seen, startCasebook, wholeReply } from '../../support/slack/casebook-kit.ts';
import { type SlackServer, startSlackServer } from '../../support/slack/slack-server.ts';
import { ALICE, BOT, GENERAL } from '../../support/slack/workspace.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const FIRST = ANSWERED.sentences[0]?.text ?? '';

/** A process that shows two sentences and then nothing for ever: killed, as far as Slack can tell. */
async function killedMidway(server: SlackServer, store: ReturnType<typeof createState>): Promise<void> {
  const ask: AskQuestion = async function* ({ signal }) {
    yield* eventsOf(ANSWERED).slice(0, 3);
    await new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  };
  // What the process would settle after its kill is not settled.
  const inbox = { ...store.inbox, settle: async () => undefined };
  const bot = testBot({ ask, store: { ...store, inbox } });
  const casebook = await startCasebook(server, bot);
  onTestFinished(async () => {
    await bot.stop(0);
    await casebook.stop();
  });
}

async function setUp() {
  const server = await startSlackServer();
  const store = createState({ path: ':memory:', now: Date.now });
  onTestFinished(async () => {
    await store.close();
    await server.close();
  });
  return { server, store };
}

/** The next process, on the same store. */
async function nextProcess(server: SlackServer, store: ReturnType<typeof createState>) {
  const asked: string[] = [];
  const ask = scriptedAsk((question) => {
    asked.push(question);
    return ANSWERED;
  });
  const bot = testBot({ ask, store });
  const casebook = await startCasebook(server, bot);
  onTestFinished(() => casebook.stop());
  await bot.resume(casebook.adapter);
  return { asked, bot, casebook };
}

const ownIn = (server: SlackServer, ts: string) =>
  server.thread(GENERAL, ts).filter(({ user }) => user === BOT);

describe('what was left unanswered', () => {
  it('half streamed is completed in place', async () => {
    const { server, store } = await setUp();
    await killedMidway(server, store);
    const question = server.say({ channel: GENERAL, user: ALICE, text: `<@${BOT}> ${QUESTION}` });
    await server.until(() => server.callsOf('chat.startStream')[0]?.response);
    server.sockets.kill();
    const { asked } = await nextProcess(server, store);
    const [message, ...others] = await server.until(() => wholeReply(server, GENERAL, question.ts));
    expect(others).toEqual([]);
    expect(asked).toEqual([QUESTION]);
    const { text } = seen(message === undefined ? [] : [message]);
    for (const sentence of ANSWERED.sentences) expect(text.split(sentence.text)).toHaveLength(2);
    expect(await store.inbox.unsettled('slack')).toEqual([]);
  });

  it('half grown is completed in place, where Slack does not stream', async () => {
    const { server, store } = await setUp();
    server.faults.fail('chat.startStream', { error: 'unknown_method', times: 99 });
    await killedMidway(server, store);
    const question = server.say({ channel: GENERAL, user: ALICE, text: `<@${BOT}> ${QUESTION}` });
    await server.until(() => ownIn(server, question.ts)[0]);
    expect(partOf(ownIn(server, question.ts)[0])?.of).toBeUndefined();
    await nextProcess(server, store);
    const [message, ...others] = await server.until(() => wholeReply(server, GENERAL, question.ts));
    expect(others).toEqual([]);
    expect(seen(message === undefined ? [] : [message]).text).toContain(ANSWERED.sentences.at(-1)?.text);
  });

  it('but had its complete reply already is not answered again', async () => {
    const { server, store } = await setUp();
    const inbox = { ...store.inbox, settle: async () => undefined };
    const first = await startCasebook(server, testBot({ store: { ...store, inbox } }));
    const question = server.say({ channel: GENERAL, user: ALICE, text: `<@${BOT}> ${QUESTION}` });
    const before = await server.until(() => wholeReply(server, GENERAL, question.ts));
    await first.stop();
    await nextProcess(server, store);
    expect(ownIn(server, question.ts)).toEqual(before);
    expect(await store.inbox.unsettled('slack')).toEqual([]);
  });

  it('a command’s, is answered where it was given', async () => {
    const { server, store } = await setUp();
    await killedMidway(server, store);
    await server.command({ command: '/ask', text: QUESTION, user: ALICE, channel: GENERAL });
    await server.until(() => server.messages(GENERAL).find(({ user }) => user === BOT));
    await nextProcess(server, store);
    const own = server.messages(GENERAL).filter(({ user }) => user === BOT);
    expect(own).toHaveLength(1);
    expect(partOf(own[0])?.of).toBe(1);
    expect(seen(own).text).toContain(FIRST);
  });
});
