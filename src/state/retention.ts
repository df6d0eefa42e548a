/** How long what the bot keeps is kept. */

const DAY = 24 * 60 * 60_000;

/**
 * Messages taken, settled or not; milliseconds. Platforms redeliver within minutes, an hour at most; and a question
 * that could not be answered for a day is answered by nobody's wish.
 */
export const KEEP_MESSAGES = DAY;

/**
 * Answers with their questions, ratings, audits, reports of errors and notices; milliseconds. A quarter: the ratings of
 * one can be read over before they go, and who presses a button below an older answer is told that it is no longer kept.
 */
export const KEEP_ANSWERS = 90 * DAY;

/** Threads in which the bot answered, since its last answer there; milliseconds. Later it wants to be named again. */
export const KEEP_THREADS = 30 * DAY;

/**
 * Items of feeds since they last stood there, stories since their last report, posts since they were due; milliseconds.
 * A story is joined for a month and a digest may cover one, with some days of an outage after it; `/news why` is asked
 * within weeks. Items and stories may hold whole articles: no longer than that.
 */
export const KEEP_NEWS = 45 * DAY;

/**
 * The word that a workspace was forgotten, since then; milliseconds. Servers with an index of their own that were away
 * delete its documents when they are back.
 */
export const KEEP_DEPARTURES = 90 * DAY;

/** The time `age` milliseconds before `now`, as the tables hold it. */
export function before(now: number, age: number): string {
  return new Date(now - age).toISOString();
}
