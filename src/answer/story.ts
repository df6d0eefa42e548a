/** What is read closely for a question: articles, and cases with all that their records hold. */
import type { CaseRecord } from '../core/case-record.ts';
import type { ReadText, Vocabulary } from '../reading/read-text.ts';
import type { RecordedClaim } from './recorded-claims.ts';
import type { RecordedReply } from './recorded-replies.ts';

/** Texts that tell one story together: an article, or all sources of a case. */
export interface Story {
  /** Its sentences are called what the record calls them. */
  readonly texts: readonly ReadText[];
  /** Null for an article. */
  readonly record: CaseRecord | null;
  /**
   * What every sentence of a case is about without saying so: the words of its title. Null for an article, whose
   * sentences lean on all of its text.
   */
  readonly topic: Vocabulary | null;
  /** Everyone whom the case's record shows accused, charged or sanctioned; null for an article, which has no record. */
  readonly accused: Vocabulary | null;
  /** The claims of the case's record; none for an article. */
  readonly claims: readonly RecordedClaim[];
  /** The replies among them, with the state that each is made for. */
  readonly replies: readonly RecordedReply[];
  /** Every year that it has to do with; null where nothing tells any. */
  readonly years: ReadonlySet<string> | null;
  /** Rank of its best passage among the hits, from 0. */
  readonly rank: number;
}
