/** Discord's ids tell when they were made («Snowflakes»). */

/** First second of 2015, in milliseconds since 1970. */
const EPOCH = 1_420_070_400_000;

/** Milliseconds since 1970. */
export function timeOfId(id: string): number {
  return Number(BigInt(id) >> 22n) + EPOCH;
}

/** The smallest id of a moment. */
export function idAt(time: number): string {
  return String(BigInt(Math.max(0, Math.floor(time) - EPOCH)) << 22n);
}
