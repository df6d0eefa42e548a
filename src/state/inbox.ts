/** Messages that were taken: none is answered twice, none is lost when the process is killed. */
import type { Inbox } from '../bot/bot-store.ts';
import type { IncomingMessage } from '../core/chat.ts';
import { dropExpired, type OnExpired } from './drop-expired.ts';
import type { StateDatabase } from './state-database.ts';

/** @param now milliseconds since 1970. */
export function createInbox(state: StateDatabase, now: () => number, onExpired: OnExpired): Inbox {
  const { run } = state;
  let ordinal = 0;
  return {
    take(message) {
      ordinal += 1;
      const row = {
        platform: message.platform,
        workspace_id: message.workspaceId,
        message_id: message.id,
        taken_at: new Date(now()).toISOString(),
        ordinal,
        user_id: message.userId,
        payload: JSON.stringify(message),
      };
      return run(async (db) => {
        const result = await db
          .insertInto('inbox')
          .values(row)
          .onConflict((conflict) => conflict.columns(['platform', 'workspace_id', 'message_id']).doNothing())
          .executeTakeFirst();
        return result.numInsertedOrUpdatedRows === 1n;
      });
    },

    async settle({ platform, workspaceId, id }) {
      await run((db) =>
        db
          .updateTable('inbox')
          .set({ payload: null, user_id: null })
          .where('platform', '=', platform)
          .where('workspace_id', '=', workspaceId)
          .where('message_id', '=', id)
          .execute(),
      );
    },

    async unsettled(platform) {
      await dropExpired(state, now(), onExpired);
      const rows = await run((db) =>
        db
          .selectFrom('inbox')
          .select(['payload', 'taken_at'])
          .where('platform', '=', platform)
          .where('payload', 'is not', null)
          .orderBy('taken_at')
          .orderBy('ordinal')
          .$narrowType<{ payload: string }>()
          .execute(),
      );
      return rows.map(({ payload, taken_at }) => ({
        message: JSON.parse(payload) as IncomingMessage,
        takenAt: new Date(taken_at),
      }));
    },
  };
}
