/** A newsroom over a real state, with judging and placing that obey words in the titles: `#story`, `new:claim`, `copy`. */
import type { Subscription } from '../../../src/core/subscription.ts';
import type { FeedItem } from '../../../src/news/feed-item.ts';
import type { Judgement, NewsText } from '../../../src/news/judgement.ts';
import { createNewsroom, type NewsroomDeps } from '../../../src/news/newsroom/newsroom.ts';
import type { PlaceReport } from '../../../src/news/story/place-report.ts';
import { itemWith, JUDGEMENT, poll, seededFeed, sighted, subscriptionWith } from '../../state/news-kit.ts';
import { openTestState, type TestState } from '../../state/state-kit.ts';

export const signal = new AbortController().signal;

/** About attribution when a story is named. */
export function judgeTitle({ title }: Pick<NewsText, 'title'>): Judgement {
  return { ...JUDGEMENT, relevant: title.includes('#') };
}

const placeByTitle: PlaceReport = ({ title }, _judgement, recent) => {
  const tag = /#\w+/.exec(title)?.[0] ?? '';
  const story = recent.find(({ reports }) => reports[0]?.title.includes(tag)) ?? null;
  const first = story?.reports[0];
  const isCopy = title.includes('copy') && first !== undefined;
  return {
    storyId: story?.id ?? null,
    score: 1,
    threshold: 0.5,
    reasons: [],
    copyOf: isCopy ? { feedId: first.feedId, itemKey: first.itemKey } : null,
    agency: null,
    newClaims: [...title.matchAll(/new:(\w+)/g)].map(([, claim]) => claim ?? ''),
  };
};

export function newsroomDeps(state: TestState, over: Partial<NewsroomDeps> = {}): NewsroomDeps {
  let ids = 0;
  return {
    books: state.news,
    rules: {
      wants: ({ subject }, { feedId, title }) =>
        subject.type === 'feed' ? subject.feedId === feedId : title.includes(subject.words),
      afterQuiet: (_, at) => at,
      digestDue: () => null,
    },
    place: placeByTitle,
    judge: async (text) => judgeTitle(text),
    fullTextOf: async () => null,
    identifyLang: () => 'en',
    authorityOf: async () => null,
    owner: 'one',
    now: () => state.time,
    newId: () => {
      ids += 1;
      return `s${ids}`;
    },
    log: { info: () => undefined, warn: () => undefined },
    ...over,
  };
}

export interface TestNewsroom {
  readonly state: TestState;
  readonly feedId: string;
  /** What the feed brings next; the clock goes on. */
  bring(title: string, over?: Partial<FeedItem> & { readonly feedId?: string }): Promise<void>;
  round(): ReturnType<ReturnType<typeof createNewsroom>['round']>;
  /** `subscription key`, of all posts that were asked for and could be claimed now, in order. */
  asked(): Promise<string[]>;
}

export async function openNewsroom(
  subscriptions: readonly Partial<Subscription>[] = [],
  over: Partial<NewsroomDeps> = {},
): Promise<TestNewsroom> {
  const state = await openTestState();
  const feed = await seededFeed(state, 'https://journal.example/rss');
  const createdAt = new Date(state.time).toISOString();
  for (const [i, one] of subscriptions.entries())
    await state.news.subscriptions.add(
      subscriptionWith(`sub${i + 1}`, {
        subject: { type: 'feed', feedId: feed.id, url: feed.url },
        filter: null,
        quietHours: null,
        createdAt,
        place: { platform: 'slack', workspaceId: 'T1', channelId: `C${i + 1}` },
        ...one,
      }),
    );
  const newsroom = createNewsroom(newsroomDeps(state, over));
  let items = 0;
  return {
    state,
    feedId: feed.id,
    async bring(title, { feedId = feed.id, ...item } = {}) {
      items += 1;
      state.time += 1_000;
      await poll(state, feedId, [sighted(`k${items}`, { item: itemWith(`k${items}`, { title, ...item }) })]);
    },
    round: () => newsroom.round(signal),
    async asked() {
      const keys: string[] = [];
      for (;;) {
        const delivery = await state.news.deliveries.claim(['slack'], 'test', 60_000);
        if (delivery === null) return keys;
        const edit = delivery.ref === null ? '' : ' (edit)';
        keys.push(`${delivery.subscriptionId} ${delivery.key}${edit}`);
        await state.news.deliveries.posted('test', delivery, delivery.ref ?? `ref ${delivery.key}`);
      }
    },
  };
}
