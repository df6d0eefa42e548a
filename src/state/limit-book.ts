/** How much is asked, counted in rows: what several servers count together, and what outlasts a restart. */
import { sql } from 'kysely';
import type { LimitBook } from '../bot/bot-store.ts';
import type { StateDatabase } from './state-database.ts';

/** @param now milliseconds since 1970. */
export function createLimitBook(
  { run, dialect }: Pick<StateDatabase, 'run' | 'dialect'>,
  now: () => number,
): LimitBook {
  return {
    shared: dialect === 'postgres',
    async count({ platform, workspaceId }, name, seconds) {
      const time = now();
      const present = new Date(time).toISOString();
      const ends = new Date(time + seconds * 1000).toISOString();
      // The window of a clock that was far ahead and was set right would otherwise last until then.
      const farthest = new Date(time + 2 * seconds * 1000).toISOString();
      const over = sql`(rate_limits.ends_at <= ${present} or rate_limits.ends_at > ${farthest})`;
      // One statement: of two servers that count at once, each counts.
      const row = await run((db) =>
        db
          .insertInto('rate_limits')
          .values({ platform, workspace_id: workspaceId, name, points: 1, ends_at: ends })
          .onConflict((conflict) =>
            conflict.columns(['platform', 'workspace_id', 'name']).doUpdateSet({
              points: sql`case when ${over} then 1 else rate_limits.points + 1 end`,
              ends_at: sql`case when ${over} then ${ends} else rate_limits.ends_at end`,
            }),
          )
          .returning(['points', 'ends_at'])
          .executeTakeFirstOrThrow(),
      );
      return { count: Number(row.points), endsIn: Date.parse(row.ends_at) - time };
    },
  };
}
