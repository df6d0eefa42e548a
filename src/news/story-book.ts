/** Items to judge and the stories that they make, as they are kept: the port of the newsroom. */
import type { FeedItem } from './feed-item.ts';
import type { Judgement } from './judgement.ts';
import type { Story, StoryPlacement } from './story.ts';

/** An item with where it came from. */
export interface KeptItem extends FeedItem {
  readonly feedId: string;
  readonly scope: string;
  /** ISO 8601 in UTC. */
  readonly seenAt: string;
  /** Title of the feed, for items that name no publisher; null when it has none. */
  readonly feedTitle: string | null;
  readonly fullText: boolean;
}

/** What became of an item: each stage's verdict. */
export interface ItemRecord extends KeptItem {
  /** `seed`: stood in the feed before anybody listened. `new`: not judged yet. `irrelevant`; `story`: part of one. */
  readonly state: 'seed' | 'new' | 'irrelevant' | 'story';
  readonly judgement: Judgement | null;
  readonly placement: StoryPlacement | null;
  readonly storyId: string | null;
  /** Id of the source that it became in the corpus; null when it did not, with the reason beside it. */
  readonly sourceId: string | null;
  readonly sourceNote: string | null;
}

/** A post that shall stand in a channel. */
export interface DesiredPost {
  readonly subscriptionId: string;
  /** The same for the same post, whoever asks for it: `story:<id>`, `update:<id>:<claim>`, `digest:<time>`, `notice:<…>`. */
  readonly key: string;
  readonly kind: 'story' | 'update' | 'digest' | 'notice';
  readonly storyId: string | null;
  /** When it may be posted first; ISO 8601 in UTC. */
  readonly dueAt: string;
}

export interface StoryBook {
  /** Items to be judged, oldest first. */
  nextItems(limit: number): Promise<KeptItem[]>;
  /** Stories with a report that was seen at `since` or later, the latest first. */
  recentStories(since: Date): Promise<Story[]>;
  find(storyId: string): Promise<Story | null>;
  /**
   * Stores the verdict on an item: with the story as it is now, and the posts that follow from it, in one transaction.
   * Posts that are already there are left as they are, but for a story that was given up or dropped, which is asked for
   * anew; those already posted are marked for an edit when the story
   * changed. Nothing is stored when the item was judged meanwhile. An irrelevant item loses its whole text.
   *
   * @returns false when it was.
   */
  record(verdict: {
    readonly item: Pick<KeptItem, 'feedId' | 'key'>;
    readonly judgement: Judgement;
    readonly placement: StoryPlacement | null;
    /** With the item's report; null when the item is not relevant. */
    readonly story: Story | null;
    readonly posts: readonly DesiredPost[];
    /** Subscriptions whose post of this story shall be edited, and from when on; ISO 8601 in UTC. */
    readonly edits: readonly { readonly subscriptionId: string; readonly dueAt: string }[];
  }): Promise<boolean>;
  /** The last record of an item with this address, in a scope that the workspace may see. */
  findItem(url: string, workspaceId: string): Promise<ItemRecord | null>;
  /** Items of stories that are not yet in the corpus and were not refused, oldest first. */
  nextForCorpus(limit: number): Promise<ItemRecord[]>;
  setSource(
    item: Pick<KeptItem, 'feedId' | 'key'>,
    sourceId: string | null,
    note: string | null,
  ): Promise<void>;
  /** How many items of a feed became sources at `since` or later. */
  sourcesOf(feedId: string, since: Date): Promise<number>;
}
