/**
 * Counts features by their hashes in a table of its own: a text has some thousand, and a `Map` takes twice as long. The
 * table is shared, since one text is counted after the other.
 */

/** Places in the table: a power of 2, of which half are used at most. */
let places = new Int32Array(2 ** 14);
let hashes = new Uint32Array(places.length / 2);
let counts = new Uint32Array(hashes.length);
let families = new Float64Array(hashes.length);
/** Where each feature stands in the table, so that it can be emptied without looking at all of it. */
let takenPlaces = new Int32Array(hashes.length);

/** Damped frequencies of few occurrences, which are most. */
const DAMPED = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(count));

export interface FeatureCounts {
  /** One occurrence. Under a hash that another family had, that one is forgotten. */
  add(hash: number, familyWeight: number): void;
  /** What was counted. Until then nothing else may be counted. */
  finish(): { readonly hashes: Uint32Array; readonly weights: Float64Array };
}

export function createFeatureCounts(): FeatureCounts {
  let size = 0;
  return {
    add(hash, familyWeight) {
      const mask = places.length - 1;
      let place = hash & mask;
      for (let entry = places[place] as number; entry !== 0; entry = places[place] as number) {
        if (hashes[entry - 1] === hash) {
          const isOther = families[entry - 1] !== familyWeight;
          counts[entry - 1] = isOther ? 1 : (counts[entry - 1] as number) + 1;
          families[entry - 1] = familyWeight;
          return;
        }
        place = (place + 1) & mask;
      }
      hashes[size] = hash;
      counts[size] = 1;
      families[size] = familyWeight;
      takenPlaces[size] = place;
      size += 1;
      places[place] = size;
      if (size === hashes.length) makeRoom(size);
    },
    finish() {
      const weights = new Float64Array(size);
      for (let i = 0; i < size; i += 1) {
        const count = counts[i] as number;
        const damped = count < DAMPED.length ? (DAMPED[count] as number) : 1 + Math.log(count);
        weights[i] = (families[i] as number) * damped;
        places[takenPlaces[i] as number] = 0;
      }
      const found = { hashes: hashes.slice(0, size), weights };
      size = 0;
      return found;
    },
  };
}

function makeRoom(size: number): void {
  const wider = <T extends Uint32Array | Float64Array | Int32Array>(old: T, made: T): T => {
    made.set(old);
    return made;
  };
  hashes = wider(hashes, new Uint32Array(size * 2));
  counts = wider(counts, new Uint32Array(size * 2));
  families = wider(families, new Float64Array(size * 2));
  takenPlaces = new Int32Array(size * 2);
  places = new Int32Array(size * 4);
  const mask = places.length - 1;
  for (let i = 0; i < size; i += 1) {
    let place = (hashes[i] as number) & mask;
    while (places[place] !== 0) place = (place + 1) & mask;
    places[place] = i + 1;
    takenPlaces[i] = place;
  }
}
