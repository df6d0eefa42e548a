/** Keeps the vectors of the neural model that serves in memory, from the first question on that brings a vector of it. */
import type { DatabaseSync } from 'node:sqlite';
import { countPassages, countVectors } from './counts.ts';
import type { DataFolder } from './data-folder.ts';
import type { NeuralModel } from './neural-ports.ts';
import { readNeural } from './neural-store.ts';
import { LEAST_COVERED } from './vector-leg.ts';
import { createVectorMirror, type VectorMirror } from './vector-mirror.ts';

/**
 * Vectors from which on the approximate index serves: questions have no zeros here, so that exact search reads all of
 * each vector.
 */
const HNSW_THRESHOLD = 20_000;

export interface NeuralFollower {
  /** From now on vectors are read; returns whether this is the first time. */
  want(): boolean;
  /** Follows the database, once it is wanted. Call it inside the transaction of the search. */
  refresh(): Promise<void>;
  /** The vectors of the model, when it serves and knows enough of the corpus. */
  vectorsOf(model: string): VectorMirror | null;
  /** Work for idle moments; returns whether there is more. */
  step(): Promise<boolean>;
  save(): Promise<void>;
}

export function createNeuralFollower(
  db: DatabaseSync,
  folder: Pick<DataFolder, 'neuralCache' | 'neuralManifest'>,
  hnswThreshold = HNSW_THRESHOLD,
): NeuralFollower {
  let wanted = false;
  let serving: VectorMirror | null = null;
  let coming: VectorMirror | null = null;
  let covers = false;
  const files = { vectorCache: folder.neuralCache, vectorManifest: folder.neuralManifest };
  const open = ({ id, dimensions }: NeuralModel): VectorMirror =>
    createVectorMirror({ db, model: id, dimensions, files, hnswThreshold });

  return {
    want() {
      const first = !wanted;
      wanted = true;
      return first;
    },
    async refresh() {
      if (!wanted) return;
      const model = readNeural(db, 'neuralServing');
      if (model === null) {
        serving = null;
        return;
      }
      if (serving?.model !== model.id) serving = coming?.model === model.id ? coming : open(model);
      if (coming === serving) coming = null;
      await serving.refresh();
      covers = countVectors(db, model.id) >= LEAST_COVERED * countPassages(db);
    },
    vectorsOf: (model) => (serving?.model === model && covers ? serving : null),
    async step() {
      if (!wanted) return false;
      const next = readNeural(db, 'neuralNext');
      if (next === null) coming = null;
      else if (coming?.model !== next.id) coming = open(next);
      return (await coming?.fill()) || (serving?.step() ?? false);
    },
    async save() {
      await serving?.save();
    },
  };
}
