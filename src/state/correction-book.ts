/** What has become of sources that answers cite: what was seen, and what is to be told of each answer. */
import { createHash } from 'node:crypto';
import type { CorrectionBook, WatchedSource } from '../bot/corrections/correction-book.ts';
import type { CitedChange, SourceChange } from '../core/correction.ts';
import { readKeptAnswer } from './answer-shelf.ts';
import { createNoticeQueue } from './notice-queue.ts';
import type { StateDatabase } from './state-database.ts';

/** Tells one change of a source from the next. */
const changeKey = ({ kind, date, note }: SourceChange): string => JSON.stringify([kind, date, note]);

/** Bytes: an index of PostgreSQL takes some 2,700 in a row, with the source's address among them. */
const LONGEST_KEY = 500;

/** As it stands in the key of a notice. */
function storedKey(change: SourceChange): string {
  const key = changeKey(change);
  return Buffer.byteLength(key) > LONGEST_KEY ? createHash('sha256').update(key).digest('hex') : key;
}

/** Whether what was told of a source is still so, by what was last seen of it: a person may have taken the word back. */
function holds(change: SourceChange, { standing, contentHash }: WatchedSource): boolean {
  if (change.kind === 'removed') return contentHash === null;
  if (change.kind === 'rewritten') return contentHash !== null;
  return (JSON.parse(standing) as unknown[]).some((said) => JSON.stringify(said) === changeKey(change));
}

/** @param now milliseconds since 1970. */
export function createCorrectionBook(state: StateDatabase, now: () => number): CorrectionBook {
  const { run } = state;
  return {
    ...createNoticeQueue(state, now),

    async citedSources(since) {
      const rows = await run((db) =>
        db
          .selectFrom('answer_sources')
          .innerJoin('answers', (join) =>
            join
              .onRef('answers.platform', '=', 'answer_sources.platform')
              .onRef('answers.workspace_id', '=', 'answer_sources.workspace_id')
              .onRef('answers.answer_id', '=', 'answer_sources.answer_id'),
          )
          .leftJoin('watched_sources', 'watched_sources.source_id', 'answer_sources.source_id')
          .select(['answer_sources.source_id', 'watched_sources.content_hash', 'watched_sources.standing'])
          .distinct()
          .where('answers.given_at', '>=', since.toISOString())
          .execute(),
      );
      return new Map(
        rows.map(({ source_id, content_hash, standing }) => [
          source_id,
          standing === null ? null : { contentHash: content_hash, standing },
        ]),
      );
    },

    async answersCiting(sourceId, since) {
      const rows = await run((db) =>
        db
          .selectFrom('answer_sources')
          .innerJoin('answers', (join) =>
            join
              .onRef('answers.platform', '=', 'answer_sources.platform')
              .onRef('answers.workspace_id', '=', 'answer_sources.workspace_id')
              .onRef('answers.answer_id', '=', 'answer_sources.answer_id'),
          )
          .select(['answers.platform', 'answers.workspace_id', 'answers.content'])
          .where('answer_sources.source_id', '=', sourceId)
          .where('answers.given_at', '>=', since.toISOString())
          .execute(),
      );
      return rows.map(({ platform, workspace_id, content }) => ({
        platform,
        workspaceId: workspace_id,
        answer: readKeptAnswer(content).answer,
      }));
    },

    async setChanges({ platform, workspaceId, answer }, sourceId, holding, tell) {
      const keys = holding.map(storedKey);
      const key = { platform, workspace_id: workspaceId, answer_id: answer.id, source_id: sourceId };
      await run((db) =>
        db.transaction().execute(async (transaction) => {
          await transaction
            .deleteFrom('correction_notices')
            .where('platform', '=', platform)
            .where('workspace_id', '=', workspaceId)
            .where('answer_id', '=', answer.id)
            .where('source_id', '=', sourceId)
            .where('sent_at', 'is', null)
            .where('attempts', '=', 0)
            .$if(keys.length > 0, (query) => query.where('change_hash', 'not in', keys))
            .execute();
          // The answer may have been forgotten meanwhile.
          const kept = await transaction
            .selectFrom('answers')
            .select('answer_id')
            .where('platform', '=', platform)
            .where('workspace_id', '=', workspaceId)
            .where('answer_id', '=', answer.id)
            .executeTakeFirst();
          if (kept === undefined) return;
          for (const { change, from } of tell)
            await transaction
              .insertInto('correction_notices')
              .values({
                ...key,
                change_hash: storedKey(change),
                due_at: from.toISOString(),
                sent_at: null,
                attempts: 0,
                content: JSON.stringify(change),
              })
              .onConflict((conflict) => conflict.doNothing())
              .execute();
        }),
      );
    },

    async watch(sourceId, { contentHash, standing }) {
      const values = { content_hash: contentHash, standing };
      await run((db) =>
        db
          .insertInto('watched_sources')
          .values({ source_id: sourceId, ...values })
          .onConflict((conflict) => conflict.column('source_id').doUpdateSet(values))
          .execute(),
      );
    },

    async changesOf(answerId, { platform, workspaceId }) {
      const rows = await run((db) =>
        db
          .selectFrom('correction_notices as n')
          .leftJoin('watched_sources as w', 'w.source_id', 'n.source_id')
          .select(['n.content', 'w.standing', 'w.content_hash'])
          .where('n.platform', '=', platform)
          .where('n.workspace_id', '=', workspaceId)
          .where('n.answer_id', '=', answerId)
          .orderBy('n.source_id')
          .orderBy('n.change_hash')
          .execute(),
      );
      return rows.flatMap(({ content, standing, content_hash }) => {
        const change = JSON.parse(content) as CitedChange;
        const stands = standing === null || holds(change, { standing, contentHash: content_hash });
        return stands ? [change] : [];
      });
    },
  };
}
