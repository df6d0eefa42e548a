/** Messages that were taken: none is answered twice, none is lost when the process is killed. */
import { type Kysely, sql } from 'kysely';
import type { Inbox } from '../bot/bot-store.ts';
import type { IncomingMessage } from '../core/chat.ts';
import { dropExpired, type OnExpired } from './drop-expired.ts';
import { PRESENCE } from './presence.ts';
import type { StateSchema } from './schema.ts';
import type { StateDatabase } from './state-database.ts';

/**
 * @param now milliseconds since 1970.
 * @param processId tells this process from others that share the inbox: they leave its messages alone while it runs. Null
 * where there are no others: what is not settled was left by a process that has ended.
 */
export function createInbox(
  state: StateDatabase,
  now: () => number,
  onExpired: OnExpired,
  processId: string | null = null,
): Inbox {
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
        owner: processId,
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
      const rows = await (processId === null
        ? run((db) => leftBy(db, platform).execute())
        : takeOver(state, platform, processId, new Date(now()).toISOString()));
      return rows.map(({ payload, taken_at }) => ({
        message: JSON.parse(payload) as IncomingMessage,
        takenAt: new Date(taken_at),
      }));
    },
  };
}

function leftBy(db: Kysely<StateSchema>, platform: string) {
  return db
    .selectFrom('inbox')
    .select(['payload', 'taken_at'])
    .where('platform', '=', platform)
    .where('payload', 'is not', null)
    .orderBy('taken_at')
    .orderBy('ordinal')
    .$narrowType<{ payload: string }>();
}

/** Makes this process the owner of what those left that have ended: of several that ask at once, one gets each. */
async function takeOver({ run }: StateDatabase, platform: string, processId: string, time: string) {
  const rows = await run((db) =>
    db
      .updateTable('inbox')
      .set({ owner: processId })
      .where('platform', '=', platform)
      .where('payload', 'is not', null)
      .where((row) =>
        row.or([
          row('owner', 'is', null),
          row.and([
            row('owner', '!=', processId),
            row.not(
              row.exists(
                row
                  .selectFrom('leases')
                  .select('leases.name')
                  .where('leases.name', '=', sql<string>`${PRESENCE} || ${sql.ref('inbox.owner')}`)
                  .where('leases.leased_until', '>', time),
              ),
            ),
          ]),
        ]),
      )
      .returning(['payload', 'taken_at', 'ordinal'])
      .$narrowType<{ payload: string }>()
      .execute(),
  );
  const key = (row: (typeof rows)[number]) => `${row.taken_at} ${String(row.ordinal).padStart(12, '0')}`;
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
