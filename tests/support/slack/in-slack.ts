/** A test in Slack: server, bot with a real store, and adapter, ended with the test. */
import { onTestFinished } from 'vitest';
import type { State } from '../../../src/state/state.ts';
import { createState } from '../../../src/state/state.ts';
import { type TestBot, testBot } from '../bot-kit.ts';
import { type Casebook, type CasebookOptions, seen, startCasebook, wholeReply } from './casebook-kit.ts';
import type { SlackMessage } from './slack-message.ts';
import { type SlackServer, type SlackServerOptions, startSlackServer } from './slack-server.ts';
import { ALICE, BOT, GENERAL } from './workspace.ts';

export interface InSlack {
  readonly server: SlackServer;
  readonly bot: TestBot;
  readonly casebook: Casebook;
  readonly store: State;
  /** Mentions the app in #general. */
  mention(text: string, said?: { user?: string; channel?: string; thread_ts?: string }): SlackMessage;
  /** Waits for the whole reply in the thread, and gives its text. */
  answerTo(question: SlackMessage): Promise<string>;
  /** What all the messages of the app in the thread say. */
  said(channel: string, ts: string): string;
  /** How many messages the app has in the thread. */
  count(channel: string, ts: string): number;
  /** Waits until nothing is on its way to the app, and what came has been dealt with. */
  settled(): Promise<void>;
}

export interface InSlackOptions {
  readonly bot?: Parameters<typeof testBot>[0];
  readonly server?: SlackServerOptions;
  readonly casebook?: CasebookOptions;
}

export async function inSlack(options: InSlackOptions = {}): Promise<InSlack> {
  const server = await startSlackServer(options.server);
  const store = createState({ path: ':memory:', now: Date.now });
  const bot = testBot({ store, ...options.bot });
  const casebook = await startCasebook(server, bot, options.casebook);
  onTestFinished(async () => {
    await casebook.stop();
    await bot.stop(100);
    await store.close();
    await server.close();
  });
  const own = (channel: string, ts: string) => server.thread(channel, ts).filter(({ user }) => user === BOT);
  return {
    server,
    bot,
    casebook,
    store,
    mention: (text, said) =>
      server.say({ channel: GENERAL, user: ALICE, text: `<@${BOT}> ${text}`, ...said }),
    answerTo: async ({ channel, ts }) => {
      const root = server.messageAt(channel, ts).thread_ts ?? ts;
      return seen(await server.until(() => wholeReply(server, channel, root))).text;
    },
    said: (channel, ts) => seen(own(channel, ts)).text,
    count: (channel, ts) => own(channel, ts).length,
    settled: async () => {
      await server.until(() => server.delivery.pending() === 0);
      // The app works on after its acknowledgement; a call or two of its own end this.
      let calls = -1;
      while (calls !== server.calls.length) {
        calls = server.calls.length;
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    },
  };
}
