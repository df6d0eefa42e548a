/** What the bot can say about its corpus. */
import type { ReportSource } from './report.ts';
import type { Authority, Source, TextKind } from './source.ts';

export interface CorpusOverview {
  readonly sources: number;
  readonly passages: number;
  /** Languages of the publications, most frequent first; ISO 639-1 codes. */
  readonly languages: readonly { readonly lang: string; readonly sources: number }[];
  /** Sources with the latest dates, newest first; those without a date are left out. */
  readonly mostRecent: readonly Omit<ReportSource, 'n'>[];
  readonly balance: CorpusBalance;
}

/** How the corpus is spread over time, over kinds of publisher, and over those who speak. */
export interface CorpusBalance {
  readonly cases: number;
  /** ISO 8601 dates of the sources that have one; null when none has. */
  readonly oldest: string | null;
  readonly newest: string | null;
  /** Of the dated sources, as many are older as are younger. */
  readonly median: string | null;
  readonly undated: number;
  /** Sources that joined the corpus by themselves and nobody has looked at. */
  readonly unreviewed: number;
  /** Years in which there is a source, oldest first. */
  readonly years: readonly { readonly year: string; readonly sources: number }[];
  /** Most frequent first, unknown last. */
  readonly authorities: readonly { readonly authority: Authority | null; readonly sources: number }[];
  /** State media by name, most frequent first. */
  readonly stateMedia: readonly { readonly publisher: string | null; readonly sources: number }[];
  readonly textKinds: readonly { readonly kind: TextKind; readonly sources: number }[];
  /** Countries whose bodies accuse, most frequent first. */
  readonly accusing: readonly CountryClaims[];
  /** Countries that accusations name. */
  readonly accused: readonly CountryClaims[];
  /** Countries that answer accusations. */
  readonly replying: readonly CountryClaims[];
}

export interface CountryClaims {
  /** ISO 3166-1 alpha-2, or `EU`; null for a body of no one country, or no country named. */
  readonly country: string | null;
  readonly claims: number;
}

/** Reads the overview of the global corpus and of the workspace's own documents. */
export type ReadOverview = (scope?: string) => Promise<CorpusOverview>;

/** How the sources are spread that somebody may see. */
export interface SourceSpread {
  /** They stand in the order of the first source, by id, of each. */
  readonly groups: readonly SourceGroup[];
  /** As in the balance: of the sources that have a date. */
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly median: string | null;
  /** Sources with the latest dates, newest first, equals by id. */
  readonly recent: readonly Source[];
}

/** Sources that are alike in all that is counted. */
export interface SourceGroup {
  readonly sources: number;
  readonly lang: string;
  readonly textKind: TextKind;
  readonly authority: Authority | null;
  /** Of state media alone; null for all others, and where none is stated. */
  readonly publisher: string | null;
  /** Null for those without a date. */
  readonly year: string | null;
  readonly reviewed: boolean;
}
