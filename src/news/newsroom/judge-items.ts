/** Judges items before they are placed: with their articles where those are wanted, several at a time. */
import type { Authority } from '../../core/source.ts';
import type { Judgement, NewsText } from '../judgement.ts';
import type { ReportItem } from '../story/place-report.ts';
import type { KeptItem } from '../story-book.ts';
import type { FullTextOf, JudgeItem, NewsLog } from './newsroom-ports.ts';

export interface JudgingDeps {
  readonly fullTextOf: FullTextOf;
  readonly judge: JudgeItem;
  /** ISO 639-1 code of a text that states none; null when it cannot be told. */
  readonly identifyLang: (text: string) => string | null;
  /** What kind of body publishes there, as far as that is known; never told by a name that the feed gives itself. */
  readonly authorityOf: (url: string | null) => Promise<Authority | null>;
  readonly log: NewsLog;
}

export interface JudgedItem {
  readonly kept: KeptItem;
  readonly item: ReportItem;
  readonly judgement: Judgement;
}

/** Articles that are fetched or judged by a model at a time. */
const AT_A_TIME = 4;

/**
 * In the order of the items. One that fails is told to the log and left out: it is tried again with the next round.
 *
 * @throws only the reason of the signal.
 */
export async function judgeItems(
  items: readonly KeptItem[],
  deps: JudgingDeps,
  signal: AbortSignal,
): Promise<{ judged: JudgedItem[]; failed: KeptItem[] }> {
  const results = new Map<KeptItem, JudgedItem>();
  const waiting = [...items];
  const work = async (): Promise<void> => {
    for (let kept = waiting.shift(); kept !== undefined; kept = waiting.shift()) {
      signal.throwIfAborted();
      try {
        results.set(kept, await judgeItem(kept, deps, signal));
      } catch (error) {
        signal.throwIfAborted();
        deps.log.warn(
          { feedId: kept.feedId, item: kept.url ?? kept.key, reason: String(error) },
          'an item could not be judged: it is tried again',
        );
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  const judged = items.flatMap((kept) => results.get(kept) ?? []);
  return { judged, failed: items.filter((kept) => !results.has(kept)) };
}

async function judgeItem(
  kept: KeptItem,
  { fullTextOf, judge, identifyLang, authorityOf }: JudgingDeps,
  signal: AbortSignal,
): Promise<JudgedItem> {
  const text = kept.text ?? (kept.fullText ? await fullTextOf(kept, signal) : null);
  const { feedId, key, scope, title, teaser, url, publishedAt, seenAt } = kept;
  const publisher = kept.publisher ?? kept.feedTitle;
  const lang = identifyLang([title, text?.slice(0, 2_000) ?? teaser].join('\n')) ?? kept.lang ?? 'en';
  const told: NewsText = { title, teaser, text, lang, publisher, url, publishedAt };
  const judgement = await judge(told, signal);
  const authority = await authorityOf(url);
  const item = { ...told, feedId, itemKey: key, scope, authority, seenAt };
  return { kept, item, judgement };
}
