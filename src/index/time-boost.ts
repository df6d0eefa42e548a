/** Time in the ranking: the newest first where the question asks for it, and what is of the time that it names. */
import { asksForLatest, datesNamed } from '../lexicon/asked-time.ts';
import type { Ranked } from './fuse.ts';

/** What the ranking asks of a hit's time. */
export interface Timed {
  /** ISO 8601 date of year, month or day precision; null when not stated. */
  readonly publishedAt: string | null;
  readonly text: string;
}

/** A hit of less than this share of the best score is no answer, however new it is. */
const GOOD = 0.5;
/** What the newest gains at most, as a share of its score; half of it after half a year. */
const NEWEST = 0.8;
const HALF_LIFE_DAYS = 182;
/** What a hit of the asked time gains, as a share of its score. */
const OF_THE_TIME = 0.2;

/**
 * Raises good hits that are new, when the question asks for the latest, and hits that were published at a time that the
 * question names or that speak of it, whatever the language of either. Scores are divided by the most that a hit can
 * gain, so that they stay between 0 and 1. A question without a word of time changes nothing.
 *
 * @param ranked best first.
 * @param timeOf is asked only for hits of a question that names a time.
 * @returns best first.
 */
export function boostByTime(
  question: string,
  ranked: readonly Ranked[],
  timeOf: (n: number) => Timed,
): Ranked[] {
  const asked = datesNamed(question);
  const latest = asksForLatest(question);
  if ((asked.length === 0 && !latest) || ranked.length === 0) return [...ranked];
  const least = GOOD * (ranked[0]?.score ?? 0);
  const times = new Map(ranked.map(({ n }) => [n, timeOf(n)]));
  const newest = ranked.reduce(
    (max, { n, score }) =>
      score < least ? max : Math.max(max, dayOf(times.get(n)?.publishedAt ?? null) ?? max),
    Number.NEGATIVE_INFINITY,
  );
  return ranked
    .map(({ n, score }) => {
      const time = times.get(n);
      const day = dayOf(time?.publishedAt ?? null);
      const isNew = latest && day !== null && score >= least;
      const gain =
        (isNew ? NEWEST * 2 ** ((day - newest) / HALF_LIFE_DAYS) : 0) +
        (time && isOf(asked, time) ? OF_THE_TIME : 0);
      return {
        n,
        score: (score * (1 + gain)) / (1 + (latest ? NEWEST : 0) + (asked.length > 0 ? OF_THE_TIME : 0)),
      };
    })
    .sort((a, b) => b.score - a.score || a.n - b.n);
}

/** Whether a question has a word of time, so that the times of what is found will be asked for. */
export function hasTime(question: string): boolean {
  return asksForLatest(question) || datesNamed(question).length > 0;
}

/** Whether a hit is of one of the asked dates: «2025» holds all of its months, and no month holds the year. */
function isOf(asked: readonly string[], { publishedAt, text }: Timed): boolean {
  if (asked.length === 0) return false;
  const own = [...(publishedAt === null ? [] : [publishedAt]), ...datesNamed(text)];
  return own.some((date) => asked.some((wanted) => date.startsWith(wanted)));
}

/** Days since 1970 of a date; a year or a month counts from its first day. */
function dayOf(date: string | null): number | null {
  if (date === null) return null;
  const time = Date.parse(`${date}${'-01-01'.slice(0, 10 - date.length)}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / 86_400_000;
}
