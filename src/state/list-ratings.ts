/** The ratings with what they judge, for those who look after the bot. */
import { answerText } from '../core/answer.ts';
import { readKeptAnswer } from './answer-shelf.ts';
import type { StateDatabase } from './state-database.ts';

export interface RatingFilter {
  /** Given at this time or later. */
  readonly since?: Date | undefined;
  readonly verdict?: 'up' | 'down' | undefined;
  /** How many at most, the newest first. */
  readonly limit: number;
}

/** A rating, without the person who gave it. */
export interface ListedRating {
  readonly answerId: string;
  readonly verdict: 'up' | 'down';
  /** ISO 8601 in UTC. */
  readonly ratedAt: string;
  readonly platform: string;
  readonly workspaceId: string;
  readonly question: string;
  /** The sentences with `[n]` markers; empty when the corpus did not hold the answer. */
  readonly text: string;
  /** Ids of the sources cited, `[1]` first. */
  readonly sourceIds: readonly string[];
}

/** Of every platform and workspace: the caller is the operator, not a workspace. */
export async function listRatings(
  { run }: StateDatabase,
  { since, verdict, limit }: RatingFilter,
): Promise<ListedRating[]> {
  const rows = await run((db) =>
    db
      .selectFrom('ratings')
      .innerJoin('answers', (join) =>
        join
          .onRef('answers.platform', '=', 'ratings.platform')
          .onRef('answers.workspace_id', '=', 'ratings.workspace_id')
          .onRef('answers.answer_id', '=', 'ratings.answer_id'),
      )
      .select([
        'ratings.answer_id',
        'ratings.verdict',
        'ratings.rated_at',
        'ratings.platform',
        'ratings.workspace_id',
        'answers.content',
      ])
      .$if(since !== undefined, (query) =>
        query.where('ratings.rated_at', '>=', (since as Date).toISOString()),
      )
      .$if(verdict !== undefined, (query) => query.where('ratings.verdict', '=', verdict as 'up' | 'down'))
      .orderBy('ratings.rated_at', 'desc')
      .orderBy('ratings.answer_id')
      .orderBy('ratings.user_id')
      .limit(limit)
      .execute(),
  );
  return rows.map((row) => {
    const { question, answer } = readKeptAnswer(row.content);
    return {
      answerId: row.answer_id,
      verdict: row.verdict,
      ratedAt: row.rated_at,
      platform: row.platform,
      workspaceId: row.workspace_id,
      question,
      text: answerText(answer),
      sourceIds: answer.citations.map(({ sourceId }) => sourceId),
    };
  });
}
