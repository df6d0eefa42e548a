/** The posts that are to be made, and those that were: the port of the delivery. */
import type { Place } from '../core/chat.ts';
import type { DesiredPost } from './story-book.ts';

export interface Delivery extends DesiredPost {
  readonly place: Place;
  /** Hash of place, subscription and key: what a platform recognises its own post by. */
  readonly mark: string;
  /** From 1; rises with each claim, also of one that ended with its process: what was tried may be there. */
  readonly attempt: number;
  /** When it was tried first; null at the first attempt. ISO 8601 in UTC. */
  readonly firstTriedAt: string | null;
  /** What the platform calls the post; null until it is there. With one, this is an edit. */
  readonly ref: string | null;
  /**
   * What the platform calls the story's post in this channel, which an update answers; null when there is none. For a
   * story's own post: that of another subscription of the channel, which has told it already.
   */
  readonly storyRef: string | null;
  /** Rises with each edit that is asked for; an edit asked for while one is made is made after it. */
  readonly revision: number;
}

export interface DeadLetter {
  readonly subscriptionId: string;
  readonly place: Place;
  readonly key: string;
  readonly kind: DesiredPost['kind'];
  readonly attempts: number;
  readonly lastError: string;
  /** ISO 8601 in UTC. */
  readonly givenUpAt: string;
}

/** What became of a post, for those who ask why it is there or not. */
export interface DeliveryState {
  readonly subscriptionId: string;
  readonly key: string;
  readonly kind: DesiredPost['kind'];
  /** `waiting`: it is due at `dueAt`, or being tried. */
  readonly state: 'waiting' | 'posted' | 'dropped' | 'given-up';
  readonly attempts: number;
  /** Times are ISO 8601 in UTC. */
  readonly dueAt: string;
  readonly postedAt: string | null;
  /** The last error, or why it was dropped; null when there is nothing to say. */
  readonly note: string | null;
}

export interface DeliveryBook {
  /** Asks for a post that no item brings about: a digest, a notice. Nothing happens when the key is there. */
  ask(post: DesiredPost): Promise<void>;
  /**
   * The next post or edit that is due on one of the platforms, for a subscription that is not paused. It is the owner's
   * until `leaseMs` have passed. Posts of one channel are never given to two owners at a time, nor
   * two of them to one. An update waits until its story's post stands or was given up.
   */
  claim(platforms: readonly string[], owner: string, leaseMs: number): Promise<Delivery | null>;
  /** It stands. @returns false when the lease was lost: somebody else marks it. */
  posted(owner: string, delivery: Delivery, ref: string): Promise<boolean>;
  /** There is nothing to post: the story has no report left, or the digest is empty. */
  dropped(owner: string, delivery: Delivery, reason: string): Promise<void>;
  /** Tried again at `dueAt`; the attempt counts when `error` is given, and otherwise nothing was tried. */
  putOff(owner: string, delivery: Delivery, dueAt: Date, error: string | null): Promise<void>;
  /** Never tried again; listed as a dead letter. */
  giveUp(owner: string, delivery: Delivery, error: string): Promise<void>;
  /** Gives back what the owner has claimed, at once: it stops. */
  release(owner: string): Promise<void>;
  /** Posts (not edits) of the subscription that were made at `since` or later, oldest first; ISO 8601 in UTC. */
  postedSince(subscriptionId: string, since: Date): Promise<string[]>;
  /** What became of the posts of a story in a channel, the oldest first. */
  ofStory(storyId: string, place: Place): Promise<DeliveryState[]>;
  deadLetters(limit: number): Promise<DeadLetter[]>;
  /** Tries a dead letter once more. @returns false when there is none of that key. */
  revive(subscriptionId: string, key: string): Promise<boolean>;
  /**
   * When the next one on these platforms is due, ISO 8601 in UTC; null when there is none. It may be past and yet nothing
   * be claimed, while another post of the channel is being made.
   */
  nextDue(platforms: readonly string[]): Promise<string | null>;
}
