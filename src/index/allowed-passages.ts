/** Which passages a search may find: by the asker's scope, and by what he narrows it to. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { RetrievalFilter } from '../core/retrieval.ts';
import { fold } from '../lexicon/fold.ts';
import { stateConcept } from '../lexicon/state-concept.ts';
import { encodeConcept, matchExpression } from './fts-terms.ts';
import type { AllowedPassages } from './vector-mirror.ts';

/** Narrowings that are kept while the corpus stays as it is. */
const MOST_KEPT = 16;

export interface PassageGate {
  /** The passages that a search may find; null when it may find all. */
  allowed(scopes: readonly string[], filter: RetrievalFilter | undefined): AllowedPassages | null;
  /** To be called when the corpus has changed. */
  forget(): void;
}

export function createPassageGate(db: DatabaseSync): PassageGate {
  const kept = new Map<string, AllowedPassages>();
  return {
    allowed(scopes, filter = {}) {
      const conditions = conditionsOf(db, filter);
      if (!seesEverything(db, scopes))
        conditions.push(['s.scope IN (SELECT value FROM json_each(?))', [JSON.stringify(scopes)]]);
      if (conditions.length === 0) return null;
      const key = JSON.stringify([scopes, filter]);
      const before = kept.get(key);
      if (before !== undefined) return before;
      const found = select(db, conditions);
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, found);
      return found;
    },
    forget: () => kept.clear(),
  };
}

type Condition = readonly [sql: string, parameters: readonly SQLInputValue[]];

function select(db: DatabaseSync, conditions: readonly Condition[]): AllowedPassages {
  // One text for all: a row object for each of many thousand passages would take ten times as long.
  const row = db
    .prepare(
      `SELECT json_group_array(p.n) AS numbers FROM sources s JOIN passages p ON p.source_id = s.id
       WHERE ${conditions.map(([sql]) => `(${sql})`).join(' AND ')}`,
    )
    .get(...conditions.flatMap(([, parameters]) => parameters));
  const numbers = JSON.parse(String(row?.numbers)) as number[];
  const set = new Set(numbers);
  return { has: (n) => set.has(n), few: numbers };
}

/** Whether there is no source outside of the scopes. Jumps from scope to scope: there are few. */
function seesEverything(db: DatabaseSync, scopes: readonly string[]): boolean {
  const following = db.prepare('SELECT min(scope) AS scope FROM sources WHERE scope > ?');
  for (let scope = following.get('')?.scope; typeof scope === 'string'; scope = following.get(scope)?.scope)
    if (!scopes.includes(scope)) return false;
  return true;
}

function conditionsOf(db: DatabaseSync, filter: RetrievalFilter): Condition[] {
  const conditions: Condition[] = [];
  const list = (values: readonly string[] | undefined, sql: string, json = JSON.stringify(values)): void => {
    if (values !== undefined && values.length > 0)
      conditions.push([
        sql,
        sql
          .split('?')
          .slice(1)
          .map(() => json),
      ]);
  };
  list(filter.langs, 'p.lang IN (SELECT value FROM json_each(?))');
  // Dates are of year, month or day precision: one that may lie in the range is in it.
  const { publishedFrom: from, publishedTo: to } = filter;
  if (from !== undefined)
    conditions.push([
      's.published_at >= substr(?, 1, 4) AND s.published_at >= substr(?, 1, length(s.published_at))',
      [from, from],
    ]);
  if (to !== undefined)
    conditions.push(['s.published_at <= ? OR substr(s.published_at, 1, length(?)) = ?', [to, to, to]]);
  list(
    filter.publishers,
    's.publisher IN (SELECT value FROM json_each(?))',
    JSON.stringify(publishersNamed(db, filter.publishers ?? [])),
  );
  list(
    filter.caseIds,
    `s.id IN (SELECT c.id FROM sources c, json_each(c.case_ids) own
              WHERE c.case_ids <> '[]' AND own.value IN (SELECT value FROM json_each(?))
              UNION SELECT source_id FROM case_links
              WHERE status = 'linked' AND case_id IN (SELECT value FROM json_each(?)))`,
  );
  const named = (concepts: readonly string[] | undefined): void => {
    if (concepts === undefined || concepts.length === 0) return;
    const match = matchExpression({ words: [], concepts: concepts.map(encodeConcept) });
    conditions.push([
      's.id IN (SELECT named.source_id FROM fts JOIN passages named ON named.n = fts.rowid WHERE fts MATCH ?)',
      [match],
    ]);
  };
  named(filter.actors);
  named(filter.countries?.map(stateConcept));
  return conditions;
}

/** Publishers as they are stored, by names in any case and with or without accents. */
function publishersNamed(db: DatabaseSync, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const wanted = new Set(names.map((name) => fold(name.trim())));
  return db
    .prepare('SELECT DISTINCT publisher FROM sources WHERE publisher IS NOT NULL')
    .all()
    .map((row) => String(row.publisher))
    .filter((publisher) => wanted.has(fold(publisher)));
}
