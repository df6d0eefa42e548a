/** Ids as Discord makes them: milliseconds since 2015 in the upper bits, ever rising. */

/** Milliseconds from 1970 to Discord's own epoch, the first second of 2015. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;
/** The lower bits of a snowflake: worker, process and counter. */
const LOWER_BITS = 22n;

/** A maker of ids that never repeat and that sort by time; `now` gives milliseconds since 1970. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const candidate = BigInt(Math.max(0, Math.floor(now()) - DISCORD_EPOCH_MS)) << LOWER_BITS;
    last = candidate > last ? candidate : last + 1n;
    return String(last);
  };
}

/** Which of `shards` a guild's events go to; events without a guild go to the first. */
export function shardOf(guildId: string | undefined, shards: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> LOWER_BITS) % BigInt(shards));
}
