/** Which models' vectors serve and are made, and how many there are: all that decides what is to be done next. */
import { sql } from 'kysely';
import type { NeuralModel, NeuralState } from '../neural-ports.ts';
import type { IndexDb } from './index-database.ts';
import { countPassages, readFacts } from './index-meta.ts';
import type { VectorRelation } from './vector-tables.ts';

export interface VectorState {
  readonly passages: number;
  /** Whether terms were derived as the program with this version derives them, all of them. */
  isCurrent(version: string): boolean;
  /** The embedded model whose vectors serve, and the one whose vectors are being made. */
  readonly serving: VectorRelation | null;
  readonly next: VectorRelation | null;
  readonly neural: NeuralState;
  /** The neural model whose vectors are made, or else serve. */
  readonly neuralTarget: VectorRelation | null;
  /** Models that nobody needs any more. */
  readonly stale: readonly VectorRelation[];
}

export async function readVectorState(db: IndexDb): Promise<VectorState> {
  const facts = await readFacts(db, [
    'analyzerVersion',
    'analyzing',
    'embeddingModel',
    'nextModel',
    'neuralServing',
    'neuralNext',
  ]);
  const { rows: models } = await sql<VectorRelation>`
    select id, relation, dimensions, indexed, kept, vectors from vector_models order by id`.execute(db);
  const passages = await countPassages(db);
  const of = (id: string | null | undefined): VectorRelation | null =>
    models.find((model) => model.id === id) ?? null;
  const [neuralServing, neuralNext] = [readModel(facts.neuralServing), readModel(facts.neuralNext)];
  const neuralTarget = of((neuralNext ?? neuralServing)?.id);
  const wanted = [facts.embeddingModel, facts.nextModel, neuralServing?.id, neuralNext?.id];
  return {
    passages,
    isCurrent: (version) => facts.analyzerVersion === version && facts.analyzing === null,
    serving: of(facts.embeddingModel),
    next: of(facts.nextModel),
    neural: {
      serving: neuralServing,
      next: neuralNext,
      done: neuralTarget?.vectors ?? 0,
      total: passages,
    },
    neuralTarget,
    stale: models.filter(({ id }) => !wanted.includes(id)),
  };
}

function readModel(json: string | null): NeuralModel | null {
  return json === null ? null : (JSON.parse(json) as NeuralModel);
}
