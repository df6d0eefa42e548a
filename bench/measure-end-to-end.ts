/** Measures the whole index as the bot uses it: storing, embedding, searching, adding, reopening. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { openIndex } from '../src/index/index-client.ts';
import type { IndexClient } from '../src/index/index-ports.ts';
import { articleId, makeArticle } from './article.ts';
import { ARTICLE, articleOf, generateQuestion } from './generate-text.ts';
import { peakMb, residentMb } from './memory.ts';
import { percentile } from './statistics.ts';
import type { EndToEndResult, HybridTask } from './tasks.ts';

const K = 10;
/** Articles of one transaction: four hundred passages, as `ingest` hands them over. */
const BATCH = 100;
/** Between two searches while passages come in. */
const PAUSE_MS = 200;
const ROOT = 'bench';
const NANOSECONDS = 1e6;

export async function measureEndToEnd({ size, questions }: HybridTask): Promise<EndToEndResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const before = residentMb();
    const index = await openIndex({ dataDir });
    const ingested = await ingest(index, size, questions);
    const searched = await searchAll(index, questions);
    const memoryMb = residentMb() - before;
    const addMs = await addOne(index, Math.ceil(size / ARTICLE));
    await index.close();
    const reopenMs = await reopen(dataDir, questions[0] ?? 0);
    return { ...ingested, ...searched, memoryMb, peakMb: peakMb(), addMs, reopenMs };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Stores all articles while somebody searches, then waits for the vectors. */
async function ingest(index: IndexClient, size: number, questions: readonly number[]) {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const articles = Math.ceil(size / ARTICLE);
  const over = new AbortController();
  const busy = searchOnAndOn(index, questions, over.signal);
  let storing = 0;
  const start = performance.now();
  for (let first = 0; first < articles; first += BATCH) {
    // One after the other with a breath between: making texts is this program's work and not the index's.
    const documents = [];
    for (let i = first; i < Math.min(articles, first + BATCH); i += 1) {
      documents.push(makeArticle(i));
      if (i % 10 === 0) await sleep(0);
    }
    const sent = performance.now();
    await index.put(ROOT, 'ingested', documents);
    storing += performance.now() - sent;
  }
  const stored = performance.now();
  while ((await index.embedMore()) !== null) await sleep(0);
  const done = performance.now();
  over.abort();
  const times = await busy;
  loop.disable();
  return {
    buildSeconds: (done - start) / 1000,
    storedPerSecond: (articles * ARTICLE * 1000) / storing,
    behindSeconds: (done - stored) / 1000,
    busyP95Ms: percentile(times, 0.95),
    loopP99Ms: loop.percentile(99) / NANOSECONDS,
    loopMaxMs: loop.max / NANOSECONDS,
  };
}

/** Times of searches until the signal. */
async function searchOnAndOn(
  index: IndexClient,
  questions: readonly number[],
  over: AbortSignal,
): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; !over.aborted; i += 1) {
    const text = generateQuestion(questions[i % questions.length] ?? 0);
    const start = performance.now();
    await index.search({ text, k: K });
    times.push(performance.now() - start);
    await sleep(PAUSE_MS);
  }
  return times;
}

async function searchAll(index: IndexClient, questions: readonly number[]) {
  const times: number[] = [];
  let found = 0;
  for (const asked of questions) {
    const text = generateQuestion(asked);
    const start = performance.now();
    const hits = await index.search({ text, k: K });
    times.push(performance.now() - start);
    if (hits.some(({ source }) => source.id === articleId(articleOf(asked)))) found += 1;
  }
  return {
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    foundShare: found / questions.length,
  };
}

/** Milliseconds until one more article is stored and a search has seen it. */
async function addOne(index: IndexClient, number: number): Promise<number> {
  const article = makeArticle(number);
  const start = performance.now();
  await index.put(ROOT, 'ingested', [article]);
  await index.search({ text: article.source.title, k: K });
  return performance.now() - start;
}

async function reopen(dataDir: string, question: number): Promise<number> {
  const start = performance.now();
  const index = await openIndex({ dataDir });
  await index.search({ text: generateQuestion(question), k: K });
  const spent = performance.now() - start;
  await index.close();
  return spent;
}
