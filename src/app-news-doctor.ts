/** What `doctor` says of the news: feeds, subscriptions, posts that were given up, each with what to do. */
import { parseNewsFile, readNewsFile } from './app-news-file.ts';
import { existingState } from './app-state.ts';
import type { Config } from './config.ts';
import { errorMessage } from './core/errors.ts';
import type { FeedRecord } from './news/feed-book.ts';
import { type Finding, fail, ok, warn } from './ops/check.ts';
import type { NewsBooks } from './state/state.ts';

/** Failed polls in a row from which on a feed is named: one or two are the weather of the web. */
const FAILING_FROM = 3;
/** Of each kind, named one by one. */
const MOST_NAMED = 5;

/** Works while a server is running, too. @throws OperatorError when the state cannot be used. */
export async function checkNews(config: Config): Promise<Finding[]> {
  if (!config.news.enabled) return [ok('off (NEWS)')];
  const file = await checkFile(config);
  const place = existingState(config, 0);
  if (place === null) return [...file, ok('no feeds yet; docs/news.md tells how to add some')];
  const { openState } = await import('./state/state.ts');
  const state = await openState({ place, now: Date.now });
  try {
    const findings = [...file, ...(await checkBooks(state.news))];
    if (findings.length > 0) return findings;
    const [feeds, subscriptions] = await Promise.all([
      state.news.feeds.list(),
      state.news.subscriptions.list(),
    ]);
    return [ok(`${feeds.length} feeds, ${subscriptions.length} subscriptions, all well`)];
  } finally {
    await state.close();
  }
}

async function checkFile({ news, dataDir }: Config): Promise<Finding[]> {
  try {
    const text = await readNewsFile(news);
    if (text === null) return [];
    const { loadLexicon } = await import('./lexicon/lexicon.ts');
    parseNewsFile(news, text, loadLexicon(dataDir));
    return [];
  } catch (error) {
    return errorMessage(error)
      .split('\n')
      .map((line) => fail(line, 'correct the file; what it said before holds until then'));
  }
}

async function checkBooks({ feeds, subscriptions, deliveries }: NewsBooks): Promise<Finding[]> {
  const all = await feeds.list();
  const disabled = all.filter(({ disabledAt }) => disabledAt !== null);
  const failing = all.filter(({ disabledAt, failures }) => disabledAt === null && failures >= FAILING_FROM);
  const paused = (await subscriptions.list()).filter(({ pausedReason }) => pausedReason !== null);
  const letters = await deliveries.deadLetters(1_000);
  return [
    ...named(disabled, (feed) =>
      warn(
        `feed ${feed.id} (${hostOf(feed)}) is disabled: ${feed.trouble ?? 'no reason kept'}`,
        `npm run news -- enable ${feed.id}, or remove ${feed.id}`,
      ),
    ),
    ...named(failing, (feed) =>
      warn(
        `feed ${feed.id} (${hostOf(feed)}) has failed ${feed.failures} times: ${feed.trouble ?? ''}`,
        `npm run news -- poll ${feed.id} tries it now`,
      ),
    ),
    ...named(paused, ({ id, place, pausedReason }) =>
      warn(
        `subscription ${id} (${place.platform} ${place.channelId}) was paused: ${pausedReason}`,
        `put that right, then npm run news -- enable ${id}; or remove ${id}`,
      ),
    ),
    ...named(letters, ({ subscriptionId, key, attempts, lastError }) =>
      warn(
        `a post was given up after ${attempts} attempts (${subscriptionId} ${key.slice(0, 60)}): ${lastError}`,
        `npm run news -- retry ${subscriptionId}`,
      ),
    ),
  ];
}

function hostOf({ url }: FeedRecord): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function named<T>(things: readonly T[], tell: (thing: T) => Finding): Finding[] {
  const findings = things.slice(0, MOST_NAMED).map(tell);
  const more = things.length - findings.length;
  return more > 0 ? [...findings, warn(`and ${more} more like these`, 'npm run news -- list')] : findings;
}
