/** What an input offers to the corpus, decided on bytes alone. */
import type { BuiltArticle } from './article-document.ts';

/** One article, cleaned and split only when `build` is called. */
export interface ArticleCandidate {
  readonly type: 'article';
  readonly input: string;
  readonly id: string;
  readonly contentHash: string;
  /** Bytes held until it is built. */
  readonly bytes: number;
  build(storedId: string): Promise<BuiltArticle>;
}

/** A case file, parsed only when needed. */
export interface CaseCandidate {
  readonly type: 'case';
  readonly input: string;
  readonly caseId: string;
  readonly contentHash: string;
  readonly text: string;
}

export interface FailedCandidate {
  readonly type: 'failed';
  readonly input: string;
  readonly reason: string;
  /** Ids whose earlier version stays stored although the input failed. */
  readonly keeps: readonly string[];
  /** The case whose earlier version stays stored likewise. */
  readonly keepsCase: string | null;
  /** Whether it cannot be told what the input held, so that nothing of the root can be said to be gone. */
  readonly readError: boolean;
}

export type Candidate = ArticleCandidate | CaseCandidate | FailedCandidate;
