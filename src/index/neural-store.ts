/** Stores what a neural model made, and decides when it serves. */
import type { DatabaseSync } from 'node:sqlite';
import { countPassages, countVectors } from './counts.ts';
import { dropMeta, readMeta, writeMeta } from './meta.ts';
import type { NeuralModel, NeuralState, NeuralStore } from './neural-ports.ts';
import { createVectorWriter, passagesLacking } from './stored-vectors.ts';
import { inTransaction } from './transaction.ts';
import { checkVector } from './vector-set.ts';

type Key = 'neuralServing' | 'neuralNext';

export function readNeural(db: DatabaseSync, key: Key): NeuralModel | null {
  const json = readMeta(db, key);
  return typeof json === 'string' ? (JSON.parse(json) as NeuralModel) : null;
}

function writeNeural(db: DatabaseSync, key: Key, { id, dimensions, spec }: NeuralModel): void {
  writeMeta(db, key, JSON.stringify({ id, dimensions, spec }));
}

/** What is stored of neural models. */
export function readNeuralState(db: DatabaseSync): NeuralState {
  const serving = readNeural(db, 'neuralServing');
  const next = readNeural(db, 'neuralNext');
  const model = next ?? serving;
  return {
    serving,
    next,
    done: model === null ? 0 : countVectors(db, model.id),
    total: countPassages(db),
  };
}

/** The next model serves from now on if every passage has a vector of it. Vectors of the other are swept later. */
function swapWhenComplete(db: DatabaseSync): void {
  const { next, done, total } = readNeuralState(db);
  if (next === null || done < total) return;
  writeNeural(db, 'neuralServing', next);
  dropMeta(db, 'neuralNext');
}

/**
 * @param guard turns what the database throws into words for operators.
 * @param onChange told after each change.
 */
export function createNeuralStore(
  db: DatabaseSync,
  guard: <T>(work: () => T | Promise<T>) => Promise<T>,
  onChange: () => void,
): NeuralStore {
  const change = (work: () => void): Promise<NeuralState> =>
    guard(async () => {
      await inTransaction(db, work);
      onChange();
      return readNeuralState(db);
    });
  return {
    neuralState: () => guard(() => readNeuralState(db)),
    chooseNeural: (model) =>
      change(() => {
        if (readNeural(db, 'neuralServing')?.id === model.id) {
          writeNeural(db, 'neuralServing', model);
          dropMeta(db, 'neuralNext');
        } else {
          writeNeural(db, 'neuralNext', model);
          swapWhenComplete(db);
        }
      }),
    lackingNeural: (after, most) =>
      guard(() => {
        const model = readNeural(db, 'neuralNext') ?? readNeural(db, 'neuralServing');
        if (model === null || countVectors(db, model.id) >= countPassages(db)) return [];
        return passagesLacking(db, model.id, after, most).map(({ n, context, text }) => ({
          n,
          text: context === '' ? text : `${context}\n${text}`,
        }));
      }),
    storeNeural: (id, vectors) =>
      change(() => {
        const model = readNeural(db, 'neuralNext') ?? readNeural(db, 'neuralServing');
        if (model?.id !== id) return;
        const write = createVectorWriter(db, id);
        for (const { n, vector } of vectors) {
          checkVector(vector, model.dimensions);
          write(n, vector);
        }
        swapWhenComplete(db);
      }),
  };
}
