/** discord.js's client, made to remember little and to ping nobody. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, WebSocketOptions } from 'discord.js';
import { apiBase } from './api-url.ts';
import { completeEvent } from './complete-event.ts';
import type { DiscordAdapterDeps } from './discord-options.ts';
import { gatewayIntents } from './intents.ts';

/** Milliseconds for one call of the REST API; our own patience tries again. */
const CALL_TIMEOUT = 10_000;
/** Milliseconds between two sweeps of queues that nothing waits in: each interaction leaves one. */
const SWEEP_EVERY = 300_000;
/** Seconds after which an archived thread is forgotten, and between two looks. */
const THREAD_LIFE = 3_600;
/** Milliseconds to wait for servers whose data is late: they are served once it comes. */
const WAIT_FOR_GUILDS = 2_000;

/** What is connected: all that Discord recommends, so many, or these of so many. */
export type ShardChoice = DiscordAdapterDeps['shards'];

type ShardManager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

export interface GatewayClient {
  readonly client: Client;
  /** Destroys the client, and keeps its shards from connecting again, which a sleeping one would do all the same. */
  destroy(): Promise<void>;
}

/** Milliseconds that a connection which is just being made has: discord.js forgets it without closing it. */
const SETTLE = 1_000;

/**
 * Waits until a shard may begin a session.
 *
 * @param atOnce sessions that may begin within five seconds (`max_concurrency`).
 */
export type IdentifyThrottle = (shard: number, atOnce: number, signal: AbortSignal) => Promise<void>;

function throttledBy(manager: ShardManager, throttle: IdentifyThrottle) {
  return {
    async waitForIdentify(shard: number, signal: AbortSignal): Promise<void> {
      const { session_start_limit: limit } = await manager.fetchGatewayInformation();
      await throttle(shard, limit.max_concurrency, signal);
    },
  };
}

function chosenShards(shards: ShardChoice) {
  if (shards === 'auto') return { shards } as const;
  return typeof shards === 'number'
    ? { shardCount: shards }
    : { shards: [...shards.ids], shardCount: shards.count };
}

/** The gateway's version and encoding are put behind its address: what stands there already would spoil them. */
function plainAddresses(manager: ShardManager): void {
  const plain = (url: string) => url.replace(/[?#].*$/, '');
  const ask = manager.fetchGatewayInformation.bind(manager);
  manager.fetchGatewayInformation = async (force) => {
    const information = await ask(force);
    return { ...information, url: plain(information.url) };
  };
  const recall = manager.options.retrieveSessionInfo;
  manager.options.retrieveSessionInfo = async (shard) => {
    const session = await recall(shard);
    // Other servers than Discord's own may name no address for a session: the first one serves then.
    return session === null ? null : { ...session, resumeURL: plain(session.resumeURL ?? (await ask()).url) };
  };
}

/** The package is loaded here, when it is first needed: it takes tens of megabytes. */
export async function createClient({
  apiUrl,
  messageContent,
  shards,
  throttle,
}: Pick<DiscordAdapterDeps, 'apiUrl' | 'messageContent' | 'shards'> & {
  /** Resolves when a shard may begin a session; discord.js's own when left out, which knows one process. */
  readonly throttle?: IdentifyThrottle;
}): Promise<GatewayClient> {
  const { Client, Options, Partials, SimpleShardingStrategy, WebSocketShardStatus } = await import(
    'discord.js'
  );
  const managers: ShardManager[] = [];
  const client: Client = new Client({
    intents: gatewayIntents(messageContent),
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    ...chosenShards(shards),
    waitGuildTimeout: WAIT_FOR_GUILDS,
    ws: {
      buildStrategy: (manager) => {
        managers.push(manager);
        plainAddresses(manager);
        return new SimpleShardingStrategy(manager);
      },
      ...(throttle === undefined
        ? {}
        : { buildIdentifyThrottler: (manager) => throttledBy(manager, throttle) }),
    },
    rest: {
      api: apiBase(apiUrl),
      // A message must not be sent twice because an answer was lost: `persist` knows when it may try again.
      retries: 0,
      timeout: CALL_TIMEOUT,
      handlerSweepInterval: SWEEP_EVERY,
      // Its own HTTP client shares a global with other packages' versions of it (Slack's): files then never left the process.
      makeRequest: (url, { method, headers, body, signal }) =>
        fetch(url, { method, headers, body, signal } as RequestInit),
    },
    makeCache: Options.cacheWithLimits({
      AutoModerationRuleManager: 0,
      ApplicationCommandManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildForumThreadManager: 500,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client: own }) => id === own.user.id },
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      GuildTextThreadManager: 500,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: ({ id, client: own }) => id === own.user?.id },
      VoiceStateManager: 0,
    }),
    sweepers: { threads: { interval: THREAD_LIFE, lifetime: THREAD_LIFE } },
  });
  client.on('raw', (packet: unknown) => completeEvent(client, packet));
  return {
    client,
    async destroy() {
      const { promise: never } = Promise.withResolvers<null>();
      // A shard asks for its session before it connects.
      for (const manager of managers) manager.options.retrieveSessionInfo = () => never;
      const isConnecting = async (manager: ShardManager) =>
        [...(await manager.fetchStatus()).values()].includes(WebSocketShardStatus.Connecting);
      for (const manager of managers)
        for (const until = Date.now() + SETTLE; Date.now() < until && (await isConnecting(manager)); )
          await sleep(20);
      await client.destroy();
    },
  };
}
