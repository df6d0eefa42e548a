/**
 * The vector of a question, by the model whose vectors serve. A question never waits long for it, nor fails for want of
 * it: without a vector the search goes by the embedded model.
 */
import { ModelFailure, toModelFailure } from '../core/model-failure.ts';
import type { Embedder } from './embedder.ts';
import type { StoredModel, VectorStore } from './vector-store.ts';

/** Milliseconds that a question waits for its vector: the reply begins later by as much. */
const PATIENCE = 3_000;
/** Milliseconds for which a model is left alone that failed. */
const REST = 30_000;
/** Milliseconds for which it is taken as known which model serves. */
const KNOWN_FOR = 5_000;
/** Questions whose vectors are kept: an answer searches for the same words several times. */
const MOST_KEPT = 200;

export interface QueryVectorParts {
  readonly store: Pick<VectorStore, 'neuralState'>;
  /** The embedder of a stored model; null when the settings do not allow for it. */
  readonly open: (model: StoredModel) => Promise<Embedder | null>;
  readonly now: () => number;
  /** Told once for each time that the model stops giving vectors, and once when it gives them again. */
  readonly onTrouble: (failure: ModelFailure | null) => void;
}

export interface QueryVectors {
  /** Null when no neural model serves, or it gives none. Never rejects. */
  embed(text: string): Promise<{ readonly model: string; readonly vector: Float32Array } | null>;
  /** Forgets which model serves: something changed. */
  forget(): void;
}

export function createQueryVectors({ store, open, now, onTrouble }: QueryVectorParts): QueryVectors {
  let serving: { readonly model: StoredModel | null; readonly until: number } | null = null;
  let restsUntil = 0;
  let troubled = false;
  const kept = new Map<string, Float32Array>();
  const patience = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const ending = new AbortController();
    const failure = new ModelFailure('timeout', `no vector within ${PATIENCE / 1_000} s`);
    const timer = setTimeout(() => ending.abort(failure), PATIENCE);
    const ended = new Promise<never>((_, reject) => {
      ending.signal.addEventListener('abort', () => reject(failure), { once: true });
    });
    try {
      return await Promise.race([work(ending.signal), ended]);
    } finally {
      clearTimeout(timer);
    }
  };
  const servingModel = async (): Promise<StoredModel | null> => {
    if (serving === null || serving.until < now())
      serving = { model: (await store.neuralState()).serving, until: now() + KNOWN_FOR };
    return serving.model;
  };

  return {
    async embed(text) {
      // An index that cannot tell will say so itself when it is searched.
      const model = await servingModel().catch(() => null);
      if (model === null) return null;
      const key = `${model.id}\n${model.spec}\n${text}`;
      const known = kept.get(key);
      if (known !== undefined) return { model: model.id, vector: known };
      if (now() < restsUntil) return null;
      try {
        const vector = await patience(async (signal) => (await open(model))?.embedQuery(text, signal));
        if (vector === undefined) return null;
        if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
        kept.set(key, vector);
        if (troubled) onTrouble(null);
        troubled = false;
        return { model: model.id, vector };
      } catch (error) {
        const failure = toModelFailure(error);
        restsUntil = now() + Math.max(REST, failure.retryAfterMs ?? 0);
        if (!troubled) onTrouble(failure);
        troubled = true;
        return null;
      }
    },
    forget() {
      serving = null;
    },
  };
}
