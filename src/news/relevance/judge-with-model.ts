/** Asks a model about the items of which the rules are unsure; what it answers is checked against the item. */
import type { ClaimPrompt, WriteText } from '../../claims/extract-with-model.ts';
import { locateQuote } from '../../claims/locate-quote.ts';
import { type Judgement, type NewsText, newsText } from '../judgement.ts';
import { conclude, type JudgeDeps, readItem } from './read-item.ts';
import { readJudgeReply } from './read-judge-reply.ts';
import { scoreOf } from './weigh.ts';

export interface ModelJudgeDeps extends JudgeDeps {
  /** Has a model answer; rejects when it does not, or when its budget is spent. */
  readonly write: WriteText;
  /** The prompt for an item's text. */
  readonly prompt: (item: string) => ClaimPrompt;
}

export interface ModelJudgement {
  readonly judgement: Judgement;
  /** Why rules judged an item that they were unsure of; null when a model did, or was not needed. */
  readonly failure: string | null;
}

/** Scores between which rules are unsure; the threshold lies between them. */
const UNSURE = { from: 0.2, to: 0.62 } as const;
/** Where the model's word puts an item: clear of the threshold, and below what rules are sure of. */
const SAID_YES = 0.7;
const SAID_NO = 0.15;
/** What a model is shown of an item; UTF-16 code units. */
const MAX_ITEM = 3_000;

/**
 * The function never rejects, unless the signal aborts: then with its reason. An item that tells the model what to
 * answer gains at most its own place in the news: kinds are of a closed list, countries must be named in it, and no
 * word of the model's is kept but such as stand in the item.
 */
export function createModelJudge(
  deps: ModelJudgeDeps,
): (item: NewsText, signal?: AbortSignal) => Promise<ModelJudgement> {
  return async (item, signal) => {
    const reading = readItem(item, deps.lexicon);
    const byRules = conclude(reading, reading.reasons, 'rules', deps);
    if (byRules.score < UNSURE.from || byRules.score > UNSURE.to)
      return { judgement: byRules, failure: null };
    try {
      const text = newsText(item).slice(0, MAX_ITEM);
      const reply = readJudgeReply(await deps.write(deps.prompt(text), signal));
      const quoted = locateQuote(text, reply.quote);
      if (reply.relevant && quoted === null) throw new Error('the model quoted no words of the item');
      const said = reply.relevant ? SAID_YES : SAID_NO;
      const weight = Math.round((said - scoreOf(reading.reasons)) * 1000) / 1000;
      const detail = quoted === null ? '' : text.slice(quoted.start, quoted.end);
      const reasons = [...reading.reasons, { code: 'model-judged', weight, detail }];
      const judged = conclude(reading, reasons, 'model', deps);
      return { judgement: reply.relevant ? refined(judged, reply) : judged, failure: null };
    } catch (error) {
      signal?.throwIfAborted();
      const failure = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      return { judgement: byRules, failure };
    }
  };
}

/** The model's kinds and roles, as far as the item bears them out. */
function refined(
  judged: Judgement,
  {
    kinds,
    speakers,
    accused,
  }: Pick<Judgement, 'kinds'> & { speakers: readonly string[]; accused: readonly string[] },
): Judgement {
  const named = (codes: readonly string[]): string[] =>
    codes.filter((code) => judged.countries.named.includes(code));
  const said = { speakers: named(speakers), accused: named(accused) };
  return {
    ...judged,
    kinds: kinds.length > 0 ? kinds : judged.kinds,
    countries: {
      ...judged.countries,
      speakers: said.speakers.length > 0 ? said.speakers : judged.countries.speakers,
      accused: said.accused.length > 0 ? said.accused : judged.countries.accused,
    },
  };
}
