/** How far a neural model's vectors are, without opening the index: for `doctor`, which must not wait for it. */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { dataFolderPaths } from './data-folder.ts';
import type { NeuralState } from './neural-ports.ts';
import { readNeuralState } from './neural-store.ts';

/** Null when there is no database, or none of this version. */
export function peekNeuralState(dataDir: string): NeuralState | null {
  const { database } = dataFolderPaths(dataDir);
  if (!existsSync(database)) return null;
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(database, { readOnly: true, timeout: 1_000 });
    return readNeuralState(db);
  } catch {
    return null; // what is wrong with the database is told where it is opened
  } finally {
    db?.close();
  }
}
