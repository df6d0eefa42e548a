/** What the index keeps of articles as they were read: their claims, and the cases that they belong to. */
import type { Claim } from '../core/case-record.ts';
import type { SourceText } from '../core/retrieval.ts';

/** A claim that nobody has reviewed, with the place in the stored text that supports it. */
export interface StoredClaim extends Claim {
  /** Offsets in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly by: 'rules' | 'model';
}

export type LinkStatus = 'linked' | 'proposed' | 'rejected';

export interface CaseLink {
  /** A case's id; for a proposed case that does not exist yet, `new:` and the id that it might have. */
  readonly caseId: string;
  readonly status: LinkStatus;
  /** 0 to 1. */
  readonly score: number;
  /** In words, for operators. */
  readonly reason: string;
}

export interface StoredLink extends CaseLink {
  readonly sourceId: string;
  /** True when a person decided: rules do not overwrite it. */
  readonly byHand: boolean;
}

export interface ArticleReading {
  /** Of the source as it was read. Where it is another by now, the reading is of a text that is no more, and left out. */
  readonly contentHash?: string;
  readonly claims: readonly StoredClaim[];
  readonly links: readonly CaseLink[];
}

export interface LinkedArticle extends SourceText {
  readonly claims: readonly StoredClaim[];
}

/** Under which rules and against which cases the articles were read last; empty when never. */
export interface ReadingState {
  readonly rules: string;
  readonly cases: string;
}

export interface ReadingStore {
  /** Replaces claims and rule-made links of the sources; ids that are not stored are passed over. One transaction. */
  putReadings(readings: ReadonlyMap<string, ArticleReading>): Promise<void>;
  /** Claims of a source in the order of its text, and its links, best first. */
  readClaims(sourceId: string): Promise<{ claims: StoredClaim[]; links: StoredLink[] }>;
  /** All links of a status, or all, by source. */
  listLinks(status?: LinkStatus): Promise<StoredLink[]>;
  /**
   * Keeps what a person decided; rules leave it alone from then on.
   *
   * @returns false when there is no such source.
   */
  decideLink(sourceId: string, caseId: string, status: LinkStatus): Promise<boolean>;
  /** Articles that are linked to the case. */
  readLinked(caseId: string): Promise<LinkedArticle[]>;
  /** Ids of the sources that belong to no case file, by id. */
  listArticles(): Promise<string[]>;
  /** Ids of up to `most` articles that were stored without readings and have none yet. */
  listUnread(most: number): Promise<string[]>;
  readingState(): Promise<ReadingState>;
  setReadingState(state: ReadingState): Promise<void>;
}
