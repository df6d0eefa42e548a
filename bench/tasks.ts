/** What the processes are told to measure, and what they report. */
import type { VectorFiles } from './vector-files.ts';

export interface MakeVectorsTask {
  readonly kind: 'make-vectors';
  readonly count: number;
  /** Numbers of the passages that questions are asked about. */
  readonly questions: readonly number[];
  readonly folder: string;
}

export interface VectorsTask {
  readonly kind: 'vectors';
  readonly contender: string;
  readonly size: number;
  readonly files: VectorFiles;
  /** The right answers; null for the contender that gives them. */
  readonly right: readonly (readonly number[])[] | null;
  /** The narrowest width that reaches this recall is taken, 0 to 1. */
  readonly leastRecall: number;
}

export interface VectorsResult {
  readonly buildSeconds: number;
  /** Resident memory beyond that of the process with the library loaded. */
  readonly memoryMb: number;
  readonly peakMb: number;
  readonly recall: number;
  /** Of one search. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Width of the search, where one was chosen. */
  readonly width: number | null;
  readonly found: readonly (readonly number[])[];
}

export interface HybridTask {
  readonly kind: 'end-to-end' | 'orama-hybrid';
  readonly size: number;
  readonly files: VectorFiles;
  readonly questions: readonly number[];
}

export interface HybridResult {
  /** Until everything can be found, vectors included. */
  readonly buildSeconds: number;
  readonly memoryMb: number;
  readonly peakMb: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Share of the questions whose article is among the first ten passages. */
  readonly foundShare: number;
}

/** What only the whole product has. */
export interface EndToEndResult extends HybridResult {
  /** Passages that are stored and found by their words, a second. */
  readonly storedPerSecond: number;
  /** From the last passage stored until the last vector is made. */
  readonly behindSeconds: number;
  /** Searches while passages were being stored and embedded. */
  readonly busyP95Ms: number;
  /** Storing one more article until it is found. */
  readonly addMs: number;
  /** Opening again and answering the first question. */
  readonly reopenMs: number;
  /** Delay of the event loop while storing and searching, 99th percentile. */
  readonly loopP99Ms: number;
  readonly loopMaxMs: number;
}

export interface TaskResults {
  'make-vectors': VectorFiles;
  vectors: VectorsResult;
  'end-to-end': EndToEndResult;
  'orama-hybrid': HybridResult;
}
export type Task = MakeVectorsTask | VectorsTask | HybridTask;
export type Answer = { readonly result: unknown } | { readonly failure: string };
