/** Shards that one client of discord.js is connected for, and who listens to it. */
import type { Client } from 'discord.js';
import { apiBase } from './api-url.ts';
import { type Connection, createConnection } from './connection.ts';
import { createClient, type IdentifyThrottle, type ShardChoice } from './create-client.ts';
import type { DiscordAdapterDeps } from './discord-options.ts';
import { type ListenDeps, type Listening, listen } from './listen.ts';

/** Milliseconds within which the first connection must stand. */
const CONNECT_TIMEOUT = 30_000;

export interface ShardUnit {
  readonly client: Client;
  readonly connection: Connection;
  readonly listening: Listening;
  /** Ends both. */
  close(): Promise<void>;
}

export interface UnitOptions {
  readonly shards: ShardChoice;
  readonly throttle?: IdentifyThrottle;
  /** Milliseconds that connecting may take beyond the usual: others may be before it. */
  readonly longer?: number;
}

/** A client that is not connected yet. @param listening what it hears goes to; made with the client's own calls. */
export async function createShardUnit(
  deps: DiscordAdapterDeps,
  { longer = 0, ...options }: UnitOptions,
  listenDeps: (client: Client) => ListenDeps,
): Promise<ShardUnit> {
  const gateway = await createClient({ ...deps, ...options });
  const { client } = gateway;
  const listening = listen(client, listenDeps(client));
  const connection = createConnection(gateway, {
    token: deps.token,
    apiUrl: apiBase(deps.apiUrl),
    timeout: (deps.connectTimeout ?? CONNECT_TIMEOUT) + longer,
    log: deps.log,
    now: deps.now ?? Date.now,
    onFatal: deps.onFatal,
    onFresh: (shard, since) => listening.catchUp(shard, since),
  });
  return {
    client,
    connection,
    listening,
    async close() {
      listening.stop();
      await connection.close();
    },
  };
}
