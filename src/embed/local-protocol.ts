/** What the main thread and the thread of a local model say to each other. */
import type { Pooling } from './embedding-spec.ts';

export interface LocalModel {
  /** A name on the hub, or the absolute path of a folder. */
  readonly model: string;
  readonly pooling: Pooling;
  /** Where models of the hub are kept. */
  readonly cacheDir: string;
}

export interface LocalRequest {
  readonly id: number;
  readonly texts: readonly string[];
}

export type LocalResponse =
  | { readonly id: number; readonly vectors: readonly Float32Array[] }
  | { readonly id: number; readonly error: string };
