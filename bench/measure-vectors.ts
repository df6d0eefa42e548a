/** Measures one contender at one size, in a process of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contender } from './contender.ts';
import { contenders } from './contenders.ts';
import { peakMb, residentMb } from './memory.ts';
import { percentile, recall } from './statistics.ts';
import type { VectorsResult, VectorsTask } from './tasks.ts';
import { readAll, readPortions } from './vector-files.ts';

const K = 10;
/** Searches before the ones that count: code is compiled, caches are filled. */
const WARM_UP = 10;

export async function measureVectors(task: VectorsTask): Promise<VectorsResult> {
  const open = contenders.find(({ id }) => id === task.contender)?.open;
  if (open === undefined) throw new Error(`no contender is called ${task.contender}`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const queries = readAll(task.files.queries);
    const contender = await open(folder);
    const before = residentMb();
    const buildSeconds = await build(contender, task);
    const memoryMb = residentMb() - before;
    const best = await searchWide(contender, queries, task);
    return { buildSeconds, memoryMb, peakMb: peakMb(), ...best };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds; reading the vectors from disk is not counted. */
async function build(contender: Contender, { files, size }: VectorsTask): Promise<number> {
  let spent = 0;
  let first = 0;
  const timed = async (work: () => void | Promise<void>): Promise<void> => {
    const start = performance.now();
    await work();
    spent += performance.now() - start;
  };
  for (const vectors of readPortions(files.passages, size)) {
    await timed(() => contender.add(first, vectors));
    first += vectors.length;
  }
  await timed(() => contender.finish?.());
  return spent / 1000;
}

type Searched = Pick<VectorsResult, 'recall' | 'p50Ms' | 'p95Ms' | 'width' | 'found'>;

/** With the narrowest width that finds enough, or the widest. */
async function searchWide(
  contender: Contender,
  queries: readonly Float32Array[],
  { right, leastRecall }: VectorsTask,
): Promise<Searched> {
  let last: Searched | null = null;
  for (const width of contender.widths ?? [null]) {
    for (const query of queries.slice(0, WARM_UP)) await contender.search(query, K, width ?? 0);
    const found: (readonly number[])[] = [];
    const times: number[] = [];
    for (const query of queries) {
      const start = performance.now();
      found.push(await contender.search(query, K, width ?? 0));
      times.push(performance.now() - start);
    }
    last = {
      recall: recall(found, right ?? found),
      p50Ms: percentile(times, 0.5),
      p95Ms: percentile(times, 0.95),
      width,
      found,
    };
    if (last.recall >= leastRecall) break;
  }
  if (last === null) throw new Error('a contender names no width to search with');
  return last;
}
