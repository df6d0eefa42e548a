/** Answers that were given, for their excerpts and ratings. */
import type { AnswerShelf, SavedAnswer } from '../bot/bot-store.ts';
import type { StateDatabase } from './state-database.ts';

/** What the `content` of an answer's row holds. */
export type KeptAnswer = Pick<SavedAnswer, 'question' | 'answer'>;

export function readKeptAnswer(content: string): KeptAnswer {
  return JSON.parse(content) as KeptAnswer;
}

/** @param now milliseconds since 1970. */
export function createAnswerShelf({ run }: StateDatabase, now: () => number): AnswerShelf {
  let ordinal = 0;
  return {
    async save({ platform, workspaceId, channelId, threadId, userId, question, answer, audit }) {
      ordinal += 1;
      const kept: KeptAnswer = { question, answer };
      const key = { platform, workspace_id: workspaceId, answer_id: answer.id };
      const values = {
        user_id: userId,
        given_at: new Date(now()).toISOString(),
        content: JSON.stringify(kept),
        channel_id: channelId,
        thread_id: threadId ?? '',
        ordinal,
      };
      const sourceIds = new Set(answer.citations.map(({ sourceId }) => sourceId));
      await run((db) =>
        db.transaction().execute(async (transaction) => {
          await transaction
            .insertInto('answers')
            .values({ ...key, ...values })
            .onConflict((conflict) =>
              conflict.columns(['platform', 'workspace_id', 'answer_id']).doUpdateSet(values),
            )
            .execute();
          // An answer that is given anew, after a kill, may rest on others.
          for (const table of ['audits', 'answer_sources'] as const)
            await transaction
              .deleteFrom(table)
              .where('platform', '=', platform)
              .where('workspace_id', '=', workspaceId)
              .where('answer_id', '=', answer.id)
              .execute();
          if (audit !== undefined)
            await transaction
              .insertInto('audits')
              .values({ ...key, content: JSON.stringify(audit) })
              .execute();
          if (sourceIds.size > 0)
            await transaction
              .insertInto('answer_sources')
              .values([...sourceIds].map((source_id) => ({ ...key, source_id })))
              .execute();
        }),
      );
    },

    async find(answerId, { platform, workspaceId }) {
      const row = await run((db) =>
        db
          .selectFrom('answers')
          .select('content')
          .where('platform', '=', platform)
          .where('workspace_id', '=', workspaceId)
          .where('answer_id', '=', answerId)
          .executeTakeFirst(),
      );
      return row === undefined ? null : readKeptAnswer(row.content).answer;
    },

    async inThread({ platform, workspaceId, channelId }, threadId, limit, since) {
      // What the asker alone saw has no thread.
      if (threadId === '') return [];
      const rows = await run((db) =>
        db
          .selectFrom('answers')
          .select('content')
          .where('platform', '=', platform)
          .where('workspace_id', '=', workspaceId)
          .where('channel_id', '=', channelId)
          .where('thread_id', '=', threadId)
          .where('given_at', '>=', since.toISOString())
          .orderBy('given_at', 'desc')
          .orderBy('ordinal', 'desc')
          .limit(limit)
          .execute(),
      );
      return rows.map(({ content }) => readKeptAnswer(content)).reverse();
    },

    async move(answerId, { platform, workspaceId, channelId }, threadId) {
      await run((db) =>
        db
          .updateTable('answers')
          .set({ thread_id: threadId })
          .where('platform', '=', platform)
          .where('workspace_id', '=', workspaceId)
          .where('channel_id', '=', channelId)
          .where('answer_id', '=', answerId)
          .where('thread_id', '!=', '')
          .execute(),
      );
    },
  };
}
