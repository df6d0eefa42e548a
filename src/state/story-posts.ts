/** Which posts of stories there are, and an end to those of a channel that is gone. */
import type { StoryPosts } from '../news/story-posts.ts';
import type { StateDatabase } from './state-database.ts';

/** @param now milliseconds since 1970. */
export function createStoryPosts({ run }: StateDatabase, now: () => number): StoryPosts {
  return {
    async postsOf(storyId) {
      const rows = await run((db) =>
        db
          .selectFrom('deliveries')
          .select(['subscription_id', 'platform', 'workspace_id', 'channel_id', 'ref', 'owner', 'state'])
          .where('story_id', '=', storyId)
          .where('kind', '=', 'story')
          .where((row) => row.or([row('state', 'in', ['due', 'posted']), row('ref', 'is not', null)]))
          .execute(),
      );
      return new Map(
        rows.map((row) => [
          row.subscription_id,
          {
            place: { platform: row.platform, workspaceId: row.workspace_id, channelId: row.channel_id },
            state: row.ref === null && row.owner === null ? 'waiting' : 'there',
          },
        ]),
      );
    },

    async giveUpWaiting(subscriptionId, error) {
      const result = await run((db) =>
        db
          .updateTable('deliveries')
          .set({ state: 'dead', last_error: error, ended_at: new Date(now()).toISOString() })
          .where('subscription_id', '=', subscriptionId)
          .where('state', '=', 'due')
          .where('owner', 'is', null)
          .executeTakeFirst(),
      );
      return Number(result.numUpdatedRows);
    },
  };
}
