/** Brings feeds and subscriptions in step with the file; what people made by command is left alone. */
import type { NewsSubject, Subscription } from '../../core/subscription.ts';
import type { FeedBook } from '../feed-book.ts';
import type { SubscriptionBook } from '../subscription-book.ts';
import type { FileSubscription, SubscriptionFile } from './subscription-file.ts';

export interface SyncedFile {
  readonly feeds: { readonly added: number; readonly removed: number };
  readonly subscriptions: { readonly added: number; readonly updated: number; readonly removed: number };
}

/**
 * Safe to be repeated and to be cut short. What vanished from the file is removed: its subscriptions, and the feeds that
 * it brought, unless a channel subscribed to them by command.
 *
 * @param now for what is new: stories that are older are not posted.
 */
export async function syncSubscriptionFile(
  file: SubscriptionFile,
  {
    feeds,
    subscriptions,
  }: {
    readonly feeds: Pick<FeedBook, 'add' | 'list' | 'remove' | 'setFullText'>;
    readonly subscriptions: Pick<SubscriptionBook, 'add' | 'find' | 'list' | 'remove' | 'update'>;
  },
  now: Date,
): Promise<SyncedFile> {
  const before = await feeds.list();
  const idOf = new Map<string, string>();
  for (const { url, fullText } of file.feeds) {
    const feed = await feeds.add({ scope: 'global', url, fullText, fromFile: true });
    if (feed.fullText !== fullText) await feeds.setFullText(feed.id, fullText);
    idOf.set(url, feed.id);
  }
  const counts = { added: 0, updated: 0, removed: 0 };
  const kept = new Map(
    (await subscriptions.list())
      .filter(({ createdBy }) => createdBy === null)
      .map((subscription) => [subscription.id, subscription]),
  );
  for (const wanted of file.subscriptions) {
    const known = kept.get(wanted.id);
    kept.delete(wanted.id);
    const { subject } = wanted;
    const made = madeOf(
      wanted,
      subject.type === 'topic' ? subject : { ...subject, feedId: idOf.get(subject.url) ?? '' },
      known,
      now,
    );
    if (known === undefined) {
      await subscriptions.add(made);
      counts.added += 1;
    } else if (JSON.stringify(sorted(known)) !== JSON.stringify(sorted(made))) {
      await subscriptions.update(made);
      counts.updated += 1;
    }
  }
  for (const id of kept.keys()) {
    await subscriptions.remove(id);
    counts.removed += 1;
  }
  const removed = await dropFeeds({ feeds, subscriptions }, new Set(idOf.values()));
  const known = new Set(before.map(({ id }) => id));
  const added = [...idOf.values()].filter((id) => !known.has(id)).length;
  return { feeds: { added, removed }, subscriptions: counts };
}

function madeOf(
  wanted: FileSubscription,
  subject: NewsSubject,
  known: Subscription | undefined,
  now: Date,
): Subscription {
  return {
    ...wanted,
    subject,
    createdAt: known?.createdAt ?? now.toISOString(),
    createdBy: null,
    pausedAt: known?.pausedAt ?? null,
    pausedReason: known?.pausedReason ?? null,
  };
}

/** With its names in order, so that what is equal is written alike. */
function sorted(value: object): unknown {
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => [
      name,
      typeof part === 'object' && part !== null && !Array.isArray(part) ? sorted(part) : part,
    ]);
}

/** Those that an earlier state of the file brought. @returns how many went. */
async function dropFeeds(
  {
    feeds,
    subscriptions,
  }: {
    readonly feeds: Pick<FeedBook, 'list' | 'remove'>;
    readonly subscriptions: Pick<SubscriptionBook, 'list'>;
  },
  wanted: ReadonlySet<string>,
): Promise<number> {
  const used = new Set(
    (await subscriptions.list()).map(({ subject }) => (subject.type === 'feed' ? subject.feedId : '')),
  );
  let removed = 0;
  for (const { id, fromFile } of await feeds.list()) {
    if (!fromFile || wanted.has(id) || used.has(id)) continue;
    await feeds.remove(id);
    removed += 1;
  }
  return removed;
}
