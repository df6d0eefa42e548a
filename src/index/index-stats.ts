/** What the index tells of itself. */
import type { DatabaseSync } from 'node:sqlite';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { schemaVersion } from '../sqlite/open-sqlite.ts';
import { analyzerVersion } from './analyze-passage.ts';
import type { EmbeddingProgress, IndexStats } from './index-ports.ts';
import { readMeta } from './meta.ts';
import { corpusSize } from './read-corpus.ts';
import type { VectorMirror } from './vector-mirror.ts';

export interface StatsContext {
  readonly db: DatabaseSync;
  readonly lexicon: Lexicon;
  /** The embedded model's vectors; null before the first passage. */
  readonly mirror: VectorMirror | null;
  readonly embedding: EmbeddingProgress | null;
  readonly languages: Readonly<Record<string, number>>;
}

export function readStats({ db, lexicon, mirror, embedding, languages }: StatsContext): IndexStats {
  return {
    ...corpusSize(db),
    cases: Number(db.prepare('SELECT count(*) AS n FROM cases').get()?.n),
    vectors: mirror?.size ?? 0,
    vectorBackend: mirror?.backend ?? 'exact',
    vectorNote: mirror?.note ?? null,
    embeddingModel: String(readMeta(db, 'embeddingModel') ?? ''),
    embedding,
    schemaVersion: schemaVersion(db),
    analyzerVersion: analyzerVersion(lexicon),
    languages,
  };
}
