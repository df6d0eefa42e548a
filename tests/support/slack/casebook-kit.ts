/** Casebook in the test Slack: the real adapter with a real bot behind it, and what people see of its replies. */

import {
  createSlackAdapter,
  type SlackAdapter,
  type SlackAdapterDeps,
} from '../../../src/adapters/slack/slack-adapter.ts';
import type { Bot } from '../../../src/bot/bot.ts';
import type { ChatAdapter, ReplyEvent } from '../../../src/core/chat.ts';
import type { LogLine } from '../bot-kit.ts';
import { type Shown, shownBlocks, shownMarkdown } from './shown-text.ts';
import type { SlackMessage } from './slack-message.ts';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, type SlackServer } from './slack-server.ts';
import { BOT } from './workspace.ts';

export interface Casebook {
  readonly adapter: SlackAdapter;
  readonly lines: readonly LogLine[];
  stop(): Promise<void>;
}

export interface CasebookOptions extends Partial<SlackAdapterDeps> {
  /** Is told how each reply ends. */
  readonly endings?: ReplyEvent[];
}

/** Starts the adapter on the server; in HTTP mode the server delivers there from then on. */
export async function startCasebook(
  server: SlackServer,
  bot: Bot,
  { endings = [], ...options }: CasebookOptions = {},
): Promise<Casebook> {
  const lines: LogLine[] = [];
  const write = (level: string) => (fields: Record<string, unknown>, message: string) => {
    lines.push({ level, fields, message });
  };
  let ids = 0;
  const adapter = createSlackAdapter({
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: SIGNING_SECRET,
    mode: 'socket',
    apiUrl: server.url,
    http: { host: '127.0.0.1', port: 0 },
    commandPrefix: '',
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    newId: () => `slack-ref-${++ids}`,
    ...options,
  });
  const listening: ChatAdapter = {
    ...adapter,
    reply: (to, events) => adapter.reply(to, keepEndings(events, endings)),
  };
  await adapter.start(bot.deskFor(listening));
  if (adapter.port !== null)
    server.deliverTo({
      mode: 'http',
      url: `http://127.0.0.1:${adapter.port}/slack/events`,
      signingSecret: SIGNING_SECRET,
    });
  return { adapter, lines, stop: () => adapter.stop() };
}

async function* keepEndings(
  events: AsyncIterable<ReplyEvent>,
  endings: ReplyEvent[],
): AsyncIterable<ReplyEvent> {
  for await (const event of events) {
    if (event.type !== 'status' && event.type !== 'sentence') endings.push(event);
    yield event;
  }
}

interface Addressed {
  readonly url: string | null;
  readonly alsoPublished?: readonly { readonly url: string | null }[];
}

/** Addresses of the sources that the replies name. */
export function storedUrls(endings: readonly ReplyEvent[]): string[] {
  return endings.flatMap((event) => {
    const sources: readonly Addressed[] =
      event.type === 'report'
        ? event.report.sources
        : event.type === 'answer'
          ? [...event.answer.citations, ...event.answer.nearest]
          : [];
    return sources
      .flatMap((source) => [source, ...(source.alsoPublished ?? [])])
      .flatMap(({ url }) => url ?? []);
  });
}

/** The app's messages in reply to one in a thread, when all of them are there and none will change. */
export function wholeReply(server: SlackServer, channel: string, ts: string): SlackMessage[] | undefined {
  const own = server.thread(channel, ts).filter(({ user }) => user === BOT);
  return isWhole(own) ? own : undefined;
}

/** Whether these messages of the app, which begin with a reply's first, hold all of it. */
export function isWhole(own: readonly SlackMessage[]): boolean {
  const of = partOf(own[0])?.of;
  const ended = own.every((message) => message.streaming_state !== 'in_progress');
  return of !== undefined && ended && own.length >= Number(of);
}

/** What the app wrote on its message about the reply that it belongs to. */
export function partOf(
  message: SlackMessage | undefined,
): { message: string; part: number; of?: number } | undefined {
  const metadata = message?.metadata as { event_payload?: unknown } | undefined;
  return metadata?.event_payload as { message: string; part: number; of?: number } | undefined;
}

/** What a person sees of the messages, in order; the spaces that only keep Slack from interpreting have no width. */
export function seen(messages: readonly SlackMessage[]): Shown {
  const parts = messages.flatMap((message) => [
    ...(message.markdown === true ? [shownMarkdown(message.text)] : []),
    ...(message.blocks === undefined ? [] : [shownBlocks(message.blocks)]),
  ]);
  return {
    text: parts.map(({ text }) => text.replaceAll('\u200b', '')).join('\n'),
    urls: parts.flatMap(({ urls }) => urls),
    other: parts.flatMap(({ other }) => other),
  };
}
