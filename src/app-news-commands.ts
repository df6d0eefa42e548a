/** What `npm run news` does, over the books of the settings; a server may run at the same time. */

import { openDryState } from './app-news-dry-run.ts';
import { createNewsFile, systemTimeZone } from './app-news-file.ts';
import { createFindFeed } from './app-news-find.ts';
import { createPreview } from './app-news-preview.ts';
import {
  type JudgedLine,
  newsRound,
  type RoundOptions,
  type RoundResult,
  tellingBooks,
} from './app-news-round.ts';
import { createNewsStages, type NewsParts } from './app-news-stages.ts';
import { statePlace } from './app-state.ts';
import type { AnswerLang } from './core/answer.ts';
import { OperatorError } from './core/errors.ts';
import type { Report } from './core/report.ts';
import type { Subscription } from './core/subscription.ts';
import { makeDigest } from './news/deliver/render-delivery.ts';
import { readOpml, writeOpml } from './news/feed/opml.ts';
import type { FeedRecord } from './news/feed-book.ts';
import { openState } from './state/state.ts';

export interface NewsCommands {
  poll(options: Omit<RoundOptions, 'dry' | 'intoCorpus'>): Promise<RoundResult>;
  /** What a subscription (by its id), a feed (by id or address) or a topic would post now; null for nothing. */
  preview(what: string, lang: AnswerLang, signal: AbortSignal): Promise<Report | null>;
  /** What the subscription's digest would be, from the last one to now. */
  digest(subscriptionId: string): Promise<Report | null>;
  list(): Promise<{ feeds: FeedRecord[]; subscriptions: Subscription[] }>;
  /** Adds the feed for everybody, or the one that the site's page names. */
  add(url: string, fullText: boolean, signal: AbortSignal): Promise<FeedRecord>;
  /** Removes a feed or a subscription by its id. @returns which it was. */
  remove(id: string): Promise<'feed' | 'subscription'>;
  /** Lets a disabled feed be polled again, or a paused subscription post again. */
  enable(id: string): Promise<'feed' | 'subscription'>;
  /** Tries posts that were given up once more; of one subscription when it is given. @returns how many. */
  retry(subscriptionId: string | null): Promise<number>;
  importOpml(bytes: Uint8Array): Promise<{ added: number; known: number; problems: readonly string[] }>;
  exportOpml(): Promise<string>;
  close(): Promise<void>;
}

/** Dead letters that are tried once more at a time. */
const MOST_LETTERS = 1_000;

/**
 * @param dry works on a copy, which is gone afterwards.
 * @throws OperatorError when the state cannot be used.
 */
export async function openNewsCommands(
  parts: Omit<NewsParts, 'books'>,
  { dry }: { readonly dry: boolean },
): Promise<NewsCommands> {
  const { config, lexicon, log, now, newId } = parts;
  const state = dry
    ? await openDryState(config, now)
    : await openState({ place: statePlace(config), now, log });
  const judged: JudgedLine[] = [];
  const books = tellingBooks(state.news, (line) => judged.push(line));
  const stages = createNewsStages({ ...parts, books });
  const syncFile = createNewsFile({ news: config.news, lexicon, books, now });
  const subscriptionOf = async (id: string): Promise<Subscription> => {
    const found = await books.subscriptions.find(id);
    if (found === null)
      throw new OperatorError(`there is no subscription ${id}: npm run news -- list shows them`);
    return found;
  };
  const what = async (id: string): Promise<FeedRecord | Subscription> => {
    const found = (await books.feeds.find(id)) ?? (await books.subscriptions.find(id));
    if (found === null)
      throw new OperatorError(`there is no feed or subscription ${id}: npm run news -- list shows them`);
    return found;
  };

  return {
    async poll(options) {
      await syncFile();
      return newsRound(stages, books, judged, { ...options, dry, intoCorpus: config.news.sourcesPerDay > 0 });
    },

    async preview(typed, lang, signal) {
      await syncFile();
      const known = await books.subscriptions.find(typed);
      const subscription = known ?? (await imagined(typed, lang, books.feeds, now()));
      return createPreview({ stages, books, log, now, newId })(subscription, signal);
    },

    async digest(id) {
      await syncFile();
      const subscription = await subscriptionOf(id);
      const from = (await books.subscriptions.lastDigest(id)) ?? subscription.createdAt;
      const span = { from, to: new Date(now()).toISOString() };
      return makeDigest(subscription, span, { ...books, ...stages.render, wants: stages.rules.wants });
    },

    async list() {
      await syncFile();
      const [feeds, subscriptions] = await Promise.all([books.feeds.list(), books.subscriptions.list()]);
      return { feeds, subscriptions };
    },

    async add(url, fullText, signal) {
      const found = await createFindFeed(stages.fetch)(url, 'en', signal);
      if (found.type === 'none') throw new OperatorError(`${url}: ${found.reason}`);
      if (found.type === 'several')
        throw new OperatorError(
          `${url} has several feeds: add one of ${found.feeds.map((feed) => feed.url).join(' , ')}`,
        );
      return books.feeds.add({ scope: 'global', url: found.url, fullText });
    },

    async remove(id) {
      const found = await what(id);
      if ('url' in found ? found.fromFile : found.createdBy === null)
        throw new OperatorError(`${id} stands in ${config.news.file}: take it out there`);
      if ('url' in found) await books.feeds.remove(id);
      else await books.subscriptions.remove(id);
      return 'url' in found ? 'feed' : 'subscription';
    },

    async enable(id) {
      const found = await what(id);
      if ('url' in found) await books.feeds.enable(id);
      else await books.subscriptions.update({ ...found, pausedAt: null, pausedReason: null });
      return 'url' in found ? 'feed' : 'subscription';
    },

    async retry(subscriptionId) {
      let revived = 0;
      for (const letter of await state.news.deliveries.deadLetters(MOST_LETTERS)) {
        if (subscriptionId !== null && letter.subscriptionId !== subscriptionId) continue;
        if (await state.news.deliveries.revive(letter.subscriptionId, letter.key)) revived += 1;
      }
      return revived;
    },

    async importOpml(bytes) {
      const { feeds, problems } = readOpml(bytes);
      const known = new Set((await books.feeds.list()).map(({ id }) => id));
      const all = new Set<string>();
      for (const { url } of feeds)
        all.add((await books.feeds.add({ scope: 'global', url, fullText: false })).id);
      const added = [...all].filter((id) => !known.has(id)).length;
      return { added, known: feeds.length - added, problems };
    },

    async exportOpml() {
      const feeds = (await books.feeds.list()).filter(({ scope }) => scope === 'global');
      return writeOpml(feeds.map(({ url, title }) => ({ url, title })));
    },

    async close() {
      await stages.close();
      await state.close();
    },
  };
}

async function imagined(
  typed: string,
  lang: AnswerLang,
  feeds: { list(): Promise<FeedRecord[]> },
  now: number,
): Promise<Subscription> {
  const feed = (await feeds.list()).find(({ id, url, givenUrl }) => [id, url, givenUrl].includes(typed));
  const isAddress = /^https?:\/\//i.test(typed);
  return {
    id: '',
    place: {
      platform: 'console',
      workspaceId: feed === undefined || feed.scope === 'global' ? 'local' : feed.scope,
      channelId: 'local',
    },
    subject:
      feed !== undefined
        ? { type: 'feed', feedId: feed.id, url: feed.url }
        : isAddress
          ? { type: 'feed', feedId: '', url: typed }
          : { type: 'topic', words: typed },
    filter: null,
    mode: 'live',
    schedule: null,
    timeZone: systemTimeZone(),
    lang,
    quietHours: null,
    maxPerHour: 60,
    createdAt: new Date(now).toISOString(),
    createdBy: null,
    pausedAt: null,
    pausedReason: null,
  };
}
