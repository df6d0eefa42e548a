/** What is measured: something that takes vectors and finds the nearest. */

export interface Contender {
  /** Takes vectors of length 1; the first has the number `first`, the others follow. */
  add(first: number, vectors: readonly Float32Array[]): void | Promise<void>;
  /** Does what is left to be done before searching, such as building. */
  finish?(): void | Promise<void>;
  /** Widths of search from narrow to wide, where one can be chosen: more recall for more time. Asked after `finish`. */
  readonly widths?: readonly number[] | undefined;
  /** Numbers of the nearest, best first. */
  search(query: Float32Array, k: number, width: number): readonly number[] | Promise<readonly number[]>;
}

/** A folder that the contender may write to is given; it is deleted afterwards. */
export type OpenContender = (folder: string) => Contender | Promise<Contender>;
