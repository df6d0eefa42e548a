/** Vectors of a neural model in the index: which model's serve, which are being made, and storing them. */
import type { RetrievalQuery } from '../core/retrieval.ts';

/** A neural model as the index knows it. */
export interface NeuralModel {
  /** Begins with `neural-`; vectors of one id may be compared with one another. */
  readonly id: string;
  readonly dimensions: number;
  /** What embeds questions for these vectors, in words that the index does not read. */
  readonly spec: string;
}

export interface NeuralState {
  /** The model whose vectors searches may use; null: the embedded model's alone. */
  readonly serving: NeuralModel | null;
  /** The model that takes its place when every passage has a vector of it. */
  readonly next: NeuralModel | null;
  /** Passages that have a vector of `next`, or else of `serving`. */
  readonly done: number;
  /** All passages. */
  readonly total: number;
}

export interface LackingPassage {
  readonly n: number;
  readonly text: string;
}

export interface NeuralVector {
  readonly n: number;
  readonly vector: Float32Array;
}

export interface NeuralStore {
  neuralState(): Promise<NeuralState>;
  /** Says whose vectors shall be made. What serves goes on until they are all there; what is there is kept. */
  chooseNeural(model: NeuralModel): Promise<NeuralState>;
  /** Up to `most` passages after number `after` without a vector of the model that is made, or else serves, in order. */
  lackingNeural(after: number, most: number): Promise<LackingPassage[]>;
  /**
   * Stores vectors of length 1 (or 0), in one transaction; when none is missing any more, the model serves by the same.
   * Vectors of a model that is no longer wanted, and of passages that are gone, are left out.
   *
   * @throws RangeError when a vector has another dimension than the model, or a value that is not finite.
   */
  storeNeural(model: string, vectors: readonly NeuralVector[]): Promise<NeuralState>;
}

/** A question with its vector of a neural model. Where that model does not serve, the vector is not looked at. */
export interface EmbeddedQuery extends RetrievalQuery {
  readonly embedded?: { readonly model: string; readonly vector: Float32Array };
}
