/** Connects this process for its shards: for all of them, or for its part where several processes share them. */
import type { Client, Guild } from 'discord.js';
import { apiBase } from './api-url.ts';
import { createClient } from './create-client.ts';
import type { DiscordAdapterDeps, ShardLeases } from './discord-options.ts';
import { connectTrouble } from './gateway-trouble.ts';
import type { ListenDeps } from './listen.ts';
import { persist } from './persist.ts';
import { createShardKeeper } from './shard-keeper.ts';
import { createShardUnit, type ShardUnit } from './shard-unit.ts';

export interface Shards extends Pick<ListenDeps, 'interactions'> {
  readonly rest: Client['rest'];
  readonly channels: ListenDeps['channels'];
  readonly botId: string;
  readonly applicationId: string;
  /** A server that this process is connected for. */
  guild(id: string): Guild | undefined;
  /** True while every connection of this process stands. */
  stand(): boolean;
  /** Hears nothing more; the connections stay. */
  deafen(): void;
  close(): Promise<void>;
}

/** What listens, made once with the calls that all shards make. */
type MakeListening = (rest: Client['rest']) => ListenDeps;

/** @throws OperatorError when Discord refuses, or cannot be reached in time. */
export async function connectShards(deps: DiscordAdapterDeps, make: MakeListening): Promise<Shards> {
  const { leases, shards } = deps;
  // Where the operator says which shards are whose, nobody else takes them.
  return leases == null || typeof shards === 'object'
    ? connectAll(deps, make)
    : connectPart(deps, leases, make);
}

async function connectAll(deps: DiscordAdapterDeps, make: MakeListening): Promise<Shards> {
  let made: ListenDeps | undefined;
  const unit = await createShardUnit(deps, { shards: deps.shards }, ({ rest }) => {
    made = make(rest);
    return made;
  });
  try {
    await unit.connection.open();
  } catch (error) {
    unit.listening.stop();
    throw error;
  }
  const { client } = unit;
  const botId = client.user?.id ?? '';
  return {
    ...over(() => [unit]),
    ...talkOf(made ?? make(client.rest)),
    rest: client.rest,
    botId,
    applicationId: client.application?.id ?? botId,
    close: () => unit.connection.close(),
  };
}

/** Calls go through a client of their own, which is never connected: a process may have no shard and still post. */
async function connectPart(
  deps: DiscordAdapterDeps,
  leases: ShardLeases,
  make: MakeListening,
): Promise<Shards> {
  const now = deps.now ?? Date.now;
  const caller = await createClient(deps);
  const { rest } = caller.client;
  rest.setToken(deps.token);
  const listening = make(rest);
  try {
    const [bot, application] = await Promise.all(
      (['/users/@me', '/applications/@me'] as const).map(
        (path) => persist(() => rest.get(path), { now }) as Promise<{ readonly id: string }>,
      ),
    );
    const botId = bot?.id ?? '';
    const count = deps.shards === 'auto' ? await recommended(rest, now) : Number(deps.shards);
    const keeper = createShardKeeper({
      leases,
      count,
      create: (shards, throttle, longer) =>
        createShardUnit(deps, { shards, throttle, longer }, () => listening),
      log: deps.log,
      now,
    });
    try {
      await keeper.start();
    } catch (error) {
      await keeper.stop();
      throw error;
    }
    return {
      ...over(() => keeper.units()),
      ...talkOf(listening),
      rest,
      botId,
      applicationId: application?.id ?? botId,
      async close() {
        await keeper.stop();
        await caller.destroy();
      },
    };
  } catch (error) {
    await caller.destroy().catch(() => undefined);
    throw connectTrouble(error, apiBase(deps.apiUrl));
  }
}

async function recommended(rest: Client['rest'], now: () => number): Promise<number> {
  const gateway = (await persist(() => rest.get('/gateway/bot'), { now })) as { readonly shards?: number };
  return Math.max(1, gateway.shards ?? 1);
}

function over(units: () => readonly ShardUnit[]): Pick<Shards, 'guild' | 'stand' | 'deafen'> {
  return {
    guild(id) {
      for (const { client } of units()) {
        const guild = client.guilds.cache.get(id);
        if (guild !== undefined) return guild;
      }
      return undefined;
    },
    stand: () => units().every(({ connection }) => connection.stands()),
    deafen() {
      for (const { listening } of units()) listening.stop();
    },
  };
}

function talkOf({ channels, interactions }: ListenDeps): Pick<Shards, 'channels' | 'interactions'> {
  return { channels, interactions };
}
