/** What the index in PostgreSQL tells of itself. */
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { analyzerVersion } from '../analyze-passage.ts';
import type { EmbeddingProgress, IndexStats } from '../index-ports.ts';
import type { IndexDb } from './index-database.ts';
import { POSTGRES_MIGRATIONS } from './migrations.ts';
import { usesIndex } from './nearest-passages.ts';
import { corpusSize } from './read-stored.ts';
import { readVectorState } from './vector-state.ts';
import type { VectorSupport } from './vector-tables.ts';

export interface StatsContext {
  readonly lexicon: Lexicon;
  readonly embedding: EmbeddingProgress | null;
  readonly support: VectorSupport;
}

export async function readStats(
  db: IndexDb,
  { lexicon, embedding, support }: StatsContext,
): Promise<IndexStats> {
  const { serving } = await readVectorState(db);
  const languages = await db
    .selectFrom('passage_counts')
    .select(['lang', 'n'])
    .where('n', '>', 0)
    .orderBy('n', 'desc')
    .orderBy('lang')
    .execute();
  const { cases } = await db
    .selectFrom('cases')
    .select(({ fn }) => fn.countAll<number>().as('cases'))
    .executeTakeFirstOrThrow();
  return {
    ...(await corpusSize(db)),
    cases,
    vectors: support.version === null ? 0 : (serving?.vectors ?? 0),
    vectorBackend: support.version !== null && serving !== null && usesIndex(serving) ? 'hnsw' : 'exact',
    vectorNote: support.missing,
    embeddingModel: serving?.id ?? '',
    embedding,
    schemaVersion: POSTGRES_MIGRATIONS.length,
    analyzerVersion: analyzerVersion(lexicon),
    languages: Object.fromEntries(languages.map(({ lang, n }) => [lang, n])),
  };
}
