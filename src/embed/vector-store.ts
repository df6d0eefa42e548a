/** What making vectors asks of the index. */

export interface StoredModel {
  readonly id: string;
  readonly dimensions: number;
  /** JSON of an EmbeddingSpec. */
  readonly spec: string;
}

export interface StoreState {
  /** The model whose vectors searches may use. */
  readonly serving: StoredModel | null;
  /** The one whose vectors are being made to take its place. */
  readonly next: StoredModel | null;
  /** Passages that have a vector of `next`, or else of `serving`. */
  readonly done: number;
  /** All passages. */
  readonly total: number;
}

export interface VectorStore {
  neuralState(): Promise<StoreState>;
  chooseNeural(model: StoredModel): Promise<StoreState>;
  /** Passages without a vector, by number; empty when there is none after that number. */
  lackingNeural(after: number, most: number): Promise<{ readonly n: number; readonly text: string }[]>;
  storeNeural(
    model: string,
    vectors: readonly { readonly n: number; readonly vector: Float32Array }[],
  ): Promise<StoreState>;
}
