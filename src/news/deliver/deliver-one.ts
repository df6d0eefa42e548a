/** One post or edit: whether it may be made now, how it looks now, and what became of it. */
import { PlaceGoneError } from '../../core/chat.ts';
import type { Subscription } from '../../core/subscription.ts';
import type { Delivery } from '../delivery-book.ts';
import type {
  DeliveryBooks,
  DeliveryLog,
  DeliveryRules,
  NewsPlatform,
  RenderDelivery,
} from './delivery-ports.ts';
import { retryPause } from './retry-pause.ts';

export interface DeliverDeps {
  readonly books: DeliveryBooks;
  readonly rules: DeliveryRules;
  readonly render: RenderDelivery;
  /** Those that run in this process. */
  readonly platforms: () => readonly NewsPlatform[];
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly log: DeliveryLog;
  /** Told what became of each post or edit that was claimed. */
  readonly onOutcome?: (platform: string, outcome: Outcome) => void;
  /** An error in one line, without secrets. */
  readonly describe: (error: unknown) => string;
}

export type Outcome = 'posted' | 'edited' | 'dropped' | 'put-off' | 'failed' | 'given-up' | 'lost';

const HOUR = 60 * 60_000;
/** In which a platform must have taken a post, in milliseconds: well within the lease of a claim. */
const POST_TIMEOUT = 90_000;
/** Milliseconds after which a story that nobody has tried to post is no news: its subscription or its platform rested. */
const STALE = 24 * HOUR;

/** @throws errors of the database only. */
export async function deliverOne(delivery: Delivery, deps: DeliverDeps): Promise<Outcome> {
  const { books, render, owner, log } = deps;
  const drop = async (reason: string): Promise<Outcome> => {
    await books.deliveries.dropped(owner, delivery, reason);
    log.info({ ...fieldsOf(delivery), reason }, 'nothing to post');
    return 'dropped';
  };
  const subscription = await books.subscriptions.find(delivery.subscriptionId);
  if (subscription === null) return drop('the subscription was removed');
  if (delivery.kind === 'story' && delivery.ref === null && delivery.storyRef !== null)
    return drop('another subscription of the channel has told it');
  if (isStale(delivery, deps.now())) return drop('it has waited for more than a day');
  const allowed = await allowedFrom(delivery, subscription, deps);
  if (allowed !== null) {
    await books.deliveries.putOff(owner, delivery, allowed, null);
    return 'put-off';
  }
  try {
    const shown = await render(delivery, subscription);
    // What stands already is left as it is.
    if ('nothing' in shown) return await drop(shown.nothing);
    const ref = await within(POST_TIMEOUT, send(delivery, shown, deps));
    if (!(await books.deliveries.posted(owner, delivery, ref))) {
      log.warn(fieldsOf(delivery), 'a post took longer than its lease: another process looks after it');
      return 'lost';
    }
    log.info(fieldsOf(delivery), delivery.ref === null ? 'posted news' : 'edited a post of news');
    return delivery.ref === null ? 'posted' : 'edited';
  } catch (error) {
    return error instanceof PlaceGoneError
      ? leavePlace(delivery, subscription, error, deps)
      : tryLater(delivery, error, deps);
  }
}

/** Of digests and notices there is one each, however late; and what was tried may stand there. */
function isStale({ kind, firstTriedAt, dueAt }: Delivery, now: number): boolean {
  const ages = kind === 'story' || kind === 'update';
  return ages && firstTriedAt === null && now - Date.parse(dueAt) > STALE;
}

/** When the post may be made, if that is not now. An edit makes no sound, and may be made at any time. */
async function allowedFrom(
  { ref, kind }: Delivery,
  subscription: Subscription,
  { books, rules, now }: DeliverDeps,
): Promise<Date | null> {
  if (ref !== null) return null;
  const time = new Date(now());
  const loud = rules.afterQuiet(subscription, time);
  if (loud > time) return loud;
  if (kind === 'notice') return null;
  const posted = await books.deliveries.postedSince(subscription.id, new Date(now() - HOUR));
  const slot = rules.nextSlot(subscription, posted, time);
  return slot > time ? slot : null;
}

async function send(
  { place, ref, mark, attempt, firstTriedAt, storyRef, kind }: Delivery,
  shown: Exclude<Awaited<ReturnType<RenderDelivery>>, { nothing: string }>,
  { platforms, now }: DeliverDeps,
): Promise<string> {
  const platform = platforms().find((one) => one.platform === place.platform);
  if (platform?.publish === undefined) throw new Error(`${place.platform} does not run here`);
  if (ref !== null) {
    await platform.revise?.(place, ref, shown);
    return ref;
  }
  return platform.publish(place, {
    ...shown,
    mark,
    attempt,
    firstTriedAt: firstTriedAt === null ? new Date(now()) : new Date(firstTriedAt),
    ...(kind === 'update' && storyRef !== null ? { replyTo: storyRef } : {}),
  });
}

async function tryLater(delivery: Delivery, error: unknown, deps: DeliverDeps): Promise<Outcome> {
  const { books, owner, now, random, log, describe } = deps;
  const reason = describe(error);
  const pause = retryPause(delivery, { now: now(), random: random() });
  const fields = { ...fieldsOf(delivery), attempt: delivery.attempt, reason };
  if (pause === null) {
    await books.deliveries.giveUp(owner, delivery, reason);
    log.error(fields, 'gave a post of news up: npm run doctor lists it');
    return 'given-up';
  }
  await books.deliveries.putOff(owner, delivery, new Date(now() + pause), reason);
  log.warn(fields, 'posting news failed: it is tried again');
  return 'failed';
}

/** Nobody is there any more: every subscription of the channel rests, and what waits for it is given up. */
async function leavePlace(
  delivery: Delivery,
  { place }: Subscription,
  error: PlaceGoneError,
  { books, owner, now, log, describe }: DeliverDeps,
): Promise<Outcome> {
  const reason = describe(error);
  await books.deliveries.giveUp(owner, delivery, reason);
  for (const subscription of await books.subscriptions.list(place)) {
    await books.posts.giveUpWaiting(subscription.id, reason);
    if (subscription.pausedAt !== null) continue;
    const pausedAt = new Date(now()).toISOString();
    await books.subscriptions.update({ ...subscription, pausedAt, pausedReason: reason });
    log.error({ ...fieldsOf(delivery), subscriptionId: subscription.id, reason }, 'paused a subscription');
  }
  return 'given-up';
}

function fieldsOf({ place, subscriptionId, key, kind }: Delivery): Record<string, unknown> {
  return { platform: place.platform, workspaceId: place.workspaceId, subscriptionId, key, kind };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error('the platform did not take the post in time')),
    milliseconds,
  );
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
