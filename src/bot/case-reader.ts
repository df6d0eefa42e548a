/** What the bot asks of the case book. */
import type { CaseRecord } from '../core/case-record.ts';
import type { CaseTexts } from '../core/retrieval.ts';

export interface CaseReader {
  /** Every case; one that two roots hold comes twice. */
  listCases(): Promise<CaseRecord[]>;
  readCase(id: string): Promise<CaseTexts | null>;
}
