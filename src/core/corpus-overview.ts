/** What the bot can say about its corpus. */
import type { NearestSource } from './answer.ts';

export interface CorpusOverview {
  readonly sources: number;
  readonly passages: number;
  /** Languages of the publications, most frequent first; ISO 639-1 codes. */
  readonly languages: readonly { readonly lang: string; readonly sources: number }[];
  /** Sources with the latest dates, newest first; those without a date are left out. */
  readonly mostRecent: readonly NearestSource[];
}

/** Reads the overview of the global corpus and of the workspace's own documents. */
export type ReadOverview = (scope?: string) => Promise<CorpusOverview>;
