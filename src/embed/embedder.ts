/** A neural model that turns texts into vectors, as the rest sees it. */

export interface Embedder {
  /** Identifies vectors that may be compared with one another; as `modelId` makes it. */
  readonly model: string;
  readonly dimensions: number;
  /**
   * Vectors of length 1, in the order of the texts. Waits and tries again while the service is busy.
   *
   * A text that the model refuses by itself, though it takes others, gets a vector of zeros, which nothing is near.
   *
   * @throws ModelFailure when the model cannot be reached or gives no proper vectors; the signal's reason when aborted.
   */
  embedPassages(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>;
  /** The vector of a question, by one call without a second try: somebody waits. Throws as `embedPassages` does. */
  embedQuery(text: string, signal: AbortSignal): Promise<Float32Array>;
  /** Ends what is under way and gives back what the model holds. */
  close(): Promise<void>;
}
