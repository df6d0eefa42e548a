/** A book of feeds in memory, for tests of what polls. */
import type { FeedBook, FeedRecord, PollResult, SightedItem } from '../../src/news/feed-book.ts';

export interface MemoryFeedBook extends FeedBook {
  /** What is stored of a feed's items, in the order of storing. */
  itemsOf(feedId: string): (SightedItem & { readonly state: 'seed' | 'new' })[];
}

export function createMemoryFeedBook(now: () => Date): MemoryFeedBook {
  const feeds = new Map<string, FeedRecord>();
  const leases = new Map<string, { owner: string; until: number }>();
  const items = new Map<string, (SightedItem & { state: 'seed' | 'new' })[]>();
  const isLeased = (id: string) => (leases.get(id)?.until ?? 0) > now().getTime();
  const change = (id: string, changes: Partial<FeedRecord>) => {
    const feed = feeds.get(id);
    if (feed !== undefined) feeds.set(id, { ...feed, ...changes });
  };
  const due = () =>
    [...feeds.values()]
      .filter((feed) => feed.disabledAt === null)
      .sort((a, b) => a.nextPollAt.localeCompare(b.nextPollAt));
  return {
    itemsOf: (id) => items.get(id) ?? [],
    async add({ scope, url, fullText }) {
      const there = [...feeds.values()].find((feed) => feed.scope === scope && feed.url === url);
      if (there !== undefined) return there;
      const at = now().toISOString();
      const feed: FeedRecord = {
        id: `f${feeds.size + 1}`,
        ...{ scope, url, givenUrl: url, fullText, addedAt: at, nextPollAt: at },
        ...{ title: null, siteUrl: null, lang: null, etag: null, lastModified: null, bodyHash: null },
        ...{ lastPolledAt: null, lastOkAt: null, failures: 0, trouble: null, troubleCode: null },
        ...{ disabledAt: null, seeded: false, intervalMinutes: null, refreshMinutes: null },
        ...{ movedTo: null, movedPolls: 0, fromFile: false },
      };
      feeds.set(feed.id, feed);
      return feed;
    },
    find: async (id) => feeds.get(id) ?? null,
    list: async () => [...feeds.values()],
    remove: async (id) => void feeds.delete(id),
    setFullText: async (id, fullText) => change(id, { fullText }),
    enable: async (id) =>
      change(id, { disabledAt: null, trouble: null, failures: 0, nextPollAt: now().toISOString() }),
    async claimDue(owner, limit, leaseMs) {
      const time = now().getTime();
      const claimed = due()
        .filter(({ id, nextPollAt }) => Date.parse(nextPollAt) <= time && !isLeased(id))
        .slice(0, limit);
      for (const { id } of claimed) leases.set(id, { owner, until: time + leaseMs });
      return claimed;
    },
    async finishPoll(owner, id, { disable, ...result }: PollResult, sighted) {
      const feed = feeds.get(id);
      if (feed === undefined || leases.get(id)?.owner !== owner) return null;
      const at = now().toISOString();
      const stored = items.get(id) ?? [];
      const fresh = sighted.filter(
        ({ item, linkMark, titleMark }) =>
          !stored.some(
            (one) =>
              one.item.key === item.key ||
              (linkMark !== null && one.linkMark === linkMark) ||
              (titleMark !== null && one.titleMark === titleMark),
          ),
      );
      const kept = fresh.map((one) => ({ ...one, state: feed.seeded && one.news ? 'new' : 'seed' }) as const);
      items.set(id, [...stored, ...kept]);
      const good = result.ok ? { lastOkAt: at, seeded: true } : {};
      change(id, { ...result, ...good, lastPolledAt: at, ...(disable ? { disabledAt: at } : {}) });
      leases.delete(id);
      return kept.filter(({ state }) => state === 'new').length;
    },
    async release(owner) {
      for (const [id, lease] of leases) if (lease.owner === owner) leases.delete(id);
    },
    nextDue: async () => due()[0]?.nextPollAt ?? null,
  };
}
