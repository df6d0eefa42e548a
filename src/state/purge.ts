/** Deletes what has been kept long enough, a little at a time. */
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { dropExpired, type OnExpired } from './drop-expired.ts';
import { dropUnwatched } from './drop-unwatched.ts';
import { purgeNews } from './purge-news.ts';
import {
  before,
  KEEP_ANSWERS,
  KEEP_DEPARTURES,
  KEEP_MESSAGES,
  KEEP_NEWS,
  KEEP_THREADS,
} from './retention.ts';
import type { StateDatabase } from './state-database.ts';

/** Milliseconds between two purges: what is kept for days may stay an hour longer. */
const INTERVAL = 60 * 60_000;

/** Rows deleted at a time: a few milliseconds, with answers of some ten thousand characters. */
const STEP = 50;

const PLACE = ['platform', 'workspace_id'];

/** Ratings, audits, cited sources, reports of errors and notices go with their answers, what was seen of sources after. */
const TABLES = [
  { table: 'inbox', key: [...PLACE, 'message_id'], time: 'taken_at', keep: KEEP_MESSAGES },
  { table: 'answers', key: [...PLACE, 'answer_id'], time: 'given_at', keep: KEEP_ANSWERS },
  {
    table: 'threads',
    key: [...PLACE, 'channel_id', 'thread_id'],
    time: 'answered_at',
    keep: KEEP_THREADS,
  },
  { table: 'departures', key: PLACE, time: 'forgotten_at', keep: KEEP_DEPARTURES },
  { table: 'rate_limits', key: [...PLACE, 'name'], time: 'ends_at', keep: 0 },
] as const;

export interface Purge {
  /** Begins one in the background when the last one was an hour ago. */
  beginIfDue(): void;
  /** Resolves when the one under way has ended, which it does after its present step. */
  stop(): Promise<void>;
}

/**
 * @param now milliseconds since 1970.
 * @param handlers `onFailure`: a purge failed; the next one is tried an hour later.
 */
export function createPurge(
  state: StateDatabase,
  now: () => number,
  handlers: { onExpired: OnExpired; onFailure: (error: unknown) => void },
): Purge {
  let begun = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> = Promise.resolve();
  let stopping = false;

  async function purge(time: number): Promise<void> {
    await dropExpired(state, time, handlers.onExpired);
    for (const { table, key, time: column, keep } of TABLES) {
      const columns = sql.join(key.map((name) => sql.ref(name)));
      const old = sql`select ${columns} from ${sql.table(table)} where ${sql.ref(column)} < ${before(time, keep)} limit ${STEP}`;
      const step = sql`delete from ${sql.table(table)} where (${columns}) in (${old})`;
      let deleted = BigInt(STEP);
      while (deleted === BigInt(STEP)) {
        // Lets messages in between two steps.
        await setImmediate();
        if (stopping) return;
        deleted = (await state.run((db) => step.execute(db))).numAffectedRows ?? 0n;
      }
    }
    await purgeNews(state, before(time, KEEP_NEWS), () => stopping);
    if (!stopping) await state.run(dropUnwatched);
  }

  return {
    beginIfDue() {
      const time = now();
      // A clock that was set back must not put the purge off for long.
      if (stopping || Math.abs(time - begun) < INTERVAL) return;
      begun = time;
      underWay = purge(time).catch(handlers.onFailure);
    },
    stop() {
      stopping = true;
      return underWay;
    },
  };
}
