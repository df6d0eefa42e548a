/** The notices that are still to be posted, one conversation at a time. */
import type { CorrectionBook, DueNotice } from '../bot/corrections/correction-book.ts';
import type { CitedChange } from '../core/correction.ts';
import { readKeptAnswer } from './answer-shelf.ts';
import type { StateDatabase } from './state-database.ts';

const MINUTE = 60_000;

/** For which a notice belongs to who claimed it; milliseconds. Posting takes seconds, with a platform's limits a minute. */
const LEASE = 5 * MINUTE;

/** Of one notice. With the pauses below, the last is some two days after the first. */
const MOST_ATTEMPTS = 12;
const LONGEST_PAUSE = 6 * 60 * MINUTE;

/** Until the next attempt; milliseconds: two minutes, four, eight, at most six hours. */
const pauseAfter = (attempt: number): number => Math.min(2 ** attempt * MINUTE, LONGEST_PAUSE);

/** @param now milliseconds since 1970. */
export function createNoticeQueue(
  { run }: StateDatabase,
  now: () => number,
): Pick<CorrectionBook, 'claim' | 'sent' | 'putOff'> {
  /** When those that this process has claimed are due again: it tells them from the others of the conversation. */
  const leases = new WeakMap<DueNotice, string>();

  /** Sets the columns of what was claimed together. */
  async function mark(notice: DueNotice, values: { sent_at: string } | { due_at: string }): Promise<void> {
    const lease = leases.get(notice);
    if (lease === undefined) return;
    const { platform, workspaceId, channelId, threadId } = notice.to;
    await run((db) =>
      db
        .updateTable('correction_notices')
        .set(values)
        .where('platform', '=', platform)
        .where('workspace_id', '=', workspaceId)
        .where('due_at', '=', lease)
        .where('attempts', '=', notice.attempt)
        .where('sent_at', 'is', null)
        .where('answer_id', 'in', (row) =>
          row
            .selectFrom('answers')
            .select('answer_id')
            .where('platform', '=', platform)
            .where('workspace_id', '=', workspaceId)
            .where('channel_id', '=', channelId)
            .where('thread_id', '=', threadId),
        )
        .execute(),
    );
  }

  return {
    async claim(platform) {
      const time = new Date(now()).toISOString();
      const first = await run((db) =>
        db
          .selectFrom('correction_notices as n')
          .innerJoin('answers as a', (join) =>
            join
              .onRef('a.platform', '=', 'n.platform')
              .onRef('a.workspace_id', '=', 'n.workspace_id')
              .onRef('a.answer_id', '=', 'n.answer_id'),
          )
          .select(['n.workspace_id', 'a.channel_id', 'a.thread_id', 'n.attempts', 'n.due_at'])
          .where('n.platform', '=', platform)
          .where('n.sent_at', 'is', null)
          .where('n.due_at', '<=', time)
          .where('n.attempts', '<', MOST_ATTEMPTS)
          // What the asker alone saw has no thread.
          .where('a.thread_id', '!=', '')
          .orderBy('n.due_at')
          .orderBy('n.attempts', 'desc')
          .executeTakeFirst(),
      );
      if (first === undefined) return null;
      const lease = new Date(now() + LEASE).toISOString();
      const rows = await run((db) =>
        db
          .updateTable('correction_notices')
          .set({ due_at: lease, attempts: first.attempts + 1 })
          .where('platform', '=', platform)
          .where('workspace_id', '=', first.workspace_id)
          .where('sent_at', 'is', null)
          .where('attempts', '=', first.attempts)
          // What was tried before is tried as it was, so that the platform can tell that it is the same.
          .$if(first.attempts === 0, (query) => query.where('due_at', '<=', time))
          .$if(first.attempts > 0, (query) => query.where('due_at', '=', first.due_at))
          .where('answer_id', 'in', (row) =>
            row
              .selectFrom('answers')
              .select('answer_id')
              .where('platform', '=', platform)
              .where('workspace_id', '=', first.workspace_id)
              .where('channel_id', '=', first.channel_id)
              .where('thread_id', '=', first.thread_id),
          )
          .returning(['answer_id', 'source_id', 'change_hash', 'content'])
          .execute(),
      );
      const ids = [...new Set(rows.map(({ answer_id }) => answer_id))];
      if (ids.length === 0) return null;
      const answers = await run((db) =>
        db
          .selectFrom('answers')
          .select('content')
          .where('platform', '=', platform)
          .where('workspace_id', '=', first.workspace_id)
          .where('answer_id', 'in', ids)
          .orderBy('given_at')
          .orderBy('answer_id')
          .execute(),
      );
      const keys = rows.map((row) => JSON.stringify([row.answer_id, row.source_id, row.change_hash])).sort();
      const changes = new Map(rows.map((row) => [`${row.source_id} ${row.change_hash}`, row.content]));
      const notice: DueNotice = {
        to: {
          platform,
          workspaceId: first.workspace_id,
          channelId: first.channel_id,
          threadId: first.thread_id,
        },
        answers: answers.map(({ content }) => readKeptAnswer(content).answer),
        // Of several answers that cite the same source, one line tells of it.
        changes: [...changes.entries()].sort().map(([, content]) => JSON.parse(content) as CitedChange),
        key: keys[0] ?? '',
        attempt: first.attempts + 1,
      };
      leases.set(notice, lease);
      return notice;
    },
    sent: (notice) => mark(notice, { sent_at: new Date(now()).toISOString() }),
    putOff: (notice) => mark(notice, { due_at: new Date(now() + pauseAfter(notice.attempt)).toISOString() }),
  };
}
