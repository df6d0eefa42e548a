/** What a transaction adds to and takes from the counts by which searches weigh, collected and written at its end. */
import { sql } from 'kysely';
import type { IndexDb } from './index-database.ts';

export interface CountChanges {
  passage(lang: string, length: number, sign: 1 | -1): void;
  source(length: number, sign: 1 | -1): void;
  passageTerms(terms: Iterable<string>, sign: 1 | -1): void;
  sourceTerms(terms: Iterable<string>, sign: 1 | -1): void;
  vectors(model: string, change: number): void;
  /** Writes them, after `announceChange`: whoever counts, counts alone. */
  write(db: IndexDb): Promise<void>;
}

export function collectCounts(): CountChanges {
  const langs = new Map<string, { n: number; length: number }>();
  const terms = new Map<string, { passages: number; sources: number }>();
  const models = new Map<string, number>();
  const sources = { n: 0, length: 0 };
  const termOf = (term: string) => {
    const known = terms.get(term) ?? { passages: 0, sources: 0 };
    terms.set(term, known);
    return known;
  };
  return {
    passage(lang, length, sign) {
      const known = langs.get(lang) ?? { n: 0, length: 0 };
      langs.set(lang, { n: known.n + sign, length: known.length + sign * length });
    },
    source(length, sign) {
      sources.n += sign;
      sources.length += sign * length;
    },
    passageTerms(found, sign) {
      for (const term of found) termOf(term).passages += sign;
    },
    sourceTerms(found, sign) {
      for (const term of found) termOf(term).sources += sign;
    },
    vectors(model, change) {
      models.set(model, (models.get(model) ?? 0) + change);
    },
    async write(db) {
      for (const [lang, { n, length }] of langs)
        await sql`insert into passage_counts (lang, n, length) values (${lang}, ${n}, ${length})
          on conflict (lang) do update set n = passage_counts.n + excluded.n,
            length = passage_counts.length + excluded.length`.execute(db);
      if (sources.n !== 0 || sources.length !== 0)
        await sql`update source_counts set n = n + ${sources.n}, length = length + ${sources.length}
          where one = 1`.execute(db);
      for (const [model, change] of models)
        if (change !== 0)
          await sql`update vector_models set vectors = vectors + ${change} where id = ${model}`.execute(db);
      const changed = [...terms].filter(([, { passages, sources: many }]) => passages !== 0 || many !== 0);
      if (changed.length === 0) return;
      await sql`insert into term_counts (term, passages, sources)
        select * from unnest(${changed.map(([term]) => term)}::text[],
          ${changed.map(([, one]) => one.passages)}::bigint[], ${changed.map(([, one]) => one.sources)}::bigint[])
        on conflict (term) do update set passages = term_counts.passages + excluded.passages,
          sources = term_counts.sources + excluded.sources`.execute(db);
    },
  };
}
