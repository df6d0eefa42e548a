/** Joins what judges news: the lexicon, and the cases as they are at the moment. */
import { createHash } from 'node:crypto';
import { profileCases } from './claims/case-profiles.ts';
import type { CaseRecord } from './core/case-record.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { JudgeItem } from './news/newsroom/newsroom-ports.ts';
import { createJudge } from './news/relevance/create-judge.ts';

/** Milliseconds for which the cases are taken for what they were: a person edits them, and not by the second. */
const CASES_FOR = 60_000;

/** @param now milliseconds since 1970. */
export function createItemJudge(
  lexicon: Lexicon,
  listCases: () => Promise<readonly CaseRecord[]>,
  now: () => number,
): JudgeItem {
  let judge: ReturnType<typeof createJudge> | null = null;
  let hash = '';
  let lookedAt = Number.NEGATIVE_INFINITY;
  async function refresh(): Promise<ReturnType<typeof createJudge>> {
    lookedAt = now();
    const cases = await listCases();
    const found = createHash('sha256').update(JSON.stringify(cases)).digest('hex');
    if (judge === null || found !== hash)
      judge = createJudge({ lexicon, profiles: profileCases(cases, lexicon) });
    hash = found;
    return judge;
  }
  return async (text) => {
    const current = judge === null || now() - lookedAt > CASES_FOR ? await refresh() : judge;
    return current(text);
  };
}
