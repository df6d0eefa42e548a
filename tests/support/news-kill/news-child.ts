/**
 * A process that is killed: newsroom and delivery over a state, posting to the test Slack and Discord of its parent. It
 * makes itself ready, waits for the word, and works until it is killed.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { createDiscordAdapter } from '../../../src/adapters/discord/discord-adapter.ts';
import { createSlackAdapter } from '../../../src/adapters/slack/slack-adapter.ts';
import type { ChatDesk } from '../../../src/core/chat.ts';
import { createDelivery } from '../../../src/news/deliver/delivery.ts';
import { createNewsroom } from '../../../src/news/newsroom/newsroom.ts';
import { openState } from '../../../src/state/state.ts';
import type { ChildOrder, ChildWord } from './child-words.ts';
import { placeNumbered, RELEVANT, renderNumbered, sightedItems } from './numbered-news.ts';

const MINUTE = 60_000;
const say = (word: ChildWord): void => void process.send?.(word);

// Nobody is left to kill it.
process.once('disconnect', () => process.exit());

let ahead = 0;
const now = (): number => Date.now() + ahead;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const order = await new Promise<ChildOrder>((resolve) => process.once('message', resolve));

const discord = createDiscordAdapter({
  token: order.discord.token,
  apiUrl: order.discord.apiUrl,
  devGuildId: null,
  messageContent: true,
  commandPrefix: '',
  shards: 'auto',
  log,
  now,
  newId: () => 'ref',
  onFatal: (error) => {
    throw error;
  },
});
const slack = createSlackAdapter({
  botToken: order.slack.botToken,
  appToken: order.slack.appToken,
  signingSecret: null,
  mode: 'socket',
  apiUrl: order.slack.apiUrl,
  http: { host: '127.0.0.1', port: 0 },
  commandPrefix: '',
  log,
  now,
  newId: () => 'ref',
});
/** Nobody speaks to it. */
const desk = new Proxy({}, { get: () => () => Promise.reject(new Error('nobody is here')) }) as ChatDesk;
await Promise.all([slack.start(desk), discord.start(desk)]);
say({ type: 'ready' });

const go = await new Promise<{ ahead: number; items: number }>((resolve) => process.once('message', resolve));
ahead = go.ahead;
const state = await openState({ place: order.place, now });
say({ type: 'working' });
const { news } = state;
const owner = `process ${process.pid} ${now()}`;
const newsroom = createNewsroom({
  books: news,
  rules: { wants: () => true, afterQuiet: (_, at) => at, digestDue: () => null },
  place: placeNumbered,
  judge: async () => RELEVANT,
  fullTextOf: async () => null,
  identifyLang: () => 'fr',
  authorityOf: async () => null,
  owner,
  now,
  newId: () => crypto.randomUUID(),
  log,
});
const delivery = createDelivery({
  books: news,
  rules: { afterQuiet: (_, at) => at, nextSlot: (_, __, at) => at },
  render: renderNumbered(news.stories),
  platforms: () => [slack, discord],
  owner,
  now,
  random: Math.random,
  log: {
    ...log,
    warn: (fields, text) => say({ type: 'trouble', text: `${text} ${JSON.stringify(fields)}` }),
  },
  describe: String,
});

async function poll(): Promise<void> {
  const polled = { ok: true, failures: 0, trouble: null, troubleCode: null };
  for (const { id } of await news.feeds.claimDue(owner, 1, MINUTE)) {
    const nextPollAt = new Date(now() + MINUTE).toISOString();
    await news.feeds.finishPoll(owner, id, { ...polled, nextPollAt }, sightedItems(go.items));
  }
}

for (;;) {
  await poll();
  const { judged } = await newsroom.round(new AbortController().signal);
  const done = await delivery.round();
  if (judged === 0 && Object.keys(done).length === 0) say({ type: 'idle' });
  await pause(2);
}
