/** Where ingest writes, and what it reports. */
import type { CaseRecord } from '../core/case-record.ts';
import type { SourceDocument } from '../core/source.ts';

/** `configured` roots follow the settings; `ingested` ones stay whatever the settings say. */
export type RootOrigin = 'configured' | 'ingested';

/** The stored corpus, by root: the file or folder that sources were read from. Each call is one transaction. */
export interface CorpusStore {
  /** Content hash of each source of the root, by source id. */
  listRoot(root: string): Promise<Map<string, string>>;
  /** The root that owns each id; ids that are not stored are left out. */
  ownersOf(ids: readonly string[]): Promise<Map<string, string>>;
  /** Stores documents, replacing those of the same id with all their passages. */
  put(root: string, origin: RootOrigin, documents: readonly SourceDocument[]): Promise<void>;
  remove(root: string, sourceIds: readonly string[]): Promise<void>;
  /** Replaces all case records of the root. */
  putCases(root: string, cases: readonly CaseRecord[]): Promise<void>;
}

export interface FailedInput {
  /** The path or URL as it was given, with the part below it, and the line where there is one: `corpus/x.md:12`. */
  readonly input: string;
  /** One line that says what to do. */
  readonly reason: string;
}

/** The first four count sources. */
export interface IngestReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly failed: readonly FailedInput[];
}

/** Progress in bytes, so that one large archive moves the bar as many small files do. */
export interface IngestProgress {
  readonly done: number;
  readonly total: number;
  /** The file being read. */
  readonly input: string;
}
