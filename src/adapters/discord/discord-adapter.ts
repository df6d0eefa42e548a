/** Discord as a platform: messages, commands and buttons in; answers, threads and direct messages out. */
import type { ChatAdapter } from '../../core/chat.ts';
import { OperatorError } from '../../core/errors.ts';
import { createAcknowledging } from './acknowledging.ts';
import { createAdminCheck } from './admin-check.ts';
import { apiBase } from './api-url.ts';
import { type Connection, createConnection } from './connection.ts';
import { createClient } from './create-client.ts';
import type { DiscordAdapterDeps } from './discord-options.ts';
import { type Listening, listen } from './listen.ts';
import { readOrigin } from './origin.ts';
import { createPostNotice } from './post-notice.ts';
import { createPublishing, type Publishing } from './publish-news.ts';
import { createRefusedPlaces } from './refused-places.ts';
import { registerCommands } from './register-commands.ts';
import type { ReplyDeps } from './reply-deps.ts';
import { replyToInteraction } from './reply-to-interaction.ts';
import { replyToMessage } from './reply-to-message.ts';
import { createRestChannels } from './rest-channels.ts';
import { createRestInteractions } from './rest-interactions.ts';
import { createUnderWay } from './under-way.ts';

/** Milliseconds within which the first connection must stand. */
const CONNECT_TIMEOUT = 30_000;
/** Milliseconds that replies under way have for ending when the adapter is stopped. */
const STOP_DEADLINE = 20_000;

/** What there is between `start` and `stop`. */
interface Running {
  readonly connection: Connection;
  readonly replying: ReplyDeps;
  readonly isAdmin: NonNullable<ChatAdapter['isAdmin']>;
  readonly post: NonNullable<ChatAdapter['post']>;
  readonly publishing: Publishing;
  readonly listening: Listening;
}

export type DiscordAdapter = ChatAdapter &
  Required<Pick<ChatAdapter, 'isAdmin' | 'post' | 'publish' | 'revise'>>;

export function createDiscordAdapter(deps: DiscordAdapterDeps): DiscordAdapter {
  const { token, log } = deps;
  const now = deps.now ?? (() => Date.now());
  const underWay = createUnderWay();
  let running: Running | null = null;
  let stopped: Promise<void> | null = null;

  async function stop(): Promise<void> {
    running?.listening.stop();
    await underWay.end(STOP_DEADLINE);
    await running?.connection.close();
  }

  const mustRun = (): Running => {
    if (running === null) throw new Error('the Discord adapter is not running');
    return running;
  };

  return {
    platform: 'discord',
    async start(desk) {
      const gateway = await createClient(deps);
      const { client } = gateway;
      const connection = createConnection(gateway, {
        token,
        apiUrl: apiBase(deps.apiUrl),
        timeout: deps.connectTimeout ?? CONNECT_TIMEOUT,
        log,
        now,
        onFatal: deps.onFatal,
        onFresh: (shard, since) => listening.catchUp(shard, since),
      });
      const refused = createRefusedPlaces(now);
      const channels = createRestChannels({ rest: client.rest, refused, now });
      const interactions = createRestInteractions(client.rest, now);
      // What arrives while the connection is made waits for the rest.
      const acknowledging = createAcknowledging(interactions, log);
      const receiving = { ...deps, desk, channels, interactions, acknowledging, refused, now, underWay };
      const listening = listen(client, receiving);
      try {
        await connection.open();
      } catch (error) {
        listening.stop();
        throw error;
      }
      const botId = client.user?.id ?? '';
      running = {
        connection,
        replying: { channels, interactions, desk, botId, log, now },
        isAdmin: createAdminCheck(client, now),
        post: createPostNotice({ channels, botId, log }),
        publishing: createPublishing({ channels, botId }),
        listening,
      };
      const applicationId = client.application?.id ?? botId;
      try {
        const changed = await registerCommands({ rest: client.rest, applicationId, access: deps, now });
        log.info({ changed }, 'the commands are registered');
      } catch (error) {
        if (error instanceof OperatorError) {
          listening.stop();
          running = null;
          await connection.close();
          throw error;
        }
        log.error({ error: String(error) }, 'the commands could not be registered: those from before stay');
      }
    },
    reply(to, events) {
      const { replying } = mustRun();
      const origin = readOrigin(to);
      return underWay.track(
        origin.kind === 'message'
          ? replyToMessage(to, origin, events, replying)
          : replyToInteraction(to, origin, events, replying).then(() => undefined),
      );
    },
    async post(to, text, key) {
      await underWay.track(mustRun().post(to, text, key));
    },
    publish: async (to, post) => underWay.track(mustRun().publishing.publish(to, post)),
    revise: async (to, ref, post) => underWay.track(mustRun().publishing.revise(to, ref, post)),
    commandName: (_, localName) => `${deps.commandPrefix}${localName}`,
    isAdmin: (message) => mustRun().isAdmin(message),
    connected: () => running?.connection.stands() ?? false,
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}
