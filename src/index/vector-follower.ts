/**
 * Keeps the vectors in memory in step with the database, also across a change of model: while the new model's vectors
 * are read, portion by portion, the old ones go on serving.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { countVectors } from './counts.ts';
import type { DataFolder } from './data-folder.ts';
import { DIMENSIONS, HashedEmbeddings } from './hashed-embeddings.ts';
import { createVectorMirror, type VectorMirror } from './vector-mirror.ts';
import { nextModel, servingModel, type VectorModel } from './vector-models.ts';

/** Vectors in memory, and the model that embeds questions for them. */
export interface ServingVectors {
  readonly mirror: VectorMirror;
  readonly embeddings: HashedEmbeddings;
}

export interface VectorFollower {
  /** What serves at the moment; null before the first passage. */
  readonly serving: ServingVectors | null;
  /** Follows the database. Call it inside the transaction of the search. */
  refresh(): Promise<void>;
  /** Work for idle moments; returns whether there is more. */
  step(): Promise<boolean>;
  save(): Promise<void>;
}

export interface VectorFollowerOptions {
  readonly db: DatabaseSync;
  readonly lexicon: Lexicon;
  readonly files: Pick<DataFolder, 'vectorCache' | 'vectorManifest'>;
  readonly hnswThreshold: number;
}

/** So few vectors are read at once when the model changes: some 50 ms. */
const READ_AT_ONCE = 2_000;

export function createVectorFollower({
  db,
  lexicon,
  files,
  hnswThreshold,
}: VectorFollowerOptions): VectorFollower {
  let serving: ServingVectors | null = null;
  let coming: ServingVectors | null = null;

  const open = ({ id, idf }: VectorModel): ServingVectors => ({
    mirror: createVectorMirror({ db, model: id, dimensions: DIMENSIONS, files, hnswThreshold }),
    embeddings: new HashedEmbeddings(lexicon, idf),
  });
  /** The model that will serve next, when it is another one than serves now. */
  const wanted = (): VectorModel | null => {
    const next = nextModel(db) ?? servingModel(db);
    return next !== null && next.id !== serving?.mirror.model ? next : null;
  };
  const takeOver = async (fresh: ServingVectors): Promise<void> => {
    await fresh.mirror.refresh();
    serving = fresh;
    coming = null;
  };

  return {
    get serving() {
      return serving;
    },
    async refresh() {
      const current = servingModel(db);
      if (current === null) {
        serving = null;
        coming = null;
      } else if (current.id === serving?.mirror.model) await serving.mirror.refresh();
      else if (serving === null || !(await isBehind(current)))
        await takeOver(coming?.mirror.model === current.id ? coming : open(current));
    },
    async step() {
      const model = wanted();
      if (model === null) {
        coming = null;
        // What was made meanwhile is taken over before somebody searches.
        return (await serving?.mirror.fill()) || (serving?.mirror.step() ?? false);
      }
      if (coming?.mirror.model !== model.id) coming = open(model);
      return (await coming.mirror.fill()) || (serving?.mirror.step() ?? false);
    },
    async save() {
      // Where nobody has searched yet, what a search will need is worth saving too.
      await (serving ?? coming)?.mirror.save();
    },
  };

  /** Whether too much of the current model is still to be read for a search to wait. */
  async function isBehind(current: VectorModel): Promise<boolean> {
    if (coming?.mirror.model !== current.id) coming = open(current);
    await coming.mirror.fill();
    return countVectors(db, current.id) - coming.mirror.size > READ_AT_ONCE;
  }
}
