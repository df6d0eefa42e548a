/** The order of a stop: answers are finished while posts of news end, and platforms are left when both are done. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { RunningNews } from '../src/app-news.ts';
import type { Bot } from '../src/bot/bot.ts';
import { inspectConfig } from '../src/config.ts';
import type { ChatAdapter } from '../src/core/chat.ts';
import { startPlatforms } from '../src/start-platforms.ts';
import { OVERVIEW, testBot } from './support/bot-kit.ts';

const never = () => Promise.reject(new Error('not asked for here'));

async function running(newsEnded: Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-stop-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { config } = inspectConfig(
    { PORT: '0', CASEBOOK_DATA_DIR: folder, CORRECTION_NOTICE_DAYS: '0' },
    folder,
  );
  const order: string[] = [];
  const bot: Bot = testBot();
  const news = {
    desk: {} as RunningNews['desk'],
    start: () => undefined,
    reload: async () => undefined,
    async stop() {
      order.push('news stops');
      await newsEnded;
      order.push('news ended');
    },
  };
  const platforms = await startPlatforms({
    config,
    index: {
      listCases: async () => [],
      listSources: async () => [],
      readSources: async () => [],
      ownersOf: never,
      remove: never,
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    newId: () => 'id',
    readOverview: async () => OVERVIEW,
    createBot: async () => ({
      ...bot,
      async stop(deadline) {
        order.push('bot stops');
        await bot.stop(deadline);
      },
    }),
    createNews: async () => news,
    watched: (adapter): ChatAdapter =>
      Object.assign(Object.create(adapter) as ChatAdapter, {
        async stop() {
          order.push('platform stops');
          await adapter.stop();
        },
      }),
    onFatal: () => undefined,
  });
  return { platforms, order };
}

test('a post that takes long does not take the time of the answers', async () => {
  const ended = Promise.withResolvers<void>();
  const { platforms, order } = await running(ended.promise);
  expect(platforms.health.connected()).toEqual({ web: true });
  await platforms.health.ping();
  expect(await platforms.health.countWork()).toMatchObject({ messages: 0, posts: 0 });
  const stopped = platforms.stop(60_000);
  await new Promise((resolve) => setImmediate(resolve));
  expect([...order].sort()).toEqual(['bot stops', 'news stops']);
  ended.resolve();
  await stopped;
  expect(order.slice(-2)).toEqual(['news ended', 'platform stops']);
});

test('a post that never ends does not hold up the stop', async () => {
  const { platforms, order } = await running(new Promise(() => undefined));
  await platforms.stop(100);
  expect(order.at(-1)).toBe('platform stops');
  expect(order).not.toContain('news ended');
});
