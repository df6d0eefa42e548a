/** The desk: what a channel may ask of the news, over the books and the other stages. */
import type { Place } from '../../core/chat.ts';
import type { NewsDesk } from '../../core/news-desk.ts';
import type { Subscription } from '../../core/subscription.ts';
import type { DeskDeps } from './desk-deps.ts';
import { findTroubles } from './find-troubles.ts';
import { preview } from './preview.ts';
import { readSubject } from './read-subject.ts';
import { showSubscription } from './show-subscription.ts';
import { subscribe } from './subscribe.ts';
import { whyReport } from './why-report.ts';

export function createNewsDesk(deps: DeskDeps): NewsDesk {
  const { books, lexicon } = deps;
  const own = async (place: Place, id: string): Promise<Subscription | null> =>
    (await books.subscriptions.list(place)).find((other) => other.id === id.trim().toLowerCase()) ?? null;

  return {
    posts: ({ platform }) => deps.publishes(platform),

    subscribe: (request, signal) => subscribe(request, deps, signal),

    async list(place, lang) {
      const shown: { id: string; text: string }[] = [];
      const now = new Date(deps.now());
      for (const subscription of await books.subscriptions.list(place)) {
        const { subject } = subscription;
        const feed = subject.type === 'feed' ? await books.feeds.find(subject.feedId) : null;
        shown.push({
          id: subscription.id,
          text: showSubscription(subscription, feed, { lang, lexicon, now }),
        });
      }
      return shown;
    },

    async pause(place, id, paused) {
      const subscription = await own(place, id);
      if (subscription === null) return false;
      const pausedAt = paused ? (subscription.pausedAt ?? new Date(deps.now()).toISOString()) : null;
      const pausedReason = paused ? subscription.pausedReason : null;
      const { subject } = subscription;
      const feed = paused || subject.type === 'topic' ? null : await books.feeds.find(subject.feedId);
      if (feed !== null && feed.disabledAt !== null) await books.feeds.enable(feed.id);
      return books.subscriptions.update({ ...subscription, pausedAt, pausedReason });
    },

    async remove(place, id) {
      const subscription = await own(place, id);
      if (subscription === null) return 'unknown';
      if (subscription.createdBy === null) return 'from-file';
      await books.subscriptions.remove(subscription.id);
      await dropFeed(subscription, deps);
      return 'removed';
    },

    preview: (place, typed, lang, signal) => preview({ place, typed, lang }, deps, signal),

    async why(place, link, lang) {
      const subject = readSubject(link);
      if (subject.type === 'words') return null;
      const item = await books.stories.findItem(subject.url, place.workspaceId);
      return item === null ? null : whyReport({ item, place, lang }, deps);
    },

    troubles: (place, lang) => findTroubles(place, lang, deps),
  };
}

/** A feed that a workspace added is polled for as long as a channel listens to it. */
async function dropFeed({ subject, place }: Subscription, { books }: Pick<DeskDeps, 'books'>): Promise<void> {
  if (subject.type === 'topic') return;
  const feed = await books.feeds.find(subject.feedId);
  if (feed === null || feed.scope !== place.workspaceId) return;
  const others = await books.subscriptions.list();
  if (others.some((other) => other.subject.type === 'feed' && other.subject.feedId === feed.id)) return;
  await books.feeds.remove(feed.id);
}
