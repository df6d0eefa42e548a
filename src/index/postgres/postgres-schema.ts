/** The index's tables in PostgreSQL, as Kysely sees them. `migrations.ts` makes them. */
import type { Generated } from 'kysely';
import type {
  CaseLinksTable,
  CasesTable,
  ExtractedClaimsTable,
  PassagesTable,
  SourcesTable,
} from '../schema.ts';

interface PostgresSourcesTable extends SourcesTable {
  /** Number of the source; another one whenever it is stored anew. */
  n: Generated<number>;
  /** SHA-256 over the row and its passages. */
  digest: string;
  /** Tokens of its words and of the context of its first passage; 0 without passages. */
  length: number;
}

interface PostgresPassagesTable extends PassagesTable {
  /** Tokens in all columns of the full text. */
  length: number;
  terms: string[];
}

/** How often a token stands in a passage, by column; each at most 32,767. */
interface PostingsTable {
  term: string;
  /** `passages.n`. */
  passage: number;
  words: number;
  concepts: number;
  context: number;
  /** As `passages.length`, at most 32,767. */
  length: number;
}

interface SourcePostingsTable {
  term: string;
  /** `sources.n`. */
  source: number;
  words: number;
  context: number;
  /** As `sources.length`. */
  length: number;
}

interface TermCountsTable {
  term: string;
  passages: number;
  sources: number;
}

interface VectorModelsTable {
  /** Embedding model id. */
  id: string;
  /** Name of the table with its vectors. */
  relation: string;
  dimensions: number;
  indexed: 'halfvec' | 'vector' | null;
  /** Type of the column with its vectors. */
  kept: 'halfvec' | 'vector';
  vectors: number;
  idf: Uint8Array | null;
}

interface OneRow {
  one: number;
}

export interface PostgresIndexSchema {
  meta: { key: string; value: string };
  index_changes: OneRow & { changes: number };
  root_locks: { root: string; taken: number };
  index_leases: { name: string; owner: string; leased_until: Date };
  sources: PostgresSourcesTable;
  passages: PostgresPassagesTable;
  postings: PostingsTable;
  source_postings: SourcePostingsTable;
  term_counts: TermCountsTable;
  passage_counts: { lang: string; n: number; length: number };
  source_counts: OneRow & { n: number; length: number };
  vector_models: VectorModelsTable;
  cases: CasesTable;
  extracted_claims: ExtractedClaimsTable;
  case_links: CaseLinksTable;
  operator_standings: { source_id: string; standing: string };
  operator_reviews: { source_id: string; verdict: 'accepted' | 'removed' };
  unread_articles: { source_id: string };
  story_copies: { source_id: string; story: string };
  copy_keys: { key: number; source: number };
}
