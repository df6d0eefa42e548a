/** What the answer asks of the index. */
import type { CaseRecord } from './case-record.ts';
import type { Passage, Republication, Source } from './source.ts';

export interface RetrievalQuery {
  readonly text: string;
  /** How many passages to return at most, 1 to 200. */
  readonly k: number;
  /** ISO 639-1 code of the query when the asker forces it; identified from the text otherwise. */
  readonly lang?: string;
  /** Workspace whose own documents are searched besides the global ones. */
  readonly scope?: string;
  /** Narrows the search; only passages that fit are ranked at all. */
  readonly filter?: RetrievalFilter;
}

/** What a passage must fit: one of the values of each list that is given and not empty. */
export interface RetrievalFilter {
  /** ISO 639-1 codes of the passage's text. */
  readonly langs?: readonly string[];
  /** ISO 8601 dates of year, month or day precision, both included; what has no date is left out. */
  readonly publishedFrom?: string;
  readonly publishedTo?: string;
  /** Names, in any case, with or without accents. */
  readonly publishers?: readonly string[];
  /** Sources of these cases, and articles that belong to them. */
  readonly caseIds?: readonly string[];
  /** Concept ids of actors; the source names one of them somewhere, under whatever alias. */
  readonly actors?: readonly string[];
  /** ISO 3166-1 alpha-2 codes of countries, or `EU`; the source names one of them somewhere. */
  readonly countries?: readonly string[];
}

/** A passage that matched, best first. `score` is comparable within one result list only. */
export interface Hit {
  readonly passage: Passage;
  readonly source: Source;
  readonly score: number;
}

export interface CorpusSize {
  readonly sources: number;
  readonly passages: number;
}

/** Search over the corpus. */
export interface Retriever {
  search(query: RetrievalQuery): Promise<Hit[]>;
}

/** Reading back what was stored. */
export interface SourceReader {
  /** Sources with their stored text and passages; ids that do not exist are left out. */
  readSources(ids: readonly string[]): Promise<SourceText[]>;
  /**
   * Who else printed the report of each source, oldest first, one publication a publisher. A source that nobody else
   * printed is left out, as are publications that were withdrawn and those that state no publisher.
   *
   * @param scope whose own documents count besides the global ones; the global ones alone when left out.
   */
  readRepublications(ids: readonly string[], scope?: string): Promise<Map<string, Republication[]>>;
  /** A case with all its sources; null when there is no such case. */
  readCase(id: string): Promise<CaseTexts | null>;
  /** @param scope whose own documents count besides the global ones; all there are when left out. */
  size(scope?: string): Promise<CorpusSize>;
}

export interface CaseTexts {
  readonly record: CaseRecord;
  readonly sources: readonly SourceText[];
}

export interface SourceText {
  readonly source: Source;
  readonly text: string;
  readonly passages: readonly Passage[];
}
