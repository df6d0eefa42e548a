/** Threads in which the bot has answered. */
import type { ThreadBook } from '../bot/bot-store.ts';
import { before, KEEP_THREADS } from './retention.ts';
import type { StateDatabase } from './state-database.ts';

/** @param now milliseconds since 1970. */
export function createThreadBook({ run }: StateDatabase, now: () => number): ThreadBook {
  return {
    async add({ platform, workspaceId, channelId }, threadId) {
      const values = { answered_at: new Date(now()).toISOString() };
      await run((db) =>
        db
          .insertInto('threads')
          .values({
            platform,
            workspace_id: workspaceId,
            channel_id: channelId,
            thread_id: threadId,
            ...values,
          })
          .onConflict((conflict) =>
            conflict.columns(['platform', 'workspace_id', 'channel_id', 'thread_id']).doUpdateSet(values),
          )
          .execute(),
      );
    },

    async has({ platform, workspaceId, channelId }, threadId) {
      const row = await run((db) =>
        db
          .selectFrom('threads')
          .select('thread_id')
          .where('platform', '=', platform)
          .where('workspace_id', '=', workspaceId)
          .where('channel_id', '=', channelId)
          .where('thread_id', '=', threadId)
          // The purge comes by once an hour; whether the bot answers should not hang on it.
          .where('answered_at', '>=', before(now(), KEEP_THREADS))
          .executeTakeFirst(),
      );
      return row !== undefined;
    },
  };
}
