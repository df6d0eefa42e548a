/** What the index offers to the rest: writing the corpus, listing it, searching it, and telling its own state. */
import type { CaseRecord } from '../core/case-record.ts';
import type { SourceSpread } from '../core/corpus-overview.ts';
import type { Hit, Retriever, SourceReader } from '../core/retrieval.ts';
import type { Source, SourceDocument, Standing } from '../core/source.ts';
import type { EmbeddedQuery, NeuralStore } from './neural-ports.ts';
import type { ArticleReading, ReadingStore } from './reading-ports.ts';
import type { ReviewStore } from './review-ports.ts';

/** `configured` roots follow the settings; `ingested` ones stay until they are removed. */
export type RootOrigin = 'configured' | 'ingested';

/** Where ingest writes. Every call is one transaction: after it resolves, the change survives a kill. */
export interface CorpusWriter {
  /** Content hash of each source of the root, by source id. */
  listRoot(root: string): Promise<Map<string, string>>;
  /** The root that owns each id; ids that are not stored are left out. */
  ownersOf(ids: readonly string[]): Promise<Map<string, string>>;
  /** Stores the documents, replacing those of the same id with all their passages. */
  put(
    root: string,
    origin: RootOrigin,
    documents: readonly SourceDocument[],
    /** What was read out of those that belong to no case file, by source id. What people decided of a source stays. */
    readings?: ReadonlyMap<string, ArticleReading>,
  ): Promise<void>;
  /** Removes those of the sources that belong to the root. */
  remove(root: string, sourceIds: readonly string[]): Promise<void>;
  /** Replaces the root's case records. */
  putCases(root: string, cases: readonly CaseRecord[]): Promise<void>;
  /** Removes a root with all its sources and case records. */
  removeRoot(root: string): Promise<void>;
}

export interface RootSummary {
  readonly root: string;
  readonly origin: RootOrigin;
  readonly sources: number;
  readonly cases: number;
}

/** Reading what the corpus holds, besides search. */
export interface CorpusLister {
  /**
   * Sources by id. All there are take a second or two where there are tens of thousands, and searches wait meanwhile.
   *
   * @param scopes whose own they are; those of every scope when left out.
   */
  listSources(scopes?: readonly string[]): Promise<Source[]>;
  /** How many sources each scope has as its own. */
  countScopes(): Promise<Map<string, number>>;
  /**
   * Counts the global sources, and those of the scope.
   *
   * @param recent how many of the latest are told, 0 or more.
   */
  readSpread(scope: string, recent: number): Promise<SourceSpread>;
  /** Those of the ids whose source is global or of the scope. */
  visibleOf(ids: readonly string[], scope: string): Promise<Set<string>>;
  /** Every case record, by id; two roots that hold the same id give two records. */
  listCases(): Promise<CaseRecord[]>;
  listRoots(): Promise<RootSummary[]>;
}

export type VectorBackend = 'exact' | 'hnsw';

export interface IndexStats {
  readonly sources: number;
  readonly passages: number;
  readonly cases: number;
  readonly vectors: number;
  /** What serves the vector leg at the moment. */
  readonly vectorBackend: VectorBackend;
  /** Why the vectors are searched exactly although the corpus is large; null when all is as it should be. */
  readonly vectorNote: string | null;
  readonly embeddingModel: string;
  /** How far the vectors are that are being made behind; null when none is missing. */
  readonly embedding: EmbeddingProgress | null;
  readonly schemaVersion: number;
  readonly analyzerVersion: string;
  /** Passages by ISO 639-1 code of their text, most frequent first. */
  readonly languages: Readonly<Record<string, number>>;
}

/** Vectors that passages have of those that they should have. */
export interface EmbeddingProgress {
  readonly done: number;
  readonly total: number;
}

/** Progress of a long step at opening. */
export interface IndexProgress {
  readonly phase: 'analyze';
  readonly done: number;
  readonly total: number;
}

/**
 * An open index. Writes are done in the order in which they are asked for, and so are reads, each in a thread of their
 * own: a read sees every write that had resolved when it was asked for. All reject after `close`.
 */
export interface IndexClient
  extends CorpusWriter,
    CorpusLister,
    ReadingStore,
    ReviewStore,
    NeuralStore,
    Retriever,
    SourceReader {
  search(query: EmbeddedQuery): Promise<Hit[]>;
  /**
   * Keeps a person's word on what became of a publication, whatever the document says and however often it is read
   * anew; null takes the word back.
   *
   * @returns the source as it stands now; null when there is none of that id.
   */
  setStanding(sourceId: string, standing: Standing | null): Promise<Source | null>;
  stats(): Promise<IndexStats>;
  /**
   * Makes some of the vectors that are missing, for a tenth of a second or so. The thread that writes does so by itself
   * while nothing is to be stored; a command that ends calls this until there is nothing left.
   *
   * @returns how far they are; null when none is missing.
   */
  embedMore(): Promise<EmbeddingProgress | null>;
  /** Looks for damage; one sentence for each problem, each saying what to do. Takes seconds on a large corpus. */
  check(): Promise<string[]>;
  /** Resolves when no thread hangs, whatever they are at: what is under way is not waited for. */
  answers(): Promise<void>;
  /** Finishes calls under way, saves the vector cache and ends the threads. */
  close(): Promise<void>;
}
