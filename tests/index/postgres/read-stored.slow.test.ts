/** Reads of a corpus with many prints of one report, and of several workspaces. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type IndexDatabase, openIndexDatabase } from '../../../src/index/postgres/index-database.ts';
import { corpusSize, readRepublications } from '../../../src/index/postgres/read-stored.ts';
import { MOST_PRINTS } from '../../../src/index/republications.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres-kit.ts';
import { execute } from './postgres-places.ts';

/** Prints of one report, each by another publisher, the later ones with the smaller numbers. */
const PRINTS = 2_000;

let postgres: TestPostgres;
let database: IndexDatabase;
beforeAll(async () => {
  postgres = await startPostgres();
  const url = await postgres.newDatabase();
  database = await openIndexDatabase({ url, poolSize: 2 });
  await execute(
    url,
    `insert into sources (id, root, origin, title, title_is_descriptive, publisher, published_at, lang, text_lang,
        text_kind, case_ids, scope, reviewed, content_hash, text, digest, length)
      select 's' || i, 'r', 'configured', 'Title', 0, 'Paper ' || i, to_char(date '2024-01-01' - i, 'YYYY-MM-DD'),
        'en', 'en', 'original', '[]', case i % 10 when 1 then 'T1' when 2 then 'T2' else 'global' end, 1, 'h', 'x', 'd', 1
      from generate_series(1, ${PRINTS}) i;
    insert into passages (id, source_id, ordinal, lang, start_offset, end_offset, context, also_in, text, length, terms)
      select 'p' || i, 's' || i, 0, 'en', 0, 1, '', '[]', 'x', 1, '{}' from generate_series(1, ${PRINTS}) i;
    insert into passage_counts values ('en', ${PRINTS}, ${PRINTS});
    insert into story_copies select 's' || i, 's1' from generate_series(2, ${PRINTS}) i`,
  );
}, 60_000);
afterAll(async () => {
  await database.close();
  await postgres.stop();
});

test('of many prints the oldest are told, of what the asker may see, and never the source itself', async () => {
  const mayBeSeen = (scope: string) => (i: number) =>
    i % 10 === 1 ? scope === 'T1' : i % 10 === 2 ? scope === 'T2' : true;
  for (const scope of ['global', 'T1'])
    for (const id of [PRINTS, 5]) {
      const others = await database.reading((db) => readRepublications(db, [`s${id}`], scope));
      const expected = Array.from({ length: PRINTS }, (_, i) => PRINTS - i)
        .filter((i) => i !== id && mayBeSeen(scope)(i))
        .slice(0, MOST_PRINTS);
      expect(others.get(`s${id}`)?.map(({ sourceId }) => sourceId)).toEqual(expected.map((i) => `s${i}`));
    }
});

test('the size is of what the asker may see', async () => {
  const sizeOf = (scope?: string) => database.reading((db) => corpusSize(db, scope));
  expect(await sizeOf()).toEqual({ sources: PRINTS, passages: PRINTS });
  expect(await sizeOf('T1')).toEqual({ sources: PRINTS * 0.9, passages: PRINTS * 0.9 });
  expect(await sizeOf('T3')).toEqual({ sources: PRINTS * 0.8, passages: PRINTS * 0.8 });
});
