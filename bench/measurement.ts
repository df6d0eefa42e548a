/** All that one run measured, and where. */
import type { EndToEndResult, HybridResult, VectorsResult } from './tasks.ts';

/** What was measured, or in words why not. */
export type Outcome<T> = T | string;

export interface Row<T> {
  readonly id: string;
  readonly title: string;
  readonly ours: boolean;
  readonly size: number;
  readonly outcome: Outcome<T>;
}

export interface Measurement {
  /** ISO 8601. */
  readonly date: string;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGb: number;
    readonly system: string;
    /** Processes that wanted a core, on average over five minutes: at the start and at the end. */
    readonly load: readonly [number, number];
  };
  /** Version by package, Node among them. */
  readonly versions: Readonly<Record<string, string>>;
  readonly questions: number;
  readonly leastRecall: number;
  readonly limitSeconds: number;
  readonly vectors: readonly Row<Omit<VectorsResult, 'found'>>[];
  readonly hybrid: readonly Row<HybridResult>[];
  readonly endToEnd: readonly Row<EndToEndResult>[];
}
