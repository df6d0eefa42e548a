/** Metrics of what runs by itself: news, platforms, the corpus, and what waits in the state. */
import { Gauge, type Registry } from 'prom-client';
import type { WorkCounts } from '../core/work-counts.ts';
import { countersOf } from './counters.ts';

export interface IndexFigures {
  readonly sources: number;
  readonly passages: number;
  readonly cases: number;
  readonly vectors: number;
  readonly vectorsPending: number;
}

/** Where gauges get their figures when they are asked for; each may be absent while the server starts. */
export interface WorkSources {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly work: () => Promise<WorkCounts | null>;
  readonly index: () => Promise<IndexFigures | null>;
  /** Whether each platform is connected, by name. */
  readonly platforms: () => Readonly<Record<string, boolean>>;
  readonly ready: () => boolean;
}

export function createWorkMetrics(registry: Registry, sources: WorkSources) {
  const registers = [registry];
  const counter = countersOf(registry);
  const posts = counter(
    'casebook_news_posts_total',
    'Posts and edits of news that were due, by what became of them',
    'platform',
    'outcome',
  );
  const polls = counter('casebook_feed_polls_total', 'Polls of feeds, by what they came to', 'outcome');
  const found = counter('casebook_news_items_found_total', 'Items of feeds that are new');
  const judged = counter(
    'casebook_news_items_judged_total',
    'Items of feeds that were judged; relevant: true when they are about attribution',
    'relevant',
  );
  const platformErrors = counter(
    'casebook_platform_errors_total',
    'What a platform did not take in the end, by what was tried and the kind of trouble',
    'platform',
    'operation',
    'kind',
  );
  const reloads = counter(
    'casebook_reloads_total',
    'Changed files that were taken up or refused while the server ran',
    'what',
    'outcome',
  );

  new Gauge({
    name: 'casebook_ready',
    help: '1 while /readyz says so',
    registers,
    collect() {
      this.set(sources.ready() ? 1 : 0);
    },
  });
  new Gauge({
    name: 'casebook_platform_connected',
    help: '1 while the connection to the platform stands',
    labelNames: ['platform'],
    registers,
    collect() {
      for (const [platform, stands] of Object.entries(sources.platforms()))
        this.set({ platform }, stands ? 1 : 0);
    },
  });
  workGauges(registry, sources);
  indexGauges(registry, sources);
  return {
    onPost: (platform: string, outcome: string): void => posts.inc({ platform, outcome }),
    onPolled(outcome: string, fresh: number): void {
      polls.inc({ outcome });
      found.inc(fresh);
    },
    onJudged(round: { readonly judged: number; readonly relevant: number }): void {
      judged.inc({ relevant: 'true' }, round.relevant);
      judged.inc({ relevant: 'false' }, round.judged - round.relevant);
    },
    onPlatformError: (platform: string, operation: string, kind: string): void =>
      platformErrors.inc({ platform, operation, kind }),
    onReload: (what: string, outcome: string): void => reloads.inc({ what, outcome }),
  };
}

/** A gauge that reads its figures when it is asked for them; it is absent while there are none. */
function sampled<Figures>(
  registry: Registry,
  read: () => Promise<Figures | null>,
  gauge: {
    readonly name: string;
    readonly help: string;
    readonly label?: string;
    /** Its value, or a value for each value of the label. */
    readonly value: (figures: Figures) => number | Readonly<Record<string, number>>;
  },
): void {
  const { name, help, label, value } = gauge;
  new Gauge({
    name,
    help,
    labelNames: label === undefined ? [] : [label],
    registers: [registry],
    async collect() {
      const figures = await read();
      this.reset();
      if (figures === null) {
        // Without a label, a reset one is 0, which would be wrong.
        if (label === undefined) this.remove();
        return;
      }
      const sample = value(figures);
      if (typeof sample === 'number') this.set(sample);
      else for (const [key, count] of Object.entries(sample)) this.set({ [label ?? '']: key }, count);
    },
  });
}

function workGauges(registry: Registry, { work, now }: WorkSources): void {
  sampled(registry, work, {
    name: 'casebook_waiting',
    help: 'What waits in the state: messages for an answer, items for judging, posts and notices for being made',
    label: 'what',
    value: ({ messages, posts, items, notices }) => ({ messages, posts, items, notices }),
  });
  sampled(registry, work, {
    name: 'casebook_oldest_post_due_seconds',
    help: 'Seconds since the oldest post of news was due that is not made yet; 0 when none is',
    value: ({ oldestPostDueAt: due }) => (due === null ? 0 : Math.max(0, (now() - Date.parse(due)) / 1_000)),
  });
  sampled(registry, work, {
    name: 'casebook_dead_posts',
    help: 'Posts of news that were given up; npm run doctor lists them',
    value: ({ deadPosts }) => deadPosts,
  });
  sampled(registry, work, {
    name: 'casebook_feeds',
    help: 'Feeds: all, those whose last poll failed, those that are no longer polled',
    label: 'state',
    value: ({ feeds, failingFeeds, disabledFeeds }) => ({
      all: feeds,
      failing: failingFeeds,
      disabled: disabledFeeds,
    }),
  });
}

function indexGauges(registry: Registry, { index }: WorkSources): void {
  sampled(registry, index, {
    name: 'casebook_index_entries',
    help: 'What the index holds: cases, sources, passages, vectors',
    label: 'what',
    value: ({ vectorsPending: _, ...entries }) => entries,
  });
  sampled(registry, index, {
    name: 'casebook_index_vectors_pending',
    help: 'Passages that do not have their vector yet; words find them meanwhile',
    value: ({ vectorsPending }) => vectorsPending,
  });
}
