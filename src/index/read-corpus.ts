/**
 * Reads of the corpus. They are plain prepared statements, not Kysely's: a command that only asks must answer within
 * a second, and loading Kysely takes a tenth of one and 25 MB.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { CaseRecord } from '../core/case-record.ts';
import type { CaseTexts, CorpusSize, SourceText } from '../core/retrieval.ts';
import type { Passage, Republication, Source } from '../core/source.ts';
import { countPassages, foreignScopes } from './counts.ts';
import type { RootOrigin, RootSummary } from './index-ports.ts';
import { keepCopiesIn, sourcesOfCopies } from './lost-copies.ts';
import { MOST_PRINTS, republicationsOf } from './republications.ts';
import { caseFromRow, passageFromRow, SOURCE_COLUMNS, sourceFromRow } from './rows.ts';

export function listRoot(db: DatabaseSync, root: string): Map<string, string> {
  const rows = db.prepare('SELECT id, content_hash FROM sources WHERE root = ?').all(root);
  return new Map(rows.map((row) => [String(row.id), String(row.content_hash)]));
}

export function ownersOf(db: DatabaseSync, ids: readonly string[]): Map<string, string> {
  const rows = db
    .prepare('SELECT id, root FROM sources WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(ids));
  return new Map(rows.map((row) => [String(row.id), String(row.root)]));
}

export function listSources(db: DatabaseSync, scopes?: readonly string[]): Source[] {
  const select = `SELECT ${SOURCE_COLUMNS} FROM sources s`;
  const rows =
    scopes === undefined
      ? db.prepare(`${select} ORDER BY s.id`).all()
      : db
          .prepare(`${select} WHERE s.scope IN (SELECT value FROM json_each(?)) ORDER BY s.id`)
          .all(JSON.stringify(scopes));
  return rows.map(sourceFromRow);
}

/** The source without its text; null when there is none of that id. */
export function readSource(db: DatabaseSync, id: string): Source | null {
  const row = db.prepare(`SELECT ${SOURCE_COLUMNS} FROM sources s WHERE s.id = ?`).get(id);
  return row === undefined ? null : sourceFromRow(row);
}

export function listCases(db: DatabaseSync): CaseRecord[] {
  return db.prepare('SELECT record FROM cases ORDER BY id, root').all().map(caseFromRow);
}

export function listRoots(db: DatabaseSync): RootSummary[] {
  const rows = db
    .prepare(
      `SELECT root, max(origin) AS origin, sum(sources) AS sources, sum(cases) AS cases FROM (
         SELECT root, origin, count(*) AS sources, 0 AS cases FROM sources GROUP BY root, origin
         UNION ALL SELECT root, 'configured', 0, count(*) FROM cases GROUP BY root
       ) GROUP BY root ORDER BY root`,
    )
    .all();
  return rows.map((row) => ({
    root: String(row.root),
    origin: String(row.origin) as RootOrigin,
    sources: Number(row.sources),
    cases: Number(row.cases),
  }));
}

export function readSources(db: DatabaseSync, ids: readonly string[]): SourceText[] {
  const source = db.prepare(`SELECT ${SOURCE_COLUMNS}, s.text FROM sources s WHERE s.id = ?`);
  const passages = db.prepare('SELECT * FROM passages WHERE source_id = ? ORDER BY ordinal');
  return [...new Set(ids)].flatMap((id) => {
    const row = source.get(id);
    if (row === undefined) return [];
    const cut = passages.all(id).map(passageFromRow);
    return [{ source: sourceFromRow(row), text: String(row.text), passages: withoutLostCopies(db, cut) }];
  });
}

export function readRepublications(
  db: DatabaseSync,
  ids: readonly string[],
  scope = 'global',
): Map<string, Republication[]> {
  const source = db.prepare('SELECT publisher FROM sources WHERE id = ?');
  const prints = db.prepare(
    `WITH told(story) AS (SELECT coalesce((SELECT story FROM story_copies WHERE source_id = ?1), ?1))
     SELECT ${SOURCE_COLUMNS} FROM sources s
     WHERE s.id <> ?1 AND s.scope IN ('global', ?2) AND s.id IN (
       SELECT story FROM told UNION ALL SELECT source_id FROM story_copies WHERE story = (SELECT story FROM told)
     )
     ORDER BY s.published_at IS NULL, s.published_at, s.id LIMIT ${MOST_PRINTS}`,
  );
  const found = new Map<string, Republication[]>();
  for (const id of new Set(ids)) {
    const row = source.get(id);
    if (row === undefined) continue;
    const publisher = typeof row.publisher === 'string' ? row.publisher : null;
    const others = republicationsOf({ publisher }, prints.all(id, scope).map(sourceFromRow));
    if (others.length > 0) found.set(id, others);
  }
  return found;
}

export function readCase(db: DatabaseSync, id: string): CaseTexts | null {
  const row = db.prepare('SELECT record FROM cases WHERE id = ? ORDER BY root LIMIT 1').get(id);
  if (row === undefined) return null;
  const ids = db
    .prepare(
      'SELECT id FROM sources WHERE EXISTS (SELECT 1 FROM json_each(case_ids) WHERE value = ?) ORDER BY id',
    )
    .all(id);
  return {
    record: caseFromRow(row),
    sources: readSources(
      db,
      ids.map((found) => String(found.id)),
    ),
  };
}

/** What other scopes have is counted and taken off: it is little, and all passages are counted already. */
export function corpusSize(db: DatabaseSync, scope?: string): CorpusSize {
  const all = db.prepare('SELECT count(*) AS sources FROM sources').get();
  const size = { sources: Number(all?.sources), passages: countPassages(db) };
  if (scope === undefined) return size;
  const foreign = foreignScopes(db, scope);
  if (foreign.length === 0) return size;
  const others = db
    .prepare(
      `SELECT count(DISTINCT s.id) AS sources, count(p.n) AS passages
        FROM sources s LEFT JOIN passages p ON p.source_id = s.id
        WHERE s.scope IN (SELECT value FROM json_each(?))`,
    )
    .get(JSON.stringify(foreign));
  return {
    sources: size.sources - Number(others?.sources),
    passages: size.passages - Number(others?.passages),
  };
}

/** The passages with only those copies in other sources that are still there, and that the scopes may see. */
export function withoutLostCopies(
  db: DatabaseSync,
  passages: readonly Passage[],
  scopes: readonly string[] | null = null,
): Passage[] {
  const copies = sourcesOfCopies(passages);
  if (copies.length === 0) return [...passages];
  const rows = db
    .prepare('SELECT id, scope FROM sources WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(copies));
  const there = new Set(
    rows.filter((row) => scopes?.includes(String(row.scope)) ?? true).map((row) => String(row.id)),
  );
  return keepCopiesIn(passages, there);
}
