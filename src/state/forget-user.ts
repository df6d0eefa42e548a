/** Deletes what is stored of a person. */
import type { BotStore } from '../bot/bot-store.ts';
import { dropUnwatched } from './drop-unwatched.ts';
import type { StateDatabase } from './state-database.ts';

/**
 * Her questions with their answers, how they came about, and what others thought of them; her own ratings and reports
 * of errors; and the text of messages of hers that wait for a reply: of those, only the ids stay. Her channels
 * keep their subscriptions, without her name. Where a setting names
 * her among those who may ask, it still does: it belongs to those who set it.
 */
export function createForgetUser({ run, scrub }: StateDatabase): BotStore['forgetUser'] {
  return async ({ platform, workspaceId, userId }) => {
    const forgotten = await run((db) =>
      db.transaction().execute(async (transaction) => {
        const ratings = await transaction
          .deleteFrom('ratings')
          .where('platform', '=', platform)
          .where('workspace_id', '=', workspaceId)
          .where((row) =>
            row.or([
              row('user_id', '=', userId),
              row(
                'answer_id',
                'in',
                row
                  .selectFrom('answers')
                  .select('answer_id')
                  .where('platform', '=', platform)
                  .where('workspace_id', '=', workspaceId)
                  .where('user_id', '=', userId),
              ),
            ]),
          )
          .executeTakeFirst();
        const reports = await transaction
          .deleteFrom('error_reports')
          .where('platform', '=', platform)
          .where('workspace_id', '=', workspaceId)
          .where('user_id', '=', userId)
          .executeTakeFirst();
        // With audits, cited sources, others' reports of errors, and notices.
        const answers = await transaction
          .deleteFrom('answers')
          .where('platform', '=', platform)
          .where('workspace_id', '=', workspaceId)
          .where('user_id', '=', userId)
          .executeTakeFirst();
        // What is still watched would tell what she was answered from.
        await dropUnwatched(transaction);
        await transaction
          .updateTable('inbox')
          .set({ payload: null, user_id: null })
          .where('platform', '=', platform)
          .where('workspace_id', '=', workspaceId)
          .where('user_id', '=', userId)
          .execute();
        // Not null, which says that the file of subscriptions made it.
        await transaction
          .updateTable('subscriptions')
          .set({ created_by: '' })
          .where('platform', '=', platform)
          .where('workspace_id', '=', workspaceId)
          .where('created_by', '=', userId)
          .execute();
        return {
          answers: Number(answers.numDeletedRows),
          ratings: Number(ratings.numDeletedRows),
          reports: Number(reports.numDeletedRows),
        };
      }),
    );
    await scrub();
    return forgotten;
  };
}
