/**
 * The inner loop of exact search, in WebAssembly: eight products at a time, which JavaScript has no words for. It is
 * some ten times as fast as a loop over typed arrays. Written out as instructions, since it is one short function.
 */

/** Vectors in a block, one dimension after the other: long enough runs to be read ahead. With 1,024 dimensions 2 MB. */
export const BLOCK = 1024;
/** Bytes of one dimension in a block. */
const DIMENSION_BYTES = BLOCK * 2;
/** Dimensions that are added up together, so that sums are read and written less often. */
const AT_ONCE = 4;
/** Bytes of the eight values that one instruction takes. */
const EIGHT = 16;
/** Bytes of a page of WebAssembly's memory, and how many of them can be had: 4 GB. */
const PAGE = 65_536;
const MOST_PAGES = 65_536;
const GROWTH = 1.25;

export interface DotMemory {
  /** All of the memory; another array after `grow`. */
  readonly values: Int16Array;
  /** Where block `number` begins in `values`. */
  startOf(number: number): number;
  /** The bytes of the first so many blocks, which there must be room for; another array after `grow`. */
  bytesOf(blocks: number): Uint8Array;
  /** Makes room for so many blocks. @throws RangeError when there is no more memory. */
  grow(blocks: number): void;
  /**
   * Products of a question with all vectors of a block; they stand in the array until the next call.
   *
   * @param question set by `ask`.
   */
  multiply(block: number): Int32Array;
  /** Sets the question: dimensions, in ascending order, and a whole number of 16 bits for each; at least one. */
  ask(positions: Int32Array, values: Int16Array): void;
}

/** Memory for vectors of a length, which must be a multiple of nothing in particular, and at most 8,192. */
export function createDotMemory(dimensions: number): DotMemory {
  const blockBytes = dimensions * DIMENSION_BYTES;
  // The question's places and values stand before the blocks, and so do the sums.
  const room = Math.ceil(dimensions / AT_ONCE) * AT_ONCE;
  const questionAt = room * 4;
  const sumsAt = Math.ceil((questionAt + room * 2) / EIGHT) * EIGHT;
  const blocksAt = Math.ceil((sumsAt + BLOCK * 4) / PAGE) * PAGE;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(blocksAt / PAGE), maximum: MOST_PAGES });
  const { multiply } = new WebAssembly.Instance(kernel(), { env: { memory } }).exports as {
    multiply(block: number, places: number, question: number, count: number, sums: number): void;
  };
  let values = new Int16Array(memory.buffer);
  let sums = new Int32Array(memory.buffer, sumsAt, BLOCK);
  let asked = 0;
  return {
    get values() {
      return values;
    },
    startOf: (number) => (blocksAt + number * blockBytes) / 2,
    bytesOf: (blocks) => new Uint8Array(memory.buffer, blocksAt, blocks * blockBytes),
    grow(blocks) {
      const pages = memory.buffer.byteLength / PAGE;
      const wanted = Math.ceil((blocksAt + blocks * blockBytes) / PAGE);
      if (wanted <= pages) return;
      // Some more than is asked for, since it takes a millisecond; what is not written to takes no memory.
      memory.grow(Math.max(wanted, Math.min(Math.ceil(wanted * GROWTH), MOST_PAGES)) - pages);
      values = new Int16Array(memory.buffer);
      sums = new Int32Array(memory.buffer, sumsAt, BLOCK);
    },
    ask(positions, given) {
      new Int32Array(memory.buffer, 0, room).fill(0).set(positions.map((i) => i * DIMENSION_BYTES));
      new Int16Array(memory.buffer, questionAt, room).fill(0).set(given);
      asked = positions.length;
    },
    multiply(block) {
      sums.fill(0);
      multiply(blocksAt + block * blockBytes, 0, questionAt, asked, sumsAt);
      return sums;
    },
  };
}

let compiled: WebAssembly.Module | null = null;

function kernel(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(Uint8Array.from(moduleBytes()));
  return compiled;
}

/** Types, the import of memory, one function, its export and its code, as the binary format has them. */
function moduleBytes(): number[] {
  const name = (text: string): number[] => sized([...Buffer.from(text)]);
  const section = (id: number, entry: readonly number[]): number[] => [id, ...sized([1, ...entry])];
  return [
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [0x60, 5, ...Array<number>(5).fill(I32), 0]),
    ...section(2, [...name('env'), ...name('memory'), 0x02, 0x01, ...unsigned(1), ...unsigned(MOST_PAGES)]),
    ...section(3, [0]),
    ...section(7, [...name('multiply'), 0x00, 0]),
    ...section(10, sized([...[2, 3 + AT_ONCE, I32, AT_ONCE + 3, V128], ...body(), END])),
  ];
}

const I32 = 0x7f;
const V128 = 0x7b;
const END = 0x0b;
/** Parameters and variables by their numbers. */
const [BLOCK_AT, PLACES, QUESTION, COUNT, SUMS, I, LAST, AT] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const [FIRST_FROM, FIRST_ASKED, LOW, HIGH, VALUES] = [8, 12, 16, 17, 18] as const;

/** For four dimensions after the other: for eight vectors after the other, their products are added to eight sums. */
function body(): number[] {
  const each = Array.from({ length: AT_ONCE }, (_, k) => k);
  const start = each.flatMap((k) => [
    ...[...get(PLACES), ...get(I), ...constant(4), MUL, ADD, LOAD, 2, k * 4, ...get(BLOCK_AT), ADD],
    ...set(FIRST_FROM + k),
    // load16_splat: one value eight times.
    ...[
      ...get(QUESTION),
      ...get(I),
      ...constant(2),
      MUL,
      ADD,
      ...simd(0x08, 1, k * 2),
      ...set(FIRST_ASKED + k),
    ],
  ]);
  const add = each.flatMap((k) => [
    ...[...get(FIRST_FROM + k), ...simd(0x00, 4, 0), ...set(VALUES)],
    // extmul_low and extmul_high: the lower and the upper four of eight products, in 32 bits; then i32x4.add.
    ...[...get(LOW), ...get(VALUES), ...get(FIRST_ASKED + k), ...simd(0xbc), ...simd(0xae), ...set(LOW)],
    ...[...get(HIGH), ...get(VALUES), ...get(FIRST_ASKED + k), ...simd(0xbd), ...simd(0xae), ...set(HIGH)],
    ...[...get(FIRST_FROM + k), ...constant(EIGHT), ADD, ...set(FIRST_FROM + k)],
  ]);
  const overVectors = loop([
    ...[...get(AT), ...simd(0x00, 4, 0), ...set(LOW), ...get(AT), ...simd(0x00, 4, EIGHT), ...set(HIGH)],
    ...add,
    ...[...get(AT), ...get(LOW), ...simd(0x0b, 4, 0), ...get(AT), ...get(HIGH), ...simd(0x0b, 4, EIGHT)],
    ...[...get(AT), ...constant(2 * EIGHT), ADD, TEE, AT, ...get(LAST), LESS],
  ]);
  return [
    ...[...get(SUMS), ...constant(BLOCK * 4), ADD, ...set(LAST)],
    ...loop([
      ...start,
      ...[...get(SUMS), ...set(AT)],
      ...overVectors,
      ...[...get(I), ...constant(AT_ONCE), ADD, TEE, I, ...get(COUNT), LESS],
    ]),
  ];
}

const LOAD = 0x28;
const TEE = 0x22;
const ADD = 0x6a;
const MUL = 0x6c;
/** Unsigned. */
const LESS = 0x49;

/** Runs its body again as long as that leaves something other than 0. */
const loop = (inside: readonly number[]): number[] => [0x03, 0x40, ...inside, 0x0d, 0, END];
const get = (variable: number): number[] => [0x20, variable];
const set = (variable: number): number[] => [0x21, variable];
const constant = (value: number): number[] => [0x41, ...signed(value)];
/** An instruction on vectors; those on memory have an alignment (a power of 2) and an offset. */
const simd = (code: number, ...memory: readonly number[]): number[] => [
  0xfd,
  ...unsigned(code),
  ...memory.flatMap(unsigned),
];
const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];

/** Whole numbers in LEB128. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

/** Of a number that is not negative: its sign is one bit more. */
function signed(value: number): number[] {
  return value < 64 ? [value] : [(value & 127) | 128, ...signed(value >>> 7)];
}
