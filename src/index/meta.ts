/** Facts about the database as a whole. */
import type { DatabaseSync } from 'node:sqlite';

export type MetaKey =
  | 'databaseId'
  | 'analyzerVersion'
  | 'embeddingModel'
  | 'idf'
  | 'nextModel'
  | 'nextIdf'
  | 'neuralServing'
  | 'neuralNext'
  | 'claimRules'
  | 'linkedCases';

export function readMeta(db: DatabaseSync, key: MetaKey): string | Uint8Array | null {
  const value = db.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.value;
  return typeof value === 'string' || value instanceof Uint8Array ? value : null;
}

export function writeMeta(db: DatabaseSync, key: MetaKey, value: string | Uint8Array): void {
  db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    key,
    value,
  );
}

export function dropMeta(db: DatabaseSync, key: MetaKey): void {
  db.prepare('DELETE FROM meta WHERE key = ?').run(key);
}
