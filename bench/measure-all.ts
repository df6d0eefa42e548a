/** One run: everybody at every size, one process after the other. */
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { contenders } from './contenders.ts';
import type { Measurement, Row } from './measurement.ts';
import { runChild } from './run-child.ts';
import type { EndToEndResult, HybridResult, VectorsResult, VectorsTask } from './tasks.ts';

const QUESTIONS = 100;
/** Making the vectors of the largest size may take as long as it takes, within reason. */
const MAKING_LIMIT_SECONDS = 3_600;
const LEAST_RECALL = 0.98;

export interface SizeOptions {
  /** Number of passages. */
  readonly size: number;
  /** Ids of contenders, `end-to-end` and `orama-hybrid`; null for all. */
  readonly only: readonly string[] | null;
}

export interface RunOptions {
  /** Ascending. */
  readonly sizes: readonly SizeOptions[];
  readonly limitSeconds: number;
  /** Where vectors are kept between runs. */
  readonly cacheFolder: string;
  /** Told what is being measured. */
  readonly onStep: (words: string) => void;
}

export const WHOLE = ['end-to-end', 'orama-hybrid'] as const;

/** @throws Error when no vectors can be made. */
export async function measureAll(options: RunOptions): Promise<Measurement> {
  const { sizes, limitSeconds, cacheFolder, onStep } = options;
  const before = loadavg()[1] ?? 0;
  const least = sizes[0]?.size ?? 0;
  // About passages of the smallest size, so that each size holds the answers.
  const questions = Array.from({ length: QUESTIONS }, (_, i) => Math.floor((i * least) / QUESTIONS));
  onStep('making vectors');
  const making = {
    kind: 'make-vectors',
    count: sizes.at(-1)?.size ?? 0,
    questions,
    folder: cacheFolder,
  } as const;
  const files = await runChild(making, MAKING_LIMIT_SECONDS);
  if (typeof files === 'string') throw new Error(`no vectors could be made: ${files}`);
  const vectors: Row<Omit<VectorsResult, 'found'>>[] = [];
  const hybrid: Row<HybridResult>[] = [];
  const endToEnd: Row<EndToEndResult>[] = [];
  for (const { size, only } of sizes) {
    const wanted = (id: string): boolean => only === null || only.includes(id);
    let right: VectorsResult['found'] | null = null;
    for (const { id, title, ours } of contenders) {
      // Without the right answers there is no recall.
      if (right !== null && !wanted(id)) continue;
      onStep(`${size} passages: ${title}`);
      const task: VectorsTask = {
        kind: 'vectors',
        contender: id,
        size,
        files,
        right,
        leastRecall: LEAST_RECALL,
      };
      const outcome: VectorsResult | string = await runChild(task, limitSeconds);
      if (typeof outcome !== 'string') right ??= outcome.found;
      vectors.push({
        id,
        title,
        ours,
        size,
        outcome: typeof outcome === 'string' ? outcome : figures(outcome),
      });
      if (right === null) throw new Error(`${title} gives no right answers for ${size} passages: ${outcome}`);
    }
    if (wanted('end-to-end')) {
      onStep(`${size} passages: Casebook, end to end`);
      const outcome = await runChild({ kind: 'end-to-end', size, files, questions }, limitSeconds);
      endToEnd.push({
        id: 'casebook',
        title: 'Casebook',
        ours: true,
        size,
        outcome,
      });
    }
    if (wanted('orama-hybrid')) {
      onStep(`${size} passages: Orama, hybrid`);
      const outcome = await runChild({ kind: 'orama-hybrid', size, files, questions }, limitSeconds);
      hybrid.push({
        id: 'orama',
        title: 'Orama, vectors given',
        ours: false,
        size,
        outcome,
      });
    }
  }
  return {
    date: new Date().toISOString(),
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      system: `${type()} ${release().split('.').slice(0, 2).join('.')}`,
      load: [before, loadavg()[1] ?? 0],
    },
    versions: readVersions(),
    questions: QUESTIONS,
    leastRecall: LEAST_RECALL,
    limitSeconds,
    vectors,
    hybrid,
    endToEnd,
  };
}

function figures({ found, ...rest }: VectorsResult): Omit<VectorsResult, 'found'> {
  return rest;
}

function readVersions(): Record<string, string> {
  const read = (
    folder: string,
  ): { dependencies: Record<string, string>; optionalDependencies?: Record<string, string> } =>
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const hnsw = read(join(import.meta.dirname, '..')).optionalDependencies?.['hnswlib-node'] ?? '';
  return { node: process.versions.node, 'hnswlib-node': hnsw, ...read(import.meta.dirname).dependencies };
}
