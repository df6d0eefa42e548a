/** The subscriptions, as they are kept. */
import type { Place } from '../core/chat.ts';
import type { Subscription } from '../core/subscription.ts';

export interface SubscriptionBook {
  add(subscription: Subscription): Promise<void>;
  /** All, or those of one channel; the oldest first. */
  list(place?: Place): Promise<Subscription[]>;
  find(id: string): Promise<Subscription | null>;
  /** Replaces the subscription of this id; its deliveries stay. @returns false when there is none. */
  update(subscription: Subscription): Promise<boolean>;
  /** With its deliveries that were not posted. */
  remove(id: string): Promise<void>;
  /** When its digest was last asked for, ISO 8601 in UTC; null when never. */
  lastDigest(id: string): Promise<string | null>;
  /**
   * Notes that the digest of that time is asked for, if the one before is still the last: of several processes one
   * succeeds. @returns whether it was this one.
   */
  advanceDigest(id: string, from: string | null, to: string): Promise<boolean>;
}

/** A right that one process has at a time, until it runs out: rows, so that it also works behind a pooler. */
export interface LeaseBook {
  /** Takes the lease, or lengthens it. @returns whether the owner has it now. */
  hold(name: string, owner: string, leaseMs: number): Promise<boolean>;
  drop(name: string, owner: string): Promise<void>;
}
