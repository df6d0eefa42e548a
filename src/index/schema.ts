/** The tables, as Kysely sees them. `migrations.ts` makes them. */
import type { Generated } from 'kysely';

export interface SourcesTable {
  id: string;
  root: string;
  origin: string;
  title: string;
  title_is_descriptive: number;
  publisher: string | null;
  published_at: string | null;
  url: string | null;
  lang: string;
  text_lang: string;
  text_kind: string;
  authority: string | null;
  kind: string | null;
  /** JSON array of strings. */
  case_ids: string;
  scope: string;
  reviewed: number;
  content_hash: string;
  text: string;
  /** JSON of a Standing; null while the publication stands as it was. */
  standing: string | null;
}

export interface ExtractedClaimsTable {
  source_id: string;
  ordinal: number;
  /** JSON. */
  claim: string;
}

export interface CaseLinksTable {
  source_id: string;
  case_id: string;
  status: 'linked' | 'proposed' | 'rejected';
  /** 1 when a person decided. */
  by_hand: number;
  /** 0 to 1. */
  score: number;
  reason: string;
}

export interface PassagesTable {
  /** Never used twice, so that a mirror of the table sees every change as rows gone and rows added. */
  n: Generated<number>;
  id: string;
  source_id: string;
  ordinal: number;
  lang: string;
  start_offset: number;
  end_offset: number;
  context: string;
  /** JSON array of SharedSentence. */
  also_in: string;
  text: string;
}

export interface VectorsTable {
  /** Only grows: what was added since is found by it. */
  id: Generated<number>;
  /** `passages.n`. */
  passage: number;
  /** Embedding model id; while one model takes another's place, a passage may have a vector of each. */
  model: string;
  /** 32-bit checksum of the vector, to recognise it in a cache. */
  digest: number;
  /** Little-endian float32. */
  vector: Uint8Array;
}

export interface CasesTable {
  root: string;
  id: string;
  /** JSON of a CaseRecord. */
  record: string;
}

export interface MetaTable {
  key: string;
  value: string | Uint8Array;
}

export interface Schema {
  sources: SourcesTable;
  passages: PassagesTable;
  vectors: VectorsTable;
  cases: CasesTable;
  extracted_claims: ExtractedClaimsTable;
  case_links: CaseLinksTable;
  meta: MetaTable;
}
