/** What was said to be wrong in answers, for those who look after the bot. */
import { answerText } from '../core/answer.ts';
import { readKeptAnswer } from './answer-shelf.ts';
import type { KeptErrorReport } from './error-box.ts';
import type { StateDatabase } from './state-database.ts';

export interface ErrorFilter {
  /** Given at this time or later. */
  readonly since?: Date | undefined;
  /** How many at most, the newest first. */
  readonly limit: number;
}

/** A report, without the person who gave it. */
export interface ListedError {
  readonly answerId: string;
  /** ISO 8601 in UTC. */
  readonly reportedAt: string;
  readonly platform: string;
  readonly workspaceId: string;
  readonly question: string;
  /** The answer's sentences with `[n]` markers; empty when the corpus did not hold the answer. */
  readonly text: string;
  /** What is said to be wrong. */
  readonly report: string;
  /** The sentence that is meant; null where it is the answer as a whole. */
  readonly sentence: string | null;
  /** Ids of the sources cited, `[1]` first. */
  readonly sourceIds: readonly string[];
}

/** Of every platform and workspace: the caller is the operator, not a workspace. */
export async function listErrors(
  { run }: StateDatabase,
  { since, limit }: ErrorFilter,
): Promise<ListedError[]> {
  const rows = await run((db) =>
    db
      .selectFrom('error_reports')
      .innerJoin('answers', (join) =>
        join
          .onRef('answers.platform', '=', 'error_reports.platform')
          .onRef('answers.workspace_id', '=', 'error_reports.workspace_id')
          .onRef('answers.answer_id', '=', 'error_reports.answer_id'),
      )
      .select([
        'error_reports.answer_id',
        'error_reports.reported_at',
        'error_reports.platform',
        'error_reports.workspace_id',
        'error_reports.content as report',
        'answers.content',
      ])
      .$if(since !== undefined, (query) =>
        query.where('error_reports.reported_at', '>=', (since as Date).toISOString()),
      )
      .orderBy('error_reports.reported_at', 'desc')
      .orderBy('error_reports.answer_id')
      .orderBy('error_reports.user_id')
      .limit(limit)
      .execute(),
  );
  return rows.map((row) => {
    const { question, answer } = readKeptAnswer(row.content);
    const { text, sentence } = JSON.parse(row.report) as KeptErrorReport;
    return {
      answerId: row.answer_id,
      reportedAt: row.reported_at,
      platform: row.platform,
      workspaceId: row.workspace_id,
      question,
      text: answerText(answer),
      report: text,
      sentence: sentence === null ? null : (answer.sentences[sentence - 1]?.text ?? null),
      sourceIds: answer.citations.map(({ sourceId }) => sourceId),
    };
  });
}
