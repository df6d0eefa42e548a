/** Measures Orama with words and vectors together; it is given the vectors ready-made. */
import { articleOf, generatePassage, generateQuestion } from './generate-text.ts';
import { peakMb, residentMb } from './memory.ts';
import { openOrama } from './orama-contender.ts';
import { percentile } from './statistics.ts';
import type { HybridResult, HybridTask } from './tasks.ts';
import { readAll, readPortions } from './vector-files.ts';

const K = 10;

export async function measureOramaHybrid({ size, files, questions }: HybridTask): Promise<HybridResult> {
  const queries = readAll(files.queries);
  const store = await openOrama(true);
  const before = residentMb();
  let building = 0;
  let first = 0;
  for (const vectors of readPortions(files.passages, size)) {
    const documents = vectors.map((vector, i) => {
      const { title, text } = generatePassage(first + i);
      return { id: `n${first + i}`, title, text, vector: Array.from(vector) };
    });
    const start = performance.now();
    await store.add(documents);
    building += performance.now() - start;
    first += vectors.length;
  }
  const memoryMb = residentMb() - before;
  const times: number[] = [];
  let found = 0;
  for (const [i, query] of queries.entries()) {
    const asked = questions[i] as number;
    const words = generateQuestion(asked);
    const start = performance.now();
    const ids = await store.search(query, K, words);
    times.push(performance.now() - start);
    if (ids.some((id) => articleOf(Number(id.slice(1))) === articleOf(asked))) found += 1;
  }
  return {
    buildSeconds: building / 1000,
    memoryMb,
    peakMb: peakMb(),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    foundShare: found / questions.length,
  };
}
