/** Asks for the digests whose time has come. */
import type { Subscription } from '../../core/subscription.ts';
import type { NewsroomBooks, SubscriptionRules } from './newsroom-ports.ts';

/** The key of a digest says what it covers: from after the one moment up to the other, both ISO 8601 in UTC. */
const digestKey = (from: string, to: string): string => `digest:${from}/${to}`;

/** @returns null when the key is none of a digest. */
export function digestSpan(key: string): { readonly from: string; readonly to: string } | null {
  const match = /^digest:([^/]+)\/([^/]+)$/.exec(key);
  return match?.[1] === undefined || match[2] === undefined ? null : { from: match[1], to: match[2] };
}

/**
 * One for each subscription whose time has passed: after an outage one, that covers the whole of it. It is asked for
 * first and noted then: killed in between, the same is asked for again, which changes nothing.
 *
 * @returns how many were asked for.
 */
export async function askDigests(
  subscriptions: readonly Subscription[],
  { subscriptions: book, deliveries }: Pick<NewsroomBooks, 'subscriptions' | 'deliveries'>,
  rules: Pick<SubscriptionRules, 'digestDue' | 'afterQuiet'>,
  now: Date,
): Promise<number> {
  let asked = 0;
  for (const subscription of subscriptions) {
    if (subscription.pausedAt !== null || subscription.mode !== 'digest') continue;
    const last = await book.lastDigest(subscription.id);
    const from = last ?? subscription.createdAt;
    const due = rules.digestDue(subscription, new Date(from), now);
    if (due === null) continue;
    const to = due.toISOString();
    await deliveries.ask({
      subscriptionId: subscription.id,
      key: digestKey(from, to),
      kind: 'digest',
      storyId: null,
      dueAt: rules.afterQuiet(subscription, due).toISOString(),
    });
    if (await book.advanceDigest(subscription.id, last, to)) asked += 1;
  }
  return asked;
}
