/**
 * Makes the vectors that passages lack, and stores them portion by portion: what was stored is never made again, so a
 * run that was killed goes on where it stood.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Embedder } from './embedder.ts';
import type { EmbeddingSpec } from './embedding-spec.ts';
import type { StoreState, VectorStore } from './vector-store.ts';

/** Passages of one portion: several calls for a service; what a kill costs at most. */
const PORTION = 256;

export interface EmbedProgress {
  /** Passages that have their vector, of all. */
  readonly done: number;
  readonly total: number;
}

export interface EmbedCorpusOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: EmbedProgress) => void;
  /** Passages that are stored together. */
  readonly portion?: number;
}

/**
 * Runs until no passage lacks a vector of the model; it serves from then on.
 *
 * @throws ModelFailure when the model gives out; the signal's reason when aborted. What is stored stays.
 */
export async function embedCorpus(
  store: VectorStore,
  embedder: Embedder,
  spec: EmbeddingSpec,
  { signal, onProgress, portion = PORTION }: EmbedCorpusOptions,
): Promise<StoreState> {
  const { model: id, dimensions } = embedder;
  let state = await store.chooseNeural({ id, dimensions, spec: JSON.stringify(spec) });
  let after = 0;
  for (;;) {
    signal.throwIfAborted();
    const lacking = await store.lackingNeural(after, portion);
    if (lacking.length === 0) {
      if (after === 0) return state;
      // Some may have been added, or left out because another process was at them.
      after = 0;
      continue;
    }
    const vectors = await embedder.embedPassages(
      lacking.map(({ text }) => text),
      signal,
    );
    const known = lacking.flatMap(({ n }, i) => {
      const vector = vectors[i];
      return vector === undefined ? [] : [{ n, vector }];
    });
    state = await store.storeNeural(id, known);
    const wanted = state.next ?? state.serving;
    // Another process has chosen another model.
    if (wanted?.id !== id) return state;
    after = lacking.at(-1)?.n ?? 0;
    onProgress?.({ done: state.done, total: state.total });
    await breathe();
  }
}
