/**
 * The index in PostgreSQL beside the embedded one, over the same made-up passages and questions, in turn in one process:
 * `node scripts/measure-postgres.ts [--passages N] [--questions N] [--memory MB]`. Moves the passages over as
 * `npm run migrate:data` does; with `TEST_POSTGRES_BIN` (a server that has pgvector) vectors are made and measured too.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { makeArticle } from '../bench/article.ts';
import { ARTICLE, generateQuestion } from '../bench/generate-text.ts';
import { percentile } from '../bench/statistics.ts';
import { migrateData } from '../src/app-migrate-data.ts';
import { loadConfig } from '../src/config.ts';
import type { Hit } from '../src/core/retrieval.ts';
import { openIndex } from '../src/index/index-client.ts';
import type { IndexClient } from '../src/index/index-ports.ts';
import { openIndexDatabase } from '../src/index/postgres/index-database.ts';
import { nearestPassages, widthSettings } from '../src/index/postgres/nearest-passages.ts';
import { createQuestionEmbedder } from '../src/index/postgres/question-embedder.ts';
import { readVectorState } from '../src/index/postgres/vector-state.ts';
import { askedVector, enableVectors } from '../src/index/postgres/vector-tables.ts';
import { readQuestion } from '../src/index/query-terms.ts';
import { loadLexicon } from '../src/lexicon/lexicon.ts';
import { startPostgres } from '../tests/support/postgres-kit.ts';

const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '10000' },
    questions: { type: 'string', default: '200' },
    memory: { type: 'string', default: '1024' },
  },
});
const passages = Number(values.passages);
const K = 10;
/** Articles of one transaction. */
const BATCH = 100;
const questions = Array.from({ length: Number(values.questions) }, (_, i) =>
  generateQuestion(Math.floor((i * passages) / Number(values.questions))),
);
const folder = mkdtempSync(join(tmpdir(), 'casebook-measure-postgres-'));
const say = (line: string): void => console.log(line);
const seconds = async (work: () => Promise<unknown>): Promise<string> => {
  const began = performance.now();
  await work();
  return `${Math.round((performance.now() - began) / 1_000)} s`;
};

async function fill(index: IndexClient): Promise<void> {
  const articles = Math.ceil(passages / ARTICLE);
  for (let first = 0; first < articles; first += BATCH) {
    const count = Math.min(BATCH, articles - first);
    await index.put(
      'bench',
      'ingested',
      Array.from({ length: count }, (_, i) => makeArticle(first + i)),
    );
  }
  while ((await index.embedMore()) !== null) await pause(50);
}

const times = (list: readonly number[]): string =>
  `p50 ${percentile(list, 0.5).toFixed(1)} p95 ${percentile(list, 0.95).toFixed(1)} ms`;

/** Both in turn, so that what else the machine does concerns both. */
async function compare(embedded: IndexClient, postgres: IndexClient): Promise<void> {
  const spent = { embedded: [] as number[], postgres: [] as number[] };
  let same = 0;
  let first = 0;
  let common = 0;
  for (const text of questions) {
    const found: Record<string, Hit[]> = {};
    for (const [name, index] of Object.entries({ embedded, postgres })) {
      const began = performance.now();
      found[name] = await index.search({ text, k: K });
      spent[name as keyof typeof spent].push(performance.now() - began);
    }
    const [ours, theirs] = [found.embedded ?? [], found.postgres ?? []].map((hits) =>
      hits.map(({ passage }) => passage.id),
    ) as [string[], string[]];
    if (String(ours) === String(theirs)) same += 1;
    if (ours[0] === theirs[0]) first += 1;
    common += ours.filter((id) => theirs.includes(id)).length / Math.max(1, ours.length);
  }
  say(`embedded ${times(spent.embedded)}; PostgreSQL ${times(spent.postgres)}`);
  say(
    `the same ten in the same order ${same}, the same first ${first} of ${questions.length}; ` +
      `of ten hits ${((10 * common) / questions.length).toFixed(2)} are common`,
  );
}

/** The vector leg alone: what pgvector's index finds of the nearest, and how long both ways take. */
async function compareVectors(url: string): Promise<void> {
  const lexicon = loadLexicon();
  const database = await openIndexDatabase({ url, poolSize: 1 });
  try {
    const { version } = await database.run(enableVectors);
    const relation = (await database.run(readVectorState)).serving;
    if (version === null || relation === null) return;
    const sizes = await database.run((db) =>
      sql<{
        table: string;
        index: string;
      }>`select pg_size_pretty(pg_relation_size(${relation.relation})) as table,
        pg_size_pretty(pg_indexes_size(${relation.relation})) as index`.execute(db),
    );
    say(`pgvector ${version}: ${relation.vectors} vectors, ${JSON.stringify(sizes.rows[0])}`);
    const embedder = createQuestionEmbedder(lexicon);
    const spent = { exact: [] as number[], index: [] as number[] };
    let found = 0;
    let wanted = 0;
    for (const text of questions) {
      const question = readQuestion({ lexicon, languages: { en: 1, fr: 1, zh: 1 } }, { text });
      const near = async (few: number): Promise<number[]> =>
        database.reading(async (db) => {
          const asked = await embedder.embed(db, relation.id, question);
          if (asked === null) return [];
          for (const [name, value] of Object.entries(widthSettings(version, K)))
            await sql`select set_config(${name}, ${value}, true)`.execute(db);
          const vector = askedVector(asked, relation);
          const began = performance.now();
          const query = nearestPassages({ relation, asked: vector, narrowing: null, limit: K, few });
          const { rows } = await sql<{ n: number }>`${query}`.execute(db);
          spent[few === 0 ? 'index' : 'exact'].push(performance.now() - began);
          return rows.map(({ n }) => Number(n));
        });
      const right = await near(Number.MAX_SAFE_INTEGER);
      const byIndex = new Set(await near(0));
      wanted += right.length;
      found += right.filter((n) => byIndex.has(n)).length;
    }
    say(
      `vectors alone: one by one ${times(spent.exact)}` +
        (relation.indexed === null
          ? ''
          : `; by the index ${times(spent.index)}, recall@${K} ${(found / wanted).toFixed(3)}`),
    );
  } finally {
    await database.close();
  }
}

const server = await startPostgres({
  vectors: true,
  flags: ['-c', `shared_buffers=${values.memory}MB`, '-c', `maintenance_work_mem=${values.memory}MB`],
});
try {
  const url = await server.newDatabase();
  const dataDir = join(folder, 'data');
  let embedded = await openIndex({ dataDir });
  say(`embedded: stored, with vectors, in ${await seconds(() => fill(embedded))}`);
  await embedded.close();
  const config = loadConfig({ CASEBOOK_DATA_DIR: dataDir, DATABASE_URL: url, PATH: process.env.PATH ?? '' });
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  say(`moved to PostgreSQL in ${await seconds(() => migrateData(config, 'postgres', options))}`);
  embedded = await openIndex({ dataDir });
  const postgres = await openIndex({ dataDir: join(folder, 'other'), database: { url, poolSize: 4 } });
  const vectors = await seconds(async () => {
    while ((await postgres.embedMore()) !== null) await pause(50);
  });
  const { vectorNote, ...stats } = await postgres.stats();
  say(`vectors in PostgreSQL: ${stats.vectors} in ${vectors}${vectorNote === null ? '' : `; ${vectorNote}`}`);
  // The first questions load what later ones have.
  for (const text of questions.slice(0, 20))
    for (const index of [embedded, postgres]) await index.search({ text, k: K });
  await compare(embedded, postgres);
  await compareVectors(server.direct(url));
  await Promise.all([embedded.close(), postgres.close()]);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
