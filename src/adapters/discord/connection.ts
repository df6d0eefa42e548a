/** The connection to Discord's gateway: made within a time, watched for its final end, and taken down for good. */
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
  /** A shard began anew: what was said since, milliseconds since 1970, was told to nobody. */
  readonly onFresh: (shard: number, since: number) => void;
}

export interface Connection {
  /** Resolves when all shards are ready. @throws OperatorError in time, with nothing left open. */
  open(): Promise<void>;
  /** True while every shard has its session. */
  stands(): boolean;
  close(): Promise<void>;
}

export function createConnection(gateway: GatewayClient, options: ConnectionOptions): Connection {
  const { client } = gateway;
  const { token, apiUrl, timeout, log, now, onFatal, onFresh } = options;
  /** By shard, since when it is gone. */
  const goneSince = new Map<number, number>();
  let opened = false;
  let gaveUp = false;

  client.on('shardReady', (id) => {
    const since = goneSince.get(id);
    goneSince.delete(id);
    if (opened && since !== undefined) onFresh(id, since);
  });
  client.on('shardResume', (id, replayed) => {
    goneSince.delete(id);
    log.info({ shard: id, replayed }, 'the connection to Discord was resumed');
  });
  client.on('shardReconnecting', (id) => {
    if (!goneSince.has(id)) goneSince.set(id, now());
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
    if (gaveUp) return;
    await client.login(token);
    await ready;
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
        gaveUp = true;
        // What is said matters more than a tidy end.
        await gateway.destroy().catch(() => undefined);
        throw connectTrouble(error, apiUrl);
      } finally {
        clearTimeout(timer);
      }
    },
    stands: () => opened && goneSince.size === 0,
    close: () => gateway.destroy(),
  };
}
