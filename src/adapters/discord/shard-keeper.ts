/** Shares the shards among the processes that are running: each has its part, and takes over what another leaves. */
import { setTimeout as sleep } from 'node:timers/promises';
import { errorMessage } from '../../core/errors.ts';
import type { IdentifyThrottle } from './create-client.ts';
import type { DiscordLog, ShardLeases } from './discord-options.ts';
import type { ShardUnit } from './shard-unit.ts';

export interface KeeperDeps {
  readonly leases: ShardLeases;
  /** How many there are, as this process would have it: what is in force already wins. */
  readonly count: number;
  /** A client for one shard, not connected yet. @param longer milliseconds that connecting may take beyond the usual. */
  readonly create: (
    shards: { readonly ids: readonly number[]; readonly count: number },
    throttle: IdentifyThrottle,
    longer: number,
  ) => Promise<ShardUnit>;
  readonly log: DiscordLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface OwnShard {
  readonly unit: Promise<ShardUnit>;
  open: ShardUnit | null;
  /** Why it could not be connected; null while that is not known. */
  failed: { readonly error: unknown } | null;
}

export interface ShardKeeper {
  /** Resolves when what falls to this process is connected; that may be nothing. @throws OperatorError */
  start(): Promise<void>;
  units(): readonly ShardUnit[];
  /** Gives everything back. Never rejects. */
  stop(): Promise<void>;
}

/** Milliseconds that a right lasts: after a kill, others take over within that and a round. */
const LEASE = 30_000;
/** Rounds in the life of a lease: some may fail. */
const ROUNDS = 6;
/** Milliseconds in which Discord lets `max_concurrency` sessions begin, with half a second for clocks that differ. */
const IDENTIFY_WINDOW = 5_500;
const IDENTIFY_PAUSE = 250;
/** Milliseconds of messages that are looked for when a shard changes hands; what was answered is known. */
const LOOK_BACK = 90_000;

const PROCESS = 'discord:process:';
const COUNT = 'discord:count';
const shardName = (shard: number): string => `discord:shard:${shard}`;

export function createShardKeeper({ leases, create, log, now, ...deps }: KeeperDeps): ShardKeeper {
  const { owner, leaseMs = LEASE, identifyMs = IDENTIFY_WINDOW } = leases;
  const own = new Map<number, OwnShard>();
  const stopping = new AbortController();
  let { count } = deps;
  let asked = 0;
  let loop: Promise<void> = Promise.resolve();

  const throttle: IdentifyThrottle = async (shard, atOnce, signal) => {
    asked += 1;
    const name = `discord:identify:${shard % atOnce}`;
    const session = `${owner}:${asked}`;
    // Not given back: it runs out when the next may begin.
    const mayBegin = () => leases.hold(name, session, identifyMs);
    try {
      while (!(await mayBegin())) await sleep(IDENTIFY_PAUSE, undefined, { signal });
    } catch (error) {
      if (signal.aborted) throw error;
      // Without the database nobody else is known to: one window is always enough for one.
      await sleep(identifyMs, undefined, { signal });
    }
  };

  async function begin(shard: number): Promise<ShardUnit> {
    const unit = await create({ ids: [shard], count }, throttle, count * identifyMs);
    await unit.connection.open();
    // What was said while nobody listened; the bot knows what was answered.
    unit.listening.catchUp(shard, now() - LOOK_BACK);
    return unit;
  }

  function take(shard: number): void {
    const kept: OwnShard = { unit: begin(shard), open: null, failed: null };
    own.set(shard, kept);
    log.info({ shard, count }, 'this process is connected for a shard of Discord');
    kept.unit.then(
      (unit) => {
        kept.open = unit;
      },
      (error: unknown) => {
        kept.failed = { error };
      },
    );
  }

  async function give(shard: number): Promise<void> {
    const kept = own.get(shard);
    own.delete(shard);
    const unit = await kept?.unit.catch(() => null);
    await unit?.close().catch(() => undefined);
    await leases.drop(shardName(shard), owner).catch(() => undefined);
  }

  /** The first process says how many shards there are; those that come later do as it does. */
  async function agree(): Promise<void> {
    if (await leases.hold(COUNT, String(count), leaseMs)) return;
    const [inForce] = await leases.held(COUNT);
    const other = Number(inForce?.owner);
    if (!Number.isInteger(other) || other < 1) return;
    log.warn({ count, inForce: other }, 'other processes have another number of shards: theirs is used');
    count = other;
  }

  async function renew(): Promise<void> {
    await leases.hold(`${PROCESS}${owner}`, owner, leaseMs);
    await leases.hold(COUNT, String(count), leaseMs);
    for (const shard of [...own.keys()]) {
      if (await leases.hold(shardName(shard), owner, leaseMs)) continue;
      log.warn({ shard }, 'another process has taken over a shard of Discord');
      const kept = own.get(shard);
      own.delete(shard);
      void kept?.unit.then((unit) => unit.close()).catch(() => undefined);
    }
  }

  /** Takes what is free up to its part, and gives back what is above. */
  async function share(): Promise<void> {
    const processes = (await leases.held(PROCESS)).length;
    const part = Math.ceil(count / Math.max(1, processes));
    for (const shard of [...own.keys()].sort((a, b) => b - a)) {
      if (own.size <= part) break;
      log.info({ shard, processes }, 'a shard of Discord is left to another process');
      await give(shard);
    }
    for (let shard = 0; shard < count && own.size < part && !stopping.signal.aborted; shard++)
      if (!own.has(shard) && (await leases.hold(shardName(shard), owner, leaseMs))) take(shard);
  }

  /** What could not be connected is left to whoever can. */
  async function leaveFailed(): Promise<void> {
    for (const [shard, { failed }] of own) {
      if (failed === null) continue;
      log.error({ shard, error: errorMessage(failed.error) }, 'a shard of Discord could not be connected');
      await give(shard);
    }
  }

  async function run(): Promise<void> {
    const { signal } = stopping;
    while (!signal.aborted) {
      await sleep(leaseMs / ROUNDS, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await renew();
        await leaveFailed();
        await share();
      } catch (error) {
        // Connections stay: should another process take a shard meanwhile, each message is still answered once.
        log.warn({ error: errorMessage(error) }, 'the shards of Discord could not be shared: tried again');
      }
    }
  }

  return {
    async start() {
      await agree();
      await renew();
      await share();
      if (own.size === 0) log.info({ count }, 'other processes have all shards of Discord: standing by');
      loop = run();
      await Promise.all([...own.values()].map(({ unit }) => unit));
    },
    units: () => [...own.values()].flatMap(({ open }) => open ?? []),
    async stop() {
      stopping.abort();
      await loop;
      await Promise.all([...own.keys()].map(give));
      await leases.drop(`${PROCESS}${owner}`, owner).catch(() => undefined);
    },
  };
}
