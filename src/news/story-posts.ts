/** Which posts of stories there are, and an end to those of a channel that is gone. */

interface StoryPost {
  readonly place: { readonly platform: string; readonly workspaceId: string; readonly channelId: string };
  /** `waiting` when it is still to be made, of the story as it is then; `there` when it stands or is being made. */
  readonly state: 'waiting' | 'there';
}

export interface StoryPosts {
  /**
   * The first posts of the story (not its updates), by subscription, also by one that was removed since. Those that were
   * dropped or given up are left out.
   */
  postsOf(storyId: string): Promise<ReadonlyMap<string, StoryPost>>;
  /** Gives up what waits for the subscription and nobody is making at the moment. @returns how many that were. */
  giveUpWaiting(subscriptionId: string, error: string): Promise<number>;
}
