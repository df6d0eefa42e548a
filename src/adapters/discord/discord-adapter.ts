/** Discord as a platform: messages, commands and buttons in; answers, threads and direct messages out. */
import type { ChatAdapter } from '../../core/chat.ts';
import { OperatorError } from '../../core/errors.ts';
import { createAcknowledging } from './acknowledging.ts';
import { createAdminCheck } from './admin-check.ts';
import { connectShards, type Shards } from './connect-shards.ts';
import type { DiscordAdapterDeps } from './discord-options.ts';
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
import { type SteadyRest, steadyRest } from './steady-rest.ts';
import { createUnderWay } from './under-way.ts';

/** Milliseconds that replies under way have for ending when the adapter is stopped. */
const STOP_DEADLINE = 20_000;

/** What there is between `start` and `stop`. */
interface Running {
  readonly shards: Shards;
  readonly replying: ReplyDeps;
  readonly isAdmin: NonNullable<ChatAdapter['isAdmin']>;
  readonly post: NonNullable<ChatAdapter['post']>;
  readonly publishing: Publishing;
}

export type DiscordAdapter = ChatAdapter &
  Required<Pick<ChatAdapter, 'isAdmin' | 'post' | 'publish' | 'revise'>>;

export function createDiscordAdapter(deps: DiscordAdapterDeps): DiscordAdapter {
  const { log } = deps;
  const now = deps.now ?? (() => Date.now());
  const underWay = createUnderWay();
  const steady: SteadyRest[] = [];
  let running: Running | null = null;
  let stopped: Promise<void> | null = null;

  async function stop(): Promise<void> {
    running?.shards.deafen();
    await underWay.end(STOP_DEADLINE);
    await running?.shards.close();
    letGo();
  }

  const letGo = (): void => {
    for (const rest of steady.splice(0)) rest.close();
  };

  const mustRun = (): Running => {
    if (running === null) throw new Error('the Discord adapter is not running');
    return running;
  };

  return {
    platform: 'discord',
    async start(desk) {
      const refused = createRefusedPlaces(now);
      const shards = await connectShards(deps, (client) => {
        const rest = steadyRest(client);
        steady.push(rest);
        const channels = createRestChannels({ rest, refused, now });
        const interactions = createRestInteractions(rest, now);
        // What arrives while the connection is made waits for the rest.
        const acknowledging = createAcknowledging(interactions, log);
        return { ...deps, desk, channels, interactions, acknowledging, refused, now, underWay };
      }).catch((error: unknown) => {
        letGo();
        throw error;
      });
      const { botId, channels, interactions } = shards;
      running = {
        shards,
        replying: { channels, interactions, desk, botId, log, now },
        isAdmin: createAdminCheck((id) => shards.guild(id), now),
        post: createPostNotice({ channels, botId, log }),
        publishing: createPublishing({ channels, botId }),
      };
      const { rest, applicationId } = shards;
      try {
        const changed = await registerCommands({ rest, applicationId, access: deps, now });
        log.info({ changed }, 'the commands are registered');
      } catch (error) {
        if (error instanceof OperatorError) {
          shards.deafen();
          running = null;
          letGo();
          await shards.close();
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
    connected: () => running?.shards.stand() ?? false,
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}
