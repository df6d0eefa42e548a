/** Asks for the notices that a feed is no longer polled. */
import type { Subscription } from '../../core/subscription.ts';
import { channelKey } from './desired-posts.ts';
import type { NewsroomBooks, SubscriptionRules } from './newsroom-ports.ts';

const noticeKey = (feedId: string, disabledAt: string): string => `notice:${feedId}:${disabledAt}`;

/** The feed that a notice is about; null when the key is none of a notice. */
export function noticeFeed(key: string): string | null {
  return /^notice:([^:]+):/.exec(key)?.[1] ?? null;
}

/** Milliseconds after which it is no news any more; well before it is forgotten that it was told. */
const TOLD_FOR = 30 * 24 * 60 * 60_000;

/** Once for each channel that subscribes to the feed and each time that it was disabled. */
export async function askNotices(
  subscriptions: readonly Subscription[],
  { feeds, deliveries }: Pick<NewsroomBooks, 'feeds' | 'deliveries'>,
  rules: Pick<SubscriptionRules, 'afterQuiet'>,
  now: Date,
): Promise<void> {
  const listened = subscriptions.filter(
    ({ subject, pausedAt }) => subject.type === 'feed' && pausedAt === null,
  );
  if (listened.length === 0) return;
  for (const { id, disabledAt } of await feeds.list()) {
    if (disabledAt === null || now.getTime() - Date.parse(disabledAt) > TOLD_FOR) continue;
    const told = new Set<string>();
    for (const subscription of listened) {
      const { subject, place, createdAt } = subscription;
      // Who subscribes to a feed that is disabled already is told so at once.
      if (subject.type !== 'feed' || subject.feedId !== id || createdAt > disabledAt) continue;
      const channel = channelKey(place);
      if (told.has(channel)) continue;
      told.add(channel);
      await deliveries.ask({
        subscriptionId: subscription.id,
        key: noticeKey(id, disabledAt),
        kind: 'notice',
        storyId: null,
        dueAt: rules.afterQuiet(subscription, now).toISOString(),
      });
    }
  }
}
