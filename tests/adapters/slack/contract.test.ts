import { afterAll } from 'vitest';
import { renderExcerpts } from '../../../src/adapters/slack/render/render-excerpts.ts';
import type { Bot } from '../../../src/bot/bot.ts';
import type { ReplyEvent } from '../../../src/core/chat.ts';
import {
  describeAdapterContract,
  type PlatformUnderTest,
  PRINT,
  type Seen,
} from '../../support/adapter-contract.ts';
import { SAMPLE_CASE } from '../../support/report-kit.ts';
import {
  type Casebook,
  isWhole,
  seen,
  startCasebook,
  storedUrls,
  wholeReply,
} from '../../support/slack/casebook-kit.ts';
import type { SlackMessage } from '../../support/slack/slack-message.ts';
import { type SlackServer, startSlackServer } from '../../support/slack/slack-server.ts';
import { ALICE, BOB, BOT, GENERAL } from '../../support/slack/workspace.ts';

const SAMPLE_URLS = [...SAMPLE_CASE.sources.flatMap(({ source }) => source.url ?? []), PRINT.url];
const servers: SlackServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** Descriptions of the pictures in the messages. */
function pictured(messages: readonly SlackMessage[] = []): string[] {
  const images = messages.flatMap(({ blocks = [] }) => blocks.filter(({ type }) => type === 'image'));
  return images.map(({ alt_text }) => String(alt_text));
}

/** Somebody who mentions the app in a channel, reads the thread, and presses «Show excerpts». */
async function person(bot: Bot, mode: 'socket' | 'http'): Promise<PlatformUnderTest> {
  const server = await startSlackServer();
  servers.push(server);
  const endings: ReplyEvent[] = [];
  let last: SlackMessage | null = null;
  let casebook: Casebook | null = await startCasebook(server, bot, { mode, endings });

  const ask = (text: string): SlackMessage =>
    server.say({ channel: GENERAL, user: ALICE, text: `<@${BOT}> ${text}` });

  async function read(question: SlackMessage): Promise<Seen> {
    return show(
      await server.until(() => {
        const reply = wholeReply(server, GENERAL, question.ts);
        const final = endings.at(-1);
        // The picture follows the words.
        const isDrawn = final?.type === 'report' && final.picture !== undefined;
        return isDrawn && pictured(reply).length === 0 ? undefined : reply;
      }),
    );
  }

  async function show(reply: readonly SlackMessage[]): Promise<Seen> {
    const excerpts = await pressExcerpts(reply);
    const { text, urls, other } = seen([...reply, ...excerpts]);
    const stored = storedUrls(endings).map(decodeURI);
    const foreign = urls.filter((url) => !stored.includes(decodeURI(url)) && !SAMPLE_URLS.includes(url));
    const interpreted = other.length > 0 || foreign.length > 0;
    return { text: [text, ...urls].join('\n'), interpreted, pictures: pictured(reply) };
  }

  async function pressExcerpts(reply: readonly SlackMessage[]): Promise<SlackMessage[]> {
    const last = reply.at(-1);
    const answered = endings.findLast((event) => event.type === 'answer');
    if (last === undefined || !JSON.stringify(last.blocks ?? []).includes('casebook_excerpts')) return [];
    const expected = answered === undefined ? 0 : renderExcerpts(answered.answer).length;
    // A reader may press long after the app was started anew.
    const later = casebook === null ? await startCasebook(server, bot, { mode, endings }) : null;
    const before = server.ephemerals(ALICE).length;
    await server.click({ user: ALICE, message: last, action_id: 'casebook_excerpts' });
    await server.until(() => server.ephemerals(ALICE).length === before + expected);
    await later?.stop();
    return server.ephemerals(ALICE).slice(before);
  }

  return {
    async say(text) {
      last = ask(text);
      return read(last);
    },
    async sayNext(text) {
      const thread_ts = last?.ts ?? '';
      const answered = endings.length;
      const said = server.say({ channel: GENERAL, user: BOB, thread_ts, text });
      await server.until(() => endings.length > answered);
      return show(
        await server.until(() => {
          const own = server
            .thread(GENERAL, thread_ts)
            .filter(({ user, ts }) => user === BOT && ts > said.ts);
          return isWhole(own) ? own : undefined;
        }),
      );
    },
    sayAndLeave: async (text) => {
      const question = ask(text);
      await server.until(() => server.thread(GENERAL, question.ts).length > 1);
      server.deleteMessage(GENERAL, question.ts);
    },
    stop: async () => {
      // From now on nobody listens, though the reply under way may go on.
      const stopping = casebook;
      casebook = null;
      await stopping?.stop();
    },
  };
}

for (const mode of ['socket', 'http'] as const)
  describeAdapterContract(`slack (${mode})`, (bot) => person(bot, mode));
