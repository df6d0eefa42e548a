/** The case that an article was found to belong to. */

export interface FoundLink {
  readonly caseId: string;
  readonly status: 'linked' | 'proposed';
  /** 0 to 1. */
  readonly score: number;
  readonly reason: string;
}
