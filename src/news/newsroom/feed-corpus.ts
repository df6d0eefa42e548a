/** Brings reports of stories into the corpus, within bounds that keep any one feed from drowning it. */

import type { SourceNote } from '../source-note.ts';
import type { StoryReport } from '../story.ts';
import type { ItemRecord, StoryBook } from '../story-book.ts';
import type { NewsLog } from './newsroom-ports.ts';

/** What became of a report that was offered to the corpus. `refused`: nothing can be made of it; one line says why. */
export type Taken = { readonly type: 'taken' } | { readonly type: 'refused'; readonly reason: string };

/** The corpus, as far as feeds have to do with it. */
export interface FeedCorpus {
  /**
   * Who has a source of this id: `own`, the feed itself; `other`, another feed, or somebody ingested it; null: nobody.
   * `removed`: a person took it out.
   */
  holderOf(id: string, feedId: string): Promise<'own' | 'other' | 'removed' | null>;
  /** Sources that nobody has reviewed, by the feed that brought them. */
  unreviewed(): Promise<ReadonlyMap<string, number>>;
  /** Stores the report as a source that nobody has reviewed, with its claims and cases. */
  store(id: string, report: StoryReport, signal: AbortSignal): Promise<Taken>;
}

export interface CorpusCaps {
  /** Sources that a feed may bring in any 24 hours. */
  readonly perDay: number;
  /** Share of one feed in all sources of feeds that nobody has reviewed, 0 to 1. */
  readonly share: number;
}

export interface FeedCorpusDeps {
  readonly stories: Pick<StoryBook, 'find' | 'nextForCorpus' | 'setSource' | 'sourcesOf'>;
  readonly corpus: FeedCorpus;
  readonly caps: CorpusCaps;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: NewsLog;
}

/** The share counts from so many unreviewed sources on: before, the first feed would have all of them. */
const SHARE_COUNTS_FROM = 40;
const BATCH = 20;
const DAY = 24 * 60 * 60_000;

/**
 * Takes in what waits. Each item is marked after it is stored: killed in between, it is stored again as the same source.
 *
 * @returns how many became sources. @throws the reason of the signal, and errors of database and index.
 */
export async function feedCorpus(deps: FeedCorpusDeps, signal: AbortSignal): Promise<number> {
  const { stories, log } = deps;
  let stored = 0;
  for (;;) {
    const items = await stories.nextForCorpus(BATCH);
    if (items.length === 0) return stored;
    const unreviewed = new Map(await deps.corpus.unreviewed());
    for (const item of items) {
      signal.throwIfAborted();
      const outcome = await takeIn(item, deps, unreviewed, signal);
      const key = { feedId: item.feedId, key: item.key };
      if ('note' in outcome) {
        await stories.setSource(key, null, outcome.note);
        if (outcome.reason !== undefined)
          log.info({ feedId: item.feedId, item: item.url, reason: outcome.reason }, 'left out of the corpus');
      } else {
        await stories.setSource(key, outcome.id, null);
        unreviewed.set(item.feedId, (unreviewed.get(item.feedId) ?? 0) + 1);
        stored += 1;
      }
    }
  }
}

type Outcome = { readonly id: string } | { readonly note: SourceNote; readonly reason?: string };

async function takeIn(
  item: ItemRecord,
  { stories, corpus, caps, now }: FeedCorpusDeps,
  unreviewed: ReadonlyMap<string, number>,
  signal: AbortSignal,
): Promise<Outcome> {
  if (item.placement?.copyOf != null) return { note: 'copy' };
  if (item.url === null) return { note: 'no-link' };
  const story = item.storyId === null ? null : await stories.find(item.storyId);
  const report = story?.reports.find(({ feedId, itemKey }) => feedId === item.feedId && itemKey === item.key);
  if (report === undefined) return { note: 'unreadable', reason: 'its story is gone' };
  // Whole: entries of one live page differ in nothing but the fragment.
  const everybodys = await corpus.holderOf(item.url, item.feedId);
  // What a workspace alone sees must not stand where everybody's source would.
  const id =
    item.scope === 'global' || everybodys !== null ? item.url : `workspace:${item.scope}:${item.url}`;
  const holder = id === item.url ? everybodys : await corpus.holderOf(id, item.feedId);
  if (holder === 'removed') return { note: 'removed' };
  if (holder === 'other') return { note: 'in-corpus' };
  // Its own was stored before a kill, and is only to be marked.
  if (holder === null) {
    if ((await stories.sourcesOf(item.feedId, new Date(now() - DAY))) >= caps.perDay)
      return { note: 'daily-cap', reason: `the feed brought ${caps.perDay} sources in 24 hours` };
    if (passesShare(item.feedId, unreviewed, caps.share))
      return { note: 'share-cap', reason: 'too much of what nobody has reviewed is of this feed' };
  }
  const taken = await corpus.store(id, { ...report, publisher: publisherOf(item) }, signal);
  return taken.type === 'taken' ? { id } : { note: 'unreadable', reason: taken.reason };
}

/** A name that the feed gives to another publisher is the feed's word. */
function publisherOf({ publisher, feedTitle }: ItemRecord): string | null {
  if (publisher === null || feedTitle === null || publisher === feedTitle) return publisher ?? feedTitle;
  return `${publisher} (via ${feedTitle})`;
}

/** Whether one more would give the feed too large a share. */
function passesShare(feedId: string, unreviewed: ReadonlyMap<string, number>, share: number): boolean {
  const all = [...unreviewed.values()].reduce((sum, count) => sum + count, 0);
  return all >= SHARE_COUNTS_FROM && (unreviewed.get(feedId) ?? 0) + 1 > share * (all + 1);
}
