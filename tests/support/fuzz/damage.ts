/** Damaged inputs: sound ones that are cut, repeated and mixed with what means something, and now and then plain noise. */
import fc from 'fast-check';
import { type FuzzTarget, HOSTILE } from './fuzz-target.ts';

/** Bytes of a damaged input at most: quick parsers are asked often rather than at length. */
const LONGEST = 60_000;

/** @param more examples beside the target's own. */
export function damaged(
  target: Pick<FuzzTarget, 'seeds' | 'pieces' | 'shape'>,
  more: readonly Uint8Array[] = [],
): fc.Arbitrary<Uint8Array> {
  const seeds = [...target.seeds.map(bytesOf), ...more];
  const pieces = [...target.pieces, ...HOSTILE];
  const shaped = target.shape === 'json' ? exchanged(seeds, pieces) : cut(seeds, pieces);
  return fc.oneof(
    { weight: 12, arbitrary: shaped },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }).map(bytesOf) },
    {
      weight: 2,
      arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((all) => bytesOf(all.join(''))),
    },
  );
}

function bytesOf(seed: string | Uint8Array): Uint8Array {
  return typeof seed === 'string' ? new TextEncoder().encode(seed) : seed;
}

function cut(seeds: readonly Uint8Array[], pieces: readonly string[]): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    drop: fc.oneof(fc.nat(8), fc.nat(400)),
    put: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...pieces).map(bytesOf) },
      { weight: 2, arbitrary: fc.uint8Array({ maxLength: 6 }) },
      { weight: 1, arbitrary: fc.constant(new Uint8Array()) },
    ),
    times: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat(300) }),
  });
  return fc.tuple(fc.constantFrom(...seeds), fc.array(edit, { maxLength: 8 })).map(([seed, edits]) =>
    edits
      .reduce((bytes, { at, drop, put, times }) => {
        const start = Math.floor(at * bytes.length);
        const inserted = Buffer.concat(Array<Uint8Array>(times).fill(put)).subarray(0, LONGEST);
        return Buffer.concat([bytes.subarray(0, start), inserted, bytes.subarray(start + drop)]);
      }, Buffer.from(seed))
      .subarray(0, Math.max(LONGEST, seed.length)),
  );
}

/** JSON of which some parts are others: of another kind, from another place, or named otherwise. */
function exchanged(seeds: readonly Uint8Array[], pieces: readonly string[]): fc.Arbitrary<Uint8Array> {
  const part = fc.oneof(
    fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e21, '', [], {}, [[]], { __proto__: null }),
    fc.constantFrom(...pieces),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const edit = fc.record({ where: fc.nat(), part, name: fc.option(fc.constantFrom(...pieces), { freq: 6 }) });
  const values = seeds.map((seed) => JSON.parse(new TextDecoder().decode(seed)) as unknown);
  return fc
    .tuple(fc.constantFrom(...values), fc.array(edit, { maxLength: 4 }))
    .map(([value, edits]) =>
      bytesOf(JSON.stringify(edits.reduce(exchangeOne, structuredClone(value))) ?? 'null'),
    );
}

function exchangeOne(
  value: unknown,
  { where, part, name }: { where: number; part: unknown; name: string | null },
): unknown {
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const walk = (holder: unknown) => {
    if (typeof holder !== 'object' || holder === null || places.length > 2_000) return;
    for (const key of Object.keys(holder)) {
      places.push({ holder: holder as Record<string, unknown>, key });
      walk((holder as Record<string, unknown>)[key]);
    }
  };
  walk(value);
  const place = places[where % Math.max(1, places.length + 1)];
  if (place === undefined) return structuredClone(part);
  const { holder, key } = place;
  if (name === null || Array.isArray(holder)) holder[key] = structuredClone(part);
  else
    Object.defineProperty(holder, name, {
      value: holder[key],
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return value;
}
