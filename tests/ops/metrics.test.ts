/** Metrics as Prometheus reads them. */
import { expect, test } from 'vitest';
import { createMetrics } from '../../src/ops/metrics.ts';

const WORK = {
  messages: 1,
  posts: 2,
  oldestPostDueAt: '2026-01-31T09:00:00.000Z',
  deadPosts: 3,
  items: 4,
  feeds: 5,
  failingFeeds: 6,
  disabledFeeds: 7,
  notices: 8,
};

function sample(over: Partial<Parameters<typeof createMetrics>[0]> = {}) {
  return createMetrics({
    version: '1.2.3',
    prices: { input: 2, output: 10 },
    now: () => Date.parse('2026-01-31T09:01:30.000Z'),
    work: async () => WORK,
    index: async () => ({ sources: 10, passages: 20, cases: 3, vectors: 15, vectorsPending: 5 }),
    platforms: () => ({ slack: true, discord: false }),
    ready: () => true,
    ...over,
  });
}

const QUESTION = {
  platform: 'slack',
  command: 'ask',
  outcome: 'answered',
  lang: 'fr',
  method: 'model',
  refusal: null,
  ms: 1_500,
  stages: [
    { stage: 'retrieve', ms: 40 },
    { stage: 'generate', ms: 1_400 },
  ],
};

async function linesOf(metrics: ReturnType<typeof createMetrics>): Promise<string[]> {
  return (await metrics.write()).split('\n').filter((line) => line.startsWith('casebook_'));
}

test('a question counts by what became of it and by how long its stages took', async () => {
  const metrics = sample();
  metrics.questions.onMessage(QUESTION);
  metrics.questions.onMessage({
    ...QUESTION,
    outcome: 'unanswered',
    method: 'extractive',
    refusal: 'not-in-corpus',
  });
  metrics.questions.onMessage({
    ...QUESTION,
    command: 'help',
    outcome: 'reply',
    lang: null,
    method: null,
    stages: [],
  });
  metrics.questions.watchQueue(() => ({ waiting: 2, underWay: 4 }));
  const lines = await linesOf(metrics);
  expect(lines).toEqual(
    expect.arrayContaining([
      'casebook_questions_total{platform="slack",lang="fr",status="answered",method="model"} 1',
      'casebook_questions_total{platform="slack",lang="fr",status="unanswered",method="extractive"} 1',
      'casebook_messages_total{platform="slack",command="help",outcome="reply"} 1',
      'casebook_refusals_total{reason="not-in-corpus"} 1',
      'casebook_stage_seconds_count{stage="retrieve"} 2',
      'casebook_stage_seconds_bucket{le="0.05",stage="retrieve"} 2',
      'casebook_question_seconds_sum{method="model"} 1.5',
      'casebook_queue_messages{state="waiting"} 2',
      'casebook_queue_messages{state="under-way"} 4',
    ]),
  );
});

test('tokens cost what the settings say, and what verification did is counted', async () => {
  const metrics = sample();
  metrics.model.onUse({ input: 500_000, output: 100_000 });
  metrics.model.onWritten({ outcome: 'answered', dropped: { number: 2 }, repaired: { name: 1 } });
  metrics.model.onFailure('timeout');
  metrics.model.onResting(true);
  const before = await linesOf(metrics);
  expect(before.some((line) => line.startsWith('casebook_model_budget_tokens{'))).toBe(false);
  metrics.model.watchBudget(async () => ({ used: 600_000, limit: 1_000_000 }));
  expect(await linesOf(metrics)).toEqual(
    expect.arrayContaining([
      'casebook_model_tokens_total{direction="input"} 500000',
      'casebook_model_cost_total 2',
      'casebook_sentences_dropped_total{reason="number"} 2',
      'casebook_sentences_repaired_total{reason="name"} 1',
      'casebook_model_failures_total{kind="timeout"} 1',
      'casebook_model_resting 1',
      'casebook_model_budget_tokens{state="used"} 600000',
      'casebook_model_budget_tokens{state="limit"} 1000000',
    ]),
  );
});

test('news, platforms, index and what waits are there when they are asked for', async () => {
  const metrics = sample();
  metrics.work.onPost('discord', 'posted');
  metrics.work.onPolled('read', 7);
  metrics.work.onJudged({ judged: 7, relevant: 2 });
  metrics.work.onPlatformError('slack', 'reply', 'rate-limit');
  metrics.work.onReload('corpus', 'taken-up');
  expect(await linesOf(metrics)).toEqual(
    expect.arrayContaining([
      'casebook_build_info{version="1.2.3"} 1',
      'casebook_ready 1',
      'casebook_platform_connected{platform="discord"} 0',
      'casebook_platform_errors_total{platform="slack",operation="reply",kind="rate-limit"} 1',
      'casebook_news_posts_total{platform="discord",outcome="posted"} 1',
      'casebook_feed_polls_total{outcome="read"} 1',
      'casebook_news_items_found_total 7',
      'casebook_news_items_judged_total{relevant="false"} 5',
      'casebook_reloads_total{what="corpus",outcome="taken-up"} 1',
      'casebook_waiting{what="posts"} 2',
      'casebook_oldest_post_due_seconds 90',
      'casebook_dead_posts 3',
      'casebook_feeds{state="failing"} 6',
      'casebook_index_entries{what="passages"} 20',
      'casebook_index_vectors_pending 5',
    ]),
  );
});

test('a state or an index that does not answer leaves the rest', async () => {
  const metrics = sample({ work: async () => null, index: async () => null, platforms: () => ({}) });
  const text = await metrics.write();
  expect(text).toContain('casebook_build_info');
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  expect(text).not.toMatch(/^casebook_(?:index_|waiting|feeds|dead_posts|oldest)/m);
});
