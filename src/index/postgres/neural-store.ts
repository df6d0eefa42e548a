/** Stores what a neural model made in PostgreSQL, and decides when it serves. */
import { OperatorError } from '../../core/errors.ts';
import type { NeuralModel, NeuralStore } from '../neural-ports.ts';
import { checkVector } from '../vector-set.ts';
import { announceChange, type IndexDatabase, type IndexDb } from './index-database.ts';
import { claimLease } from './index-lease.ts';
import { writeFact } from './index-meta.ts';
import { readVectorState } from './vector-state.ts';
import { passagesLacking, storeVectors } from './vector-store.ts';
import type { VectorSupportFollower } from './vector-support.ts';
import { makeVectorTable } from './vector-tables.ts';

/**
 * Seconds for which one process alone makes vectors that may cost money: a service in trouble is asked again for some
 * minutes.
 */
const LEASE = 600;

export interface NeuralStoreDeps {
  readonly database: IndexDatabase;
  readonly support: VectorSupportFollower;
  /** Unique to this open index. */
  readonly owner: string;
}

export function createNeuralStore({ database, support, owner }: NeuralStoreDeps): NeuralStore {
  const write = (db: IndexDb, key: 'neuralServing' | 'neuralNext', { id, dimensions, spec }: NeuralModel) =>
    writeFact(db, key, JSON.stringify({ id, dimensions, spec }));
  /** The next model serves from now on if every passage has a vector of it. Call it after `announceChange`. */
  const swapWhenComplete = async (db: IndexDb): Promise<void> => {
    const { next, done, total } = (await readVectorState(db)).neural;
    if (next === null || done < total) return;
    await write(db, 'neuralServing', next);
    await writeFact(db, 'neuralNext', null);
  };
  const stateNow = () => database.reading(async (db) => (await readVectorState(db)).neural);

  return {
    neuralState: stateNow,
    async chooseNeural(model) {
      const { version, missing } = await support.follow();
      if (version === null)
        throw new OperatorError(`vectors cannot be kept in the database ${database.where}: ${missing}`);
      await database.writing(async (db) => {
        await makeVectorTable(db, model, version);
        await announceChange(db);
        const { serving } = (await readVectorState(db)).neural;
        if (serving?.id === model.id) {
          await write(db, 'neuralServing', model);
          await writeFact(db, 'neuralNext', null);
        } else {
          await write(db, 'neuralNext', model);
          await swapWhenComplete(db);
        }
      });
      return stateNow();
    },
    async lackingNeural(after, most) {
      const { neuralTarget, passages } = await database.reading(readVectorState);
      if (neuralTarget === null || neuralTarget.vectors >= passages) return [];
      // Another server is at them: every text is paid for once.
      if (!(await database.run((db) => claimLease(db, 'neural', owner, LEASE)))) return [];
      const lacking = await database.run((db) => passagesLacking(db, neuralTarget, after, most));
      return lacking.map(({ n, context, text }) => ({
        n,
        text: context === '' ? text : `${context}\n${text}`,
      }));
    },
    async storeNeural(id, vectors) {
      await database.writing(async (db) => {
        const { neuralTarget } = await readVectorState(db);
        if (neuralTarget?.id !== id) return;
        for (const { vector } of vectors) checkVector(vector, neuralTarget.dimensions);
        await storeVectors(db, neuralTarget, vectors);
        await swapWhenComplete(db);
      });
      return stateNow();
    },
  };
}
