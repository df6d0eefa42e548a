/** How far a neural model's vectors are in PostgreSQL, without opening the index: `doctor` must not wait for it. */
import type { NeuralState } from '../neural-ports.ts';
import type { DatabasePlace } from '../worker-protocol.ts';
import { openIndexDatabase } from './index-database.ts';
import { readVectorState } from './vector-state.ts';

/** Null when the database cannot be used: what is wrong with it is told where it is opened. */
export async function peekPostgresNeural(place: DatabasePlace): Promise<NeuralState | null> {
  try {
    const database = await openIndexDatabase({ ...place, poolSize: 1, patience: 0 });
    try {
      return (await database.reading(readVectorState)).neural;
    } finally {
      await database.close();
    }
  } catch {
    return null;
  }
}
