/** Which passages a search may find, as a condition of SQL: by the asker's scope, and by what he narrows it to. */
import { type RawBuilder, sql } from 'kysely';
import type { RetrievalFilter } from '../../core/retrieval.ts';
import { fold } from '../../lexicon/fold.ts';
import { stateConcept } from '../../lexicon/state-concept.ts';
import { encodeConcept } from '../fts-terms.ts';

/** Of a publisher's name, so much is looked at, in characters: what an ordered index takes. */
export const PUBLISHER_LENGTH = 400;

export interface Narrowing {
  readonly filter: RetrievalFilter | undefined;
  /** The scopes that may be seen; null where there are no others. */
  readonly scopes: readonly string[] | null;
  /** The publishers of the corpus, by the beginnings of their names; needed where the filter names some. */
  readonly publishers: readonly string[];
}

/**
 * The condition on `passages p` and its `sources s`.
 *
 * @returns null where every passage may be found.
 */
export function narrow({ filter = {}, scopes, publishers }: Narrowing): RawBuilder<boolean> | null {
  const conditions: RawBuilder<boolean>[] = [];
  const list = (
    values: readonly string[] | undefined,
    condition: (values: RawBuilder<unknown>) => RawBuilder<boolean>,
  ): void => {
    if (values !== undefined && values.length > 0) conditions.push(condition(textArray(values)));
  };
  if (scopes !== null) conditions.push(sql`s.scope = any(${textArray(scopes)})`);
  list(filter.langs, (langs) => sql`p.lang = any(${langs})`);
  // Dates are of year, month or day precision: one that may lie in the range is in it.
  const { publishedFrom: from, publishedTo: to } = filter;
  if (from !== undefined)
    conditions.push(sql`(s.published_at >= left(${from}::text, 4)
      and s.published_at >= left(${from}::text, length(s.published_at)))`);
  if (to !== undefined)
    conditions.push(sql`(s.published_at <= ${to}::text
      or left(s.published_at, length(${to}::text)) = ${to}::text)`);
  if (filter.publishers !== undefined && filter.publishers.length > 0)
    conditions.push(
      sql`left(s.publisher, ${sql.lit(PUBLISHER_LENGTH)}) = any(${textArray(named(filter.publishers, publishers))})`,
    );
  list(
    filter.caseIds,
    (ids) => sql`s.id in (
      select c.id from sources c where c.case_ids <> '[]'
        and exists (select 1 from json_array_elements_text(c.case_ids::json) own where own = any(${ids}))
      union select source_id from case_links where status = 'linked' and case_id = any(${ids}))`,
  );
  const names = (concepts: readonly string[] | undefined): void =>
    list(
      concepts?.map((concept) => encodeConcept(concept)),
      (terms) => sql`s.id in (
        select q.source_id from postings o join passages q on q.n = o.passage where o.term = any(${terms}))`,
    );
  names(filter.actors);
  names(filter.countries?.map(stateConcept));
  return conditions.length === 0 ? null : sql`(${sql.join(conditions, sql` and `)})`;
}

/** Texts that somebody else chose, as an array of PostgreSQL, whose texts hold everything but NUL. */
export function textArray(texts: readonly string[]): RawBuilder<string[]> {
  return sql`${texts.map((text) => text.toWellFormed().replaceAll('\u0000', '\uFFFD'))}::text[]`;
}

/** Publishers as they are stored, by names in any case and with or without accents. */
function named(names: readonly string[], publishers: readonly string[]): string[] {
  const form = (name: string): string => fold([...name].slice(0, PUBLISHER_LENGTH).join(''));
  const wanted = new Set(names.map((name) => form(name.trim())));
  return publishers.filter((publisher) => wanted.has(form(publisher)));
}
