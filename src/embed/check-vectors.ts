/** What a model gave, as vectors that may be stored. */
import { ModelFailure } from '../core/model-failure.ts';

/** Longer vectors than any known model makes: something else came back. */
const MOST_DIMENSIONS = 16_384;

/**
 * Vectors of length 1.
 *
 * @param count texts that were sent.
 * @param dimensions of the model; null when they are not known yet.
 * @throws ModelFailure of kind «server» when there are too few, or one has another dimension, a value that is no finite
 * number, or no direction: comparing with such a vector gives nonsense, and it would be stored for long.
 */
export function checkVectors(
  given: readonly unknown[],
  count: number,
  dimensions: number | null,
): Float32Array[] {
  const wrong = (what: string): ModelFailure => new ModelFailure('server', `the model gave ${what}`);
  if (given.length !== count) throw wrong(`${given.length} vectors for ${count} texts`);
  return given.map((values) => {
    if (!isNumbers(values)) throw wrong('something else than a vector');
    if (values.length === 0 || values.length > MOST_DIMENSIONS)
      throw wrong(`a vector of ${values.length} dimensions`);
    if (dimensions !== null && values.length !== dimensions)
      throw wrong(`a vector of ${values.length} dimensions instead of ${dimensions}`);
    let sum = 0;
    for (let i = 0; i < values.length; i += 1) {
      const x = values[i];
      if (typeof x !== 'number' || !Number.isFinite(x))
        throw wrong('a vector with a value that is no number');
      sum += x * x;
    }
    if (!Number.isFinite(sum) || sum === 0) throw wrong('a vector without a direction');
    const norm = Math.sqrt(sum);
    return Float32Array.from(values, (x) => x / norm);
  });
}

function isNumbers(values: unknown): values is ArrayLike<number> {
  return Array.isArray(values) || values instanceof Float32Array;
}
