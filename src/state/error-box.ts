/** What people said to be wrong in answers. */
import type { ErrorBox } from '../bot/bot-store.ts';
import { before } from './retention.ts';
import type { StateDatabase } from './state-database.ts';

/** What the `content` of a report's row holds. */
export interface KeptErrorReport {
  readonly text: string;
  /** Number of the sentence, from 1; null where the answer as a whole is meant. */
  readonly sentence: number | null;
}

/**
 * Reports of one person in a workspace within a day: more than a careful reader writes, and not enough to fill the file.
 * On the web, a person is an address, behind which there may be an office.
 */
const MOST_A_DAY = 50;
const DAY = 24 * 60 * 60_000;

/** @param now milliseconds since 1970. */
export function createErrorBox({ run }: StateDatabase, now: () => number): ErrorBox {
  /** The key holds the time: two reports of one person in one millisecond are told apart. */
  let last = 0;
  return {
    async report({ platform, workspaceId, answerId, userId, text, sentence }) {
      last = Math.max(now(), last + 1);
      const kept: KeptErrorReport = { text, sentence: sentence ?? null };
      const reportedAt = new Date(last).toISOString();
      // One statement: the answer may be forgotten at the same time.
      const result = await run((db) =>
        db
          .insertInto('error_reports')
          .columns(['platform', 'workspace_id', 'answer_id', 'user_id', 'reported_at', 'content'])
          .expression((eb) =>
            eb
              .selectFrom('answers')
              .select((row) => [
                'platform',
                'workspace_id',
                'answer_id',
                row.val(userId).as('user_id'),
                row.val(reportedAt).as('reported_at'),
                row.val(JSON.stringify(kept)).as('content'),
              ])
              .where('platform', '=', platform)
              .where('workspace_id', '=', workspaceId)
              .where('answer_id', '=', answerId)
              .where(
                (row) =>
                  row
                    .selectFrom('error_reports')
                    .select((reports) => reports.fn.countAll<number>().as('count'))
                    .where('platform', '=', platform)
                    .where('workspace_id', '=', workspaceId)
                    .where('user_id', '=', userId)
                    .where('reported_at', '>=', before(last, DAY)),
                '<',
                MOST_A_DAY,
              ),
          )
          .executeTakeFirst(),
      );
      return result.numInsertedOrUpdatedRows === 1n;
    },
  };
}
