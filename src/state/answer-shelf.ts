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
  return {
    async save({ platform, workspaceId, userId, question, answer }) {
      const kept: KeptAnswer = { question, answer };
      const values = {
        user_id: userId,
        given_at: new Date(now()).toISOString(),
        content: JSON.stringify(kept),
      };
      await run((db) =>
        db
          .insertInto('answers')
          .values({ platform, workspace_id: workspaceId, answer_id: answer.id, ...values })
          .onConflict((conflict) =>
            conflict.columns(['platform', 'workspace_id', 'answer_id']).doUpdateSet(values),
          )
          .execute(),
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
  };
}
