/** What is shown of the passages that a search found. */
import { sql } from 'kysely';
import type { Hit } from '../../core/retrieval.ts';
import type { Ranked } from '../fuse.ts';
import { keepCopiesIn } from '../lost-copies.ts';
import { passageFromRow, type Row, sourceFromRow } from '../rows.ts';
import type { IndexDb } from './index-database.ts';
import { textArray } from './passage-narrowing.ts';
import { POSTGRES_SOURCE_COLUMNS } from './source-columns.ts';

type HitRow = Row & { readonly passage: unknown; readonly copies: unknown };

/** The passages with their sources, in the order given; those outside of the scopes are left out, as are such copies. */
export async function readHits(
  db: IndexDb,
  ranked: readonly Ranked[],
  scopes: readonly string[],
): Promise<Hit[]> {
  if (ranked.length === 0) return [];
  const seen = textArray(scopes);
  const { rows } = await sql<HitRow>`select ${sql.raw(POSTGRES_SOURCE_COLUMNS)}, p.n,
      json_build_object('id', p.id, 'source_id', p.source_id, 'ordinal', p.ordinal, 'text', p.text, 'lang', p.lang,
        'start_offset', p.start_offset, 'end_offset', p.end_offset, 'context', p.context,
        'also_in', p.also_in) as passage,
      (select coalesce(json_agg(c.id), '[]') from sources c where p.also_in <> '[]' and c.scope = any(${seen})
        and c.id in (select own ->> 'sourceId' from json_array_elements(p.also_in::json) own)) as copies
    from passages p join sources s on s.id = p.source_id
    where p.n = any(${ranked.map(({ n }) => n)}::bigint[]) and s.scope = any(${seen})`.execute(db);
  const of = new Map(rows.map((row) => [Number(row.n), row]));
  return ranked.flatMap(({ n, score }) => {
    const row = of.get(n);
    if (row === undefined) return [];
    const cut = passageFromRow(row.passage as Row);
    const [passage = cut] = keepCopiesIn([cut], new Set(row.copies as string[]));
    return [{ passage, source: sourceFromRow(row), score }];
  });
}
