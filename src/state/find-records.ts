/** All that is kept of an answer, by its reference id, for those who look after the bot. */
import type { Answer } from '../core/answer.ts';
import type { AnswerAudit } from '../core/audit.ts';
import type { CitedChange } from '../core/correction.ts';
import { readKeptAnswer } from './answer-shelf.ts';
import type { KeptErrorReport } from './error-box.ts';
import { before, KEEP_ANSWERS } from './retention.ts';
import type { StateDatabase } from './state-database.ts';

/** Times are ISO 8601 in UTC. Nobody is named: neither who asked nor who judged. */
export interface AnswerRecord {
  readonly platform: string;
  readonly workspaceId: string;
  /** Empty in answers that were given before this was kept. */
  readonly channelId: string;
  readonly givenAt: string;
  /** As it was typed. */
  readonly question: string;
  readonly answer: Answer;
  /** Null when none was kept with the answer. */
  readonly audit: AnswerAudit | null;
  readonly ratings: readonly { readonly verdict: 'up' | 'down'; readonly ratedAt: string }[];
  readonly errors: readonly (KeptErrorReport & { readonly reportedAt: string })[];
  readonly corrections: readonly KeptCorrection[];
}

export interface KeptCorrection extends CitedChange {
  /** When its conversation is told, or told again; null when that has been done. */
  readonly dueAt: string | null;
  readonly sentAt: string | null;
  readonly attempts: number;
}

/**
 * The answers whose id begins so, of every platform and workspace, two at most: the second tells that the beginning is
 * not enough. None that is older than answers are kept.
 *
 * @param now milliseconds since 1970.
 */
export async function findRecords(
  { run }: StateDatabase,
  idBegins: string,
  now: number,
): Promise<AnswerRecord[]> {
  const rows = await run((db) =>
    db
      .selectFrom('answers')
      .leftJoin('audits', (join) =>
        join
          .onRef('audits.platform', '=', 'answers.platform')
          .onRef('audits.workspace_id', '=', 'answers.workspace_id')
          .onRef('audits.answer_id', '=', 'answers.answer_id'),
      )
      .selectAll('answers')
      .select('audits.content as audit')
      .where(
        (row) => row.fn<string>('substr', ['answers.answer_id', row.val(1), row.val(idBegins.length)]),
        '=',
        idBegins,
      )
      .where('answers.given_at', '>=', before(now, KEEP_ANSWERS))
      .orderBy('answers.answer_id')
      .limit(2)
      .execute(),
  );
  return Promise.all(
    rows.map(async (row) => {
      const [ratings, errors, corrections] = await Promise.all([
        run((db) =>
          db
            .selectFrom('ratings')
            .select(['verdict', 'rated_at'])
            .where('platform', '=', row.platform)
            .where('workspace_id', '=', row.workspace_id)
            .where('answer_id', '=', row.answer_id)
            .orderBy('rated_at')
            .execute(),
        ),
        run((db) =>
          db
            .selectFrom('error_reports')
            .select(['content', 'reported_at'])
            .where('platform', '=', row.platform)
            .where('workspace_id', '=', row.workspace_id)
            .where('answer_id', '=', row.answer_id)
            .orderBy('reported_at')
            .execute(),
        ),
        run((db) =>
          db
            .selectFrom('correction_notices')
            .select(['content', 'due_at', 'sent_at', 'attempts'])
            .where('platform', '=', row.platform)
            .where('workspace_id', '=', row.workspace_id)
            .where('answer_id', '=', row.answer_id)
            .orderBy('due_at')
            .execute(),
        ),
      ]);
      return {
        platform: row.platform,
        workspaceId: row.workspace_id,
        channelId: row.channel_id,
        givenAt: row.given_at,
        ...readKeptAnswer(row.content),
        audit: row.audit === null ? null : (JSON.parse(row.audit) as AnswerAudit),
        ratings: ratings.map(({ verdict, rated_at }) => ({ verdict, ratedAt: rated_at })),
        errors: errors.map(({ content, reported_at }) => ({
          ...(JSON.parse(content) as KeptErrorReport),
          reportedAt: reported_at,
        })),
        corrections: corrections.map(({ content, due_at, sent_at, attempts }) => ({
          ...(JSON.parse(content) as CitedChange),
          dueAt: sent_at === null ? due_at : null,
          sentAt: sent_at,
          attempts,
        })),
      };
    }),
  );
}
