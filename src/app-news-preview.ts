/** What a subscription would post now: of the stories that are kept, or of a feed that is read there and then. */
import type { NewsStages } from './app-news-stages.ts';
import type { Report } from './core/report.ts';
import type { Subscription } from './core/subscription.ts';
import { identifyLanguage } from './lexicon/identify-language.ts';
import { viewFor } from './news/deliver/render-delivery.ts';
import { readFeed } from './news/feed/read-feed.ts';
import { type JudgedItem, judgeItems } from './news/newsroom/judge-items.ts';
import { maySee } from './news/newsroom/visible-reports.ts';
import { joinStory } from './news/story/join-story.ts';
import type { Story } from './news/story.ts';
import type { KeptItem } from './news/story-book.ts';
import type { NewsBooks } from './state/state.ts';

export interface PreviewDeps {
  readonly stages: Pick<NewsStages, 'fetch' | 'judge' | 'place' | 'rules' | 'render'>;
  readonly books: Pick<NewsBooks, 'feeds' | 'stories' | 'subscriptions'>;
  readonly log: Parameters<typeof judgeItems>[1]['log'];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** Days of kept stories that a preview shows. */
const DAYS = 7;
const DAY = 24 * 60 * 60_000;
/** Items of a feed that are judged for a preview: somebody waits for it. */
const MOST_ITEMS = 40;
/** Milliseconds. */
const FETCH_TIMEOUT = 15_000;

/**
 * One story as its post, several as a digest of them. Nothing is stored.
 *
 * @returns null when there is nothing that passes. Rejects only with the reason of the signal, or as a defect.
 */
export function createPreview(deps: PreviewDeps) {
  const { stages, now } = deps;
  return async (subscription: Subscription, signal: AbortSignal): Promise<Report | null> => {
    const { subject } = subscription;
    const stories =
      subject.type === 'feed' ? await storiesOfFeed(subject, deps, signal) : await keptStories(deps);
    const passing = stories.filter(({ reports }) =>
      reports.some((report) => maySee(subscription, report) && stages.rules.wants(subscription, report)),
    );
    const view = await viewFor(subscription, new Date(now()), stages.render);
    const [only, ...more] = passing;
    if (only !== undefined && more.length === 0 && subscription.mode === 'live')
      return stages.render.story(only, view);
    return passing.length === 0 ? null : stages.render.digest(passing, null, view);
  };
}

function keptStories({ books, now }: PreviewDeps): Promise<Story[]> {
  return books.stories.recentStories(new Date(now() - DAYS * DAY));
}

/** As if the feed had brought all that stands in it just now. */
async function storiesOfFeed(
  { feedId, url }: { readonly feedId: string; readonly url: string },
  { stages, books, log, now, newId }: PreviewDeps,
  signal: AbortSignal,
): Promise<Story[]> {
  const known = feedId === '' ? null : await books.feeds.find(feedId);
  const fetched = await stages.fetch(known?.url ?? url, { signal, want: 'feed', timeoutMs: FETCH_TIMEOUT });
  const read = fetched.ok ? readFeed(fetched) : null;
  if (read?.ok !== true) return [];
  const { title, lang, items } = read.feed;
  const seenAt = new Date(now()).toISOString();
  const kept = items.slice(0, MOST_ITEMS).map((item): KeptItem => {
    const from = { feedId, scope: 'global', seenAt, feedTitle: title, fullText: false };
    return { ...item, ...from, lang: item.lang ?? lang };
  });
  const { judged } = await judgeItems(
    kept,
    {
      judge: stages.judge,
      fullTextOf: async () => null,
      identifyLang: identifyLanguage,
      authorityOf: async () => null,
      log,
    },
    signal,
  );
  const stories = new Map<string, Story>();
  // Feeds have the newest first; a story is opened by its oldest report.
  for (const one of judged.reverse()) if (one.judgement.relevant) place(one, stories);
  return [...stories.values()];

  function place({ item, judgement }: JudgedItem, among: Map<string, Story>): void {
    const placement = stages.place(item, judgement, [...among.values()]);
    const before = placement.storyId === null ? null : (among.get(placement.storyId) ?? null);
    const story = joinStory(before, { item, judgement, placement }, { now: new Date(now()), newId });
    among.set(story.id, story);
  }
}
