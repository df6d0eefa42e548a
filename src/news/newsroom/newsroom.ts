/** The newsroom: judges what the feeds brought, places it among the stories, and says what is to be posted. */
import type { Subscription } from '../../core/subscription.ts';
import { joinStory } from '../story/join-story.ts';
import { type PlaceReport, STORY_WINDOW_DAYS } from '../story/place-report.ts';
import type { Story } from '../story.ts';
import type { KeptItem } from '../story-book.ts';
import { askDigests } from './ask-digests.ts';
import { askNotices } from './ask-notices.ts';
import { desiredPosts } from './desired-posts.ts';
import { type HeldLease, holdLease } from './hold-lease.ts';
import { type JudgedItem, type JudgingDeps, judgeItems } from './judge-items.ts';
import type { NewsroomBooks, SubscriptionRules } from './newsroom-ports.ts';

export interface NewsroomDeps extends JudgingDeps {
  readonly books: NewsroomBooks;
  readonly rules: SubscriptionRules;
  readonly place: PlaceReport;
  /** Unique for this process. */
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
}

export interface NewsroomRound {
  readonly judged: number;
  /** Of those, about attribution. */
  readonly relevant: number;
  /** Posts that were asked for: first posts, updates, digests. */
  readonly asked: number;
  /** False: another process is at it; nothing was done. */
  readonly mine: boolean;
}

export interface Newsroom {
  /**
   * Judges all that waits, unless another process does so. What was recorded stays whenever it is stopped.
   *
   * @throws the reason of the signal, and errors of the database.
   */
  round(signal: AbortSignal): Promise<NewsroomRound>;
}

/** Items read from the book at a time. */
const BATCH = 40;
const DAY = 24 * 60 * 60_000;

export function createNewsroom(deps: NewsroomDeps): Newsroom {
  const { books, rules, place, now, newId, log } = deps;
  /** Items that could not be judged: others must not wait for them. Tried again by the next process. */
  const failed = new Set<string>();

  /** Places one item and stores what follows. @returns null when it was judged meanwhile. */
  async function record(
    { kept, item, judgement }: JudgedItem,
    stories: Map<string, Story>,
    subscriptions: readonly Subscription[],
  ): Promise<{ asked: number } | null> {
    const key = { feedId: kept.feedId, key: kept.key };
    if (!judgement.relevant) {
      const nothing = { placement: null, story: null, posts: [], edits: [] };
      return (await books.stories.record({ item: key, judgement, ...nothing })) ? { asked: 0 } : null;
    }
    const placement = place(item, judgement, [...stories.values()]);
    const before = placement.storyId === null ? null : (stories.get(placement.storyId) ?? null);
    const time = new Date(now());
    const story = joinStory(before, { item, judgement, placement }, { now: time, newId });
    const report = story.reports.find(
      ({ feedId, itemKey }) => feedId === item.feedId && itemKey === item.itemKey,
    );
    if (report === undefined) throw new Error('a report is not in the story that it joined');
    const posts = before === null ? new Map() : await books.posts.postsOf(story.id);
    const wanted = desiredPosts({ story, report, subscriptions, posts, now: time }, rules);
    if (!(await books.stories.record({ item: key, judgement, placement, story, ...wanted }))) return null;
    stories.set(story.id, story);
    return { asked: wanted.posts.length };
  }

  async function judgeAll(lease: HeldLease, signal: AbortSignal): Promise<Omit<NewsroomRound, 'mine'>> {
    const sum = { judged: 0, relevant: 0, asked: 0 };
    let stories: Map<string, Story> | null = null;
    for (;;) {
      signal.throwIfAborted();
      const subscriptions = await books.subscriptions.list();
      const time = now();
      const waiting = await books.stories.nextItems(BATCH + failed.size);
      const items = waiting.filter((kept) => !failed.has(idOf(kept))).slice(0, BATCH);
      // A digest tells of all that was seen up to its time: what is judged after it was made would be in none.
      const [oldest] = items;
      const upTo = oldest === undefined ? time : Math.min(time, Date.parse(oldest.seenAt) - 1);
      sum.asked += await askDigests(subscriptions, books, rules, new Date(upTo));
      if (items.length === 0) return sum;
      stories ??= await recentStories();
      const judged = await judgeItems(items, deps, signal);
      for (const kept of judged.failed) failed.add(idOf(kept));
      for (const one of judged.judged) {
        signal.throwIfAborted();
        if (!(await lease.holds())) return sum;
        const recorded = await record(one, stories, subscriptions);
        if (recorded === null) continue;
        sum.judged += 1;
        sum.relevant += one.judgement.relevant ? 1 : 0;
        sum.asked += recorded.asked;
      }
    }
  }

  async function recentStories(): Promise<Map<string, Story>> {
    const recent = await books.stories.recentStories(new Date(now() - STORY_WINDOW_DAYS * DAY));
    return new Map(recent.map((story) => [story.id, story]));
  }

  return {
    async round(signal) {
      const lease = await holdLease('newsroom', { leases: books.leases, owner: deps.owner, now });
      if (lease === null) return { judged: 0, relevant: 0, asked: 0, mine: false };
      try {
        await askNotices(await books.subscriptions.list(), books, rules, new Date(now()));
        const sum = await judgeAll(lease, signal);
        if (sum.judged > 0 || sum.asked > 0) log.info({ ...sum }, 'judged news');
        return { ...sum, mine: true };
      } finally {
        await lease.drop();
      }
    },
  };
}

function idOf({ feedId, key }: Pick<KeptItem, 'feedId' | 'key'>): string {
  return `${feedId}\0${key}`;
}
