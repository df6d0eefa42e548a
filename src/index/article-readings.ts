/** Claims and case links of articles in the database. Writers run inside the caller's transaction. */
import type { DatabaseSync } from 'node:sqlite';
import type { Source } from '../core/source.ts';
import { readMeta, writeMeta } from './meta.ts';
import { readSources } from './read-corpus.ts';
import type {
  ArticleReading,
  LinkedArticle,
  LinkStatus,
  ReadingState,
  StoredClaim,
  StoredLink,
} from './reading-ports.ts';
import type { Row } from './rows.ts';

/** Notes which of the sources are articles that nobody has read yet. */
export function markUnread(
  db: DatabaseSync,
  sources: readonly Source[],
  readings: ReadonlyMap<string, ArticleReading> | undefined,
): void {
  const mark = db.prepare('INSERT OR IGNORE INTO unread_articles VALUES (?)');
  for (const { id, caseIds } of sources) if (caseIds.length === 0 && !readings?.has(id)) mark.run(id);
}

/** Up to `most` articles that were stored and whose claims are still to be read. */
export function listUnread(db: DatabaseSync, most: number): string[] {
  return db
    .prepare('SELECT source_id FROM unread_articles ORDER BY source_id LIMIT ?')
    .all(most)
    .map((row) => String(row.source_id));
}

export function putReadings(db: DatabaseSync, readings: ReadonlyMap<string, ArticleReading>): void {
  const isRead = db.prepare('DELETE FROM unread_articles WHERE source_id = ?');
  const stored = db.prepare('SELECT content_hash FROM sources WHERE id = ?');
  const dropClaims = db.prepare('DELETE FROM extracted_claims WHERE source_id = ?');
  const dropLinks = db.prepare('DELETE FROM case_links WHERE source_id = ? AND by_hand = 0');
  const addClaim = db.prepare('INSERT INTO extracted_claims VALUES (?, ?, ?)');
  const addLink = db.prepare('INSERT INTO case_links VALUES (?, ?, ?, 0, ?, ?) ON CONFLICT DO NOTHING');
  const decided = db.prepare(
    "SELECT 1 FROM case_links WHERE source_id = ? AND by_hand = 1 AND status = 'linked'",
  );
  for (const [id, { contentHash, claims, links }] of readings) {
    const source = stored.get(id);
    if (source === undefined || source.content_hash !== (contentHash ?? source.content_hash)) continue;
    isRead.run(id);
    dropClaims.run(id);
    dropLinks.run(id);
    for (const [ordinal, claim] of claims.entries()) addClaim.run(id, ordinal, JSON.stringify(claim));
    // Who was given a case by hand needs no other.
    if (decided.get(id) !== undefined) continue;
    for (const { caseId, status, score, reason } of links) addLink.run(id, caseId, status, score, reason);
  }
}

/** What people decided of these sources; a source that is stored anew loses its rows. */
export function handLinks(db: DatabaseSync, ids: readonly string[]): StoredLink[] {
  return db
    .prepare('SELECT * FROM case_links WHERE by_hand = 1 AND source_id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(ids))
    .map(linkFromRow);
}

export function restoreHandLinks(db: DatabaseSync, links: readonly StoredLink[]): void {
  const add = db.prepare(
    `INSERT INTO case_links VALUES (?, ?, ?, 1, ?, ?)
     ON CONFLICT (source_id, case_id) DO UPDATE SET status = excluded.status, by_hand = 1`,
  );
  for (const { sourceId, caseId, status, score, reason } of links)
    add.run(sourceId, caseId, status, score, reason);
}

/** @returns false when there is no such source. */
export function decideLink(db: DatabaseSync, sourceId: string, caseId: string, status: LinkStatus): boolean {
  if (db.prepare('SELECT 1 FROM sources WHERE id = ?').get(sourceId) === undefined) return false;
  restoreHandLinks(db, [{ sourceId, caseId, status, score: 1, reason: 'decided by hand', byHand: true }]);
  // An article that was given its case needs no proposals.
  if (status === 'linked')
    db.prepare('DELETE FROM case_links WHERE source_id = ? AND by_hand = 0 AND case_id <> ?').run(
      sourceId,
      caseId,
    );
  return true;
}

export function readClaims(db: DatabaseSync, sourceId: string) {
  return {
    claims: db
      .prepare('SELECT claim FROM extracted_claims WHERE source_id = ? ORDER BY ordinal')
      .all(sourceId)
      .map(claimFromRow),
    links: db
      .prepare('SELECT * FROM case_links WHERE source_id = ? ORDER BY score DESC, case_id')
      .all(sourceId)
      .map(linkFromRow),
  };
}

export function listLinks(db: DatabaseSync, status?: LinkStatus): StoredLink[] {
  const where = status === undefined ? '' : 'WHERE status = ?';
  return db
    .prepare(`SELECT * FROM case_links ${where} ORDER BY source_id, score DESC, case_id`)
    .all(...(status === undefined ? [] : [status]))
    .map(linkFromRow);
}

export function readLinked(db: DatabaseSync, caseId: string): LinkedArticle[] {
  const ids = db
    .prepare("SELECT source_id FROM case_links WHERE case_id = ? AND status = 'linked' ORDER BY source_id")
    .all(caseId)
    .map((row) => String(row.source_id));
  return readSources(db, ids).map((stored) => ({
    ...stored,
    claims: readClaims(db, stored.source.id).claims,
  }));
}

export function listArticles(db: DatabaseSync): string[] {
  return db
    .prepare("SELECT id FROM sources WHERE case_ids = '[]' ORDER BY id")
    .all()
    .map((row) => String(row.id));
}

export function readingState(db: DatabaseSync): ReadingState {
  const [rules = '', analyzer] = String(readMeta(db, 'claimRules') ?? '').split('@');
  // What was read under another lexicon was read under other rules.
  const current = analyzer === String(readMeta(db, 'analyzerVersion'));
  return { rules: current ? rules : '', cases: String(readMeta(db, 'linkedCases') ?? '') };
}

export function setReadingState(db: DatabaseSync, { rules, cases }: ReadingState): void {
  writeMeta(db, 'claimRules', `${rules}@${String(readMeta(db, 'analyzerVersion'))}`);
  writeMeta(db, 'linkedCases', cases);
}

export function claimFromRow(row: Row): StoredClaim {
  return JSON.parse(String(row.claim)) as StoredClaim;
}

export function linkFromRow(row: Row): StoredLink {
  return {
    sourceId: String(row.source_id),
    caseId: String(row.case_id),
    status: String(row.status) as LinkStatus,
    byHand: row.by_hand === 1,
    score: Number(row.score),
    reason: String(row.reason),
  };
}
