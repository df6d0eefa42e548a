/** What people thought of answers: each person's last verdict counts. */
import type { RatingBox } from '../bot/bot-store.ts';
import type { StateDatabase } from './state-database.ts';

/** @param now milliseconds since 1970. */
export function createRatingBox({ run }: StateDatabase, now: () => number): RatingBox {
  return {
    async rate({ platform, workspaceId, answerId, userId, verdict }) {
      const values = { verdict, rated_at: new Date(now()).toISOString() };
      // One statement: the answer may be forgotten at the same time.
      const result = await run((db) =>
        db
          .insertInto('ratings')
          .columns(['platform', 'workspace_id', 'answer_id', 'user_id', 'verdict', 'rated_at'])
          .expression((eb) =>
            eb
              .selectFrom('answers')
              .select((row) => [
                'platform',
                'workspace_id',
                'answer_id',
                row.val(userId).as('user_id'),
                row.val(values.verdict).as('verdict'),
                row.val(values.rated_at).as('rated_at'),
              ])
              .where('platform', '=', platform)
              .where('workspace_id', '=', workspaceId)
              .where('answer_id', '=', answerId),
          )
          .onConflict((conflict) =>
            conflict.columns(['platform', 'workspace_id', 'answer_id', 'user_id']).doUpdateSet(values),
          )
          .executeTakeFirst(),
      );
      return result.numInsertedOrUpdatedRows === 1n;
    },
  };
}
