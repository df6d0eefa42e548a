/** Joins what judges news: the lexicon, the cases as they are at the moment, and the chat model when one is set. */
import { createHash } from 'node:crypto';
import { openModel } from './app-model.ts';
import type { BotLog } from './bot/bot-log.ts';
import { type CaseProfiles, profileCases } from './claims/case-profiles.ts';
import type { Config } from './config.ts';
import type { CaseRecord } from './core/case-record.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { JudgeItem } from './news/newsroom/newsroom-ports.ts';
import { createJudge } from './news/relevance/create-judge.ts';

/** Milliseconds for which the cases are taken for what they were: a person edits them, and not by the second. */
const CASES_FOR = 60_000;

export interface ItemJudgeDeps {
  readonly config: Config;
  readonly lexicon: Lexicon;
  readonly listCases: () => Promise<readonly CaseRecord[]>;
  readonly log: BotLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Rules judge; where they are unsure, the model is asked, within its budget of the day. */
export function createItemJudge(deps: ItemJudgeDeps): JudgeItem {
  const { lexicon, listCases, now } = deps;
  let making: Promise<JudgeItem> | null = null;
  let hash = '';
  let lookedAt = Number.NEGATIVE_INFINITY;
  async function refresh(before: Promise<JudgeItem> | null): Promise<JudgeItem> {
    const cases = await listCases();
    const found = createHash('sha256').update(JSON.stringify(cases)).digest('hex');
    if (before !== null && found === hash) return before;
    hash = found;
    return makeJudge(profileCases(cases, lexicon), deps);
  }
  return async (text, signal) => {
    if (making === null || now() - lookedAt > CASES_FOR) {
      lookedAt = now();
      making = refresh(making);
      // What failed is tried again.
      making.catch(() => {
        making = null;
      });
    }
    return (await making)(text, signal);
  };
}

async function makeJudge(
  profiles: CaseProfiles,
  { config, lexicon, log }: ItemJudgeDeps,
): Promise<JudgeItem> {
  const byRules = createJudge({ lexicon, profiles });
  const model = await openModel(config, log, lexicon);
  if (model === null) return async (text) => byRules(text);
  const [{ createModelJudge }, { asData }] = await Promise.all([
    import('./news/relevance/judge-with-model.ts'),
    import('./answer/model/prompt-data.ts'),
  ]);
  const judge = createModelJudge({
    lexicon,
    profiles,
    write: (messages, signal) => model.caller.complete(messages, { signal }),
    prompt: (item) => model.prompts['judge-news'].fill({ item: asData(item) }),
  });
  return async (text, signal) => {
    const { judgement, failure } = await judge(text, signal);
    if (failure !== null) log.info({ item: text.url, reason: failure }, 'rules judged an item for the model');
    return judgement;
  };
}
