/** The connection to Discord's gateway: made within a time, watched for its final end, and taken down for good. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { OperatorError } from '../../core/errors.ts';
import type { GatewayClient } from './create-client.ts';
import type { DiscordLog } from './discord-options.ts';
import { connectTrouble, finalClose, unreachable } from './gateway-trouble.ts';
import { persist } from './persist.ts';

export interface ConnectionOptions {
  readonly token: string;
  /** Where Discord is looked for, for what is said about it. */
  readonly apiUrl: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly log: DiscordLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The connection is over, and discord.js will not make it again. */
  readonly onFatal: (error: OperatorError) => void;
}

export interface Connection {
  /** Resolves when all shards are ready. @throws OperatorError in time, with nothing left open. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds that discord.js sleeps before it connects again; a client that is destroyed meanwhile connects all the same. */
const RECONNECT_SLEEP = 500;
/** Milliseconds that a connection which is being made again has before it is taken down. */
const SETTLE = 2_000;

export function createConnection(
  { client, endShards }: GatewayClient,
  options: ConnectionOptions,
): Connection {
  const { token, apiUrl, timeout, log, now, onFatal } = options;
  const reconnecting = new Set<number>();
  let opened = false;

  client.on('shardReady', (id) => reconnecting.delete(id));
  client.on('shardResume', (id, replayed) => {
    reconnecting.delete(id);
    log.info({ shard: id, replayed }, 'the connection to Discord was resumed');
  });
  client.on('shardReconnecting', (id) => {
    reconnecting.add(id);
    log.info({ shard: id }, 'the connection to Discord is made again');
  });
  // Without a listener, an error of a connection that is made again anyway would end the process.
  client.on('shardError', (error, shard) =>
    log.warn({ shard, error: error.message }, 'the gateway is in trouble'),
  );
  client.on('error', (error) =>
    log.error({ error: error.stack ?? error.message }, 'discord.js is in trouble'),
  );
  client.on('warn', (warning) => log.warn({ warning }, 'discord.js warns'));
  client.on('shardDisconnect', ({ code }, shard) => {
    const fatal = finalClose(code);
    if (fatal === null || !opened) return;
    log.error({ shard, code }, fatal.message);
    onFatal(fatal);
  });

  async function connect(): Promise<void> {
    client.rest.setToken(token);
    // Asked first, since discord.js tries an unreachable gateway for ever and says nothing.
    await persist(() => client.rest.get('/gateway/bot'), { now });
    const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
    await client.login(token);
    await ready;
  }

  async function close(): Promise<void> {
    const giveUpAt = Date.now() + SETTLE;
    while (reconnecting.size > 0 && Date.now() < giveUpAt) await sleep(20);
    // discord.js does not destroy a shard that sleeps before its next try: it connects all the same.
    const asleep = reconnecting.size > 0 || !opened;
    await client.destroy();
    if (!asleep) return;
    await sleep(RECONNECT_SLEEP + 100);
    await endShards();
  }

  return {
    async open() {
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(
        () => late.reject(unreachable(apiUrl, `no connection within ${timeout / 1000} s`)),
        timeout,
      );
      try {
        await Promise.race([connect(), late.promise]);
        opened = true;
      } catch (error) {
        // What is said matters more than a tidy end.
        await close().catch(() => undefined);
        throw connectTrouble(error, apiUrl);
      } finally {
        clearTimeout(timer);
      }
    },
    close,
  };
}
