/** The same documents in the embedded index and in PostgreSQL, and one search in both. */
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Hit } from '../../../src/core/retrieval.ts';
import type { SourceDocument } from '../../../src/core/source.ts';
import { createPassageGate } from '../../../src/index/allowed-passages.ts';
import { passagesByLanguage } from '../../../src/index/counts.ts';
import { hybridSearch } from '../../../src/index/hybrid-search.ts';
import type { EmbeddedQuery } from '../../../src/index/neural-ports.ts';
import { openDatabase } from '../../../src/index/open-database.ts';
import {
  openPostgresIndex,
  type PostgresIndexService,
} from '../../../src/index/postgres/postgres-index-service.ts';
import { createFrequencyTable } from '../../../src/index/term-frequency.ts';
import { createVocabulary } from '../../../src/index/vocabulary.ts';
import type { Lexicon } from '../../../src/lexicon/lexicon.ts';
import { openTestIndex, settle, temporaryFolder } from '../index-kit.ts';

export type Search = (query: EmbeddedQuery) => Promise<Hit[]>;

export interface Twins {
  readonly embedded: Search;
  readonly postgres: Search;
  readonly index: PostgresIndexService;
}

/** Scores are sums that each database adds up in its own order. */
const EQUAL_BY_WORDS = 1e-6;

/** Both with keywords alone. */
export async function openKeywordTwins(
  url: string,
  lexicon: Lexicon,
  documents: readonly SourceDocument[],
): Promise<Twins> {
  const dataDir = temporaryFolder();
  const writer = await openTestIndex(dataDir, { lexicon });
  await writer.put('root', 'ingested', documents);
  await writer.close();
  const db = openDatabase(join(dataDir, 'casebook.db'));
  onTestFinished(() => db.close());
  const context = {
    db,
    lexicon,
    vectors: null,
    neural: null,
    gate: createPassageGate(db),
    frequency: createFrequencyTable(db),
    vocabulary: createVocabulary(db),
    languages: passagesByLanguage(db),
  };
  const index = await openPostgres(url, lexicon, documents);
  return { index, embedded: async (query) => hybridSearch(context, query), postgres: index.search };
}

/** Both with the embedded model's vectors. */
export async function openVectorTwins(
  url: string,
  lexicon: Lexicon,
  documents: readonly SourceDocument[],
): Promise<Twins> {
  const embedded = await openTestIndex(temporaryFolder(), { lexicon });
  await embedded.put('root', 'ingested', documents);
  await settle(embedded);
  const index = await openPostgres(url, lexicon, documents);
  while (await index.idle()) {
    // one portion of vectors more
  }
  return { index, embedded: embedded.search, postgres: index.search };
}

async function openPostgres(url: string, lexicon: Lexicon, documents: readonly SourceDocument[]) {
  const index = await openPostgresIndex({
    database: { url, poolSize: 1 },
    lexicon,
    owner: 'twin',
    now: () => performance.now(),
  });
  onTestFinished(() => index.close());
  // One message to the server after the other: each is a transaction, as ingest makes them.
  for (let from = 0; from < documents.length; from += 50)
    await index.put('root', 'ingested', documents.slice(from, from + 50));
  return index;
}

/**
 * Fails unless both found the same in the same order. Two passages whose scores are equal may change places.
 *
 * @param tolerance up to which scores are equal.
 */
export function expectSameHits(
  found: readonly Hit[],
  expected: readonly Hit[],
  tolerance = EQUAL_BY_WORDS,
): void {
  const line = (hits: readonly Hit[]): string =>
    hits.map(({ passage, score }) => `${passage.id} ${score.toFixed(7)}`).join('\n');
  const story = `${line(found)}\ninstead of\n${line(expected)}`;
  expect(found.length, story).toBe(expected.length);
  const last = expected.at(-1)?.score ?? 0;
  const of = new Map(expected.map((hit) => [hit.passage.id, hit]));
  for (const [i, hit] of found.entries()) {
    expect(Math.abs(hit.score - (expected[i]?.score ?? 0)), story).toBeLessThanOrEqual(tolerance);
    const twin = of.get(hit.passage.id);
    // One that the other list lacks can only have fallen off its end.
    if (twin === undefined) expect(hit.score - last, story).toBeLessThanOrEqual(tolerance);
    else expect({ ...hit, score: 0 }).toEqual({ ...twin, score: 0 });
  }
}
