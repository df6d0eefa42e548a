/** The use case of looking cases up. */
import type { AnswerLang } from './answer.ts';
import type { CaseRecord } from './case-record.ts';
import type { CaseSuggestion } from './chat.ts';
import type { LookUpKind, Report } from './report.ts';
import type { Source } from './source.ts';

export interface FoundCase extends CaseSuggestion {
  /** How well it fits; smaller is better. Cases of one rank fit equally well. */
  readonly rank: number;
}

export interface ReportRequest {
  readonly kind: LookUpKind;
  /** What was typed: a case's id or words of its title; for a summary also an actor, a country or a period. */
  readonly text: string;
  /** The other case of a comparison. */
  readonly other?: string;
  readonly lang: AnswerLang;
  /** Workspace whose own documents may be shown besides the global ones. */
  readonly scope: string;
}

export type ReportOutcome =
  | { readonly type: 'report'; readonly report: Report }
  /** Several cases fit what was typed: the reader chooses. */
  | { readonly type: 'which'; readonly typed: string; readonly cases: readonly FoundCase[] }
  | { readonly type: 'unknown'; readonly typed: string };

export interface CaseBook {
  /** Every case. */
  list(): Promise<CaseRecord[]>;
  /** Cases that fit what was typed, best first; all cases, newest first, when nothing was. */
  find(typed: string, lang: AnswerLang): Promise<FoundCase[]>;
  /** The sources of a case that may be seen in `scope`; empty when there is no such case. */
  sources(caseId: string, scope: string): Promise<Source[]>;
  report(request: ReportRequest): Promise<ReportOutcome>;
}
