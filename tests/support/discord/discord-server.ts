/** A small Discord on this machine, gateway and REST, for the real discord.js to talk to. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CallbackTiming,
  type Command,
  type Interaction,
  idOf,
  MESSAGE_FLAGS,
  type Message,
  type Ref,
  type User,
} from './discord-model.ts';
import { createGateway } from './gateway.ts';
import type { Gateway, GatewayOptions } from './gateway-model.ts';
import { createPeopleInteractions, type PeopleInteractions } from './people-interactions.ts';
import { createPeopleMessages, type PeopleMessages } from './people-messages.ts';
import { createPopulate, type Populate } from './populate.ts';
import { createRest, type Rest } from './rest-server.ts';
import { applicationRoutes } from './routes-application.ts';
import { channelRoutes } from './routes-channels.ts';
import { commandRoutes } from './routes-commands.ts';
import { interactionRoutes } from './routes-interactions.ts';
import { messageRoutes } from './routes-messages.ts';
import { webhookRoutes } from './routes-webhooks.ts';
import { channelMessages, createWorld, type World, type WorldOptions } from './world.ts';

export interface DiscordServerOptions extends Partial<GatewayOptions> {
  /** Milliseconds since 1970; decides on deadlines, tokens and nonces. */
  now?: () => number;
  privileged?: Partial<WorldOptions['privileged']>;
  /** Stands behind the gateway's address: `/?v=10` for example. */
  gatewayPath?: string;
  /** How long an interaction waits for its first answer, in milliseconds. */
  callbackDeadlineMs?: number;
  /** How long an enforced nonce is remembered, in milliseconds. */
  nonceMs?: number;
}

export interface DiscordServer extends Populate, PeopleMessages, PeopleInteractions, Rest {
  /** The base address of REST, for `rest: {api}` of discord.js. */
  apiUrl: string;
  token: string;
  bot: User;
  applicationId: string;
  gateway: Gateway;
  world: World;
  /** Of each interaction that was answered: how long it took, in milliseconds. */
  callbacks: CallbackTiming[];
  /** What everybody sees in a channel, oldest first. */
  messages: (channel: Ref) => Message[];
  /** What only one person sees; all of it, or one channel's. */
  ephemerals: (channel?: Ref) => Message[];
  /** The registered commands, global or of one guild. */
  commands: (guild?: Ref) => Command[];
  /** The first answer to an interaction, as it is now. */
  response: (interaction: Interaction) => Message | undefined;
  /** All that an interaction's token wrote, oldest first. */
  responses: (interaction: Interaction) => Message[];
  /** Those of the responses that say something: not the sign that one will come. */
  answers: (interaction: Interaction) => Message[];
  /** Types into an option and waits for the choices. */
  autocomplete: (input: Parameters<PeopleInteractions['typeInto']>[0]) => Promise<unknown[]>;
  /** Waits until `look` gives something that is not false, null or undefined. @throws Error after `ms` */
  until: <T>(look: () => T | false | null | undefined, ms?: number) => Promise<T>;
  /** The token stops working: 401 on every call, 4004 for whoever connects again. */
  revokeToken: () => void;
  /** Forgets calls, messages and interactions, for runs that last. */
  forget: () => void;
  close: () => Promise<void>;
}

const DEFAULTS: GatewayOptions = {
  token: 'local.bot.token',
  heartbeatMs: 41_250,
  shards: 1,
  maxConcurrency: 1,
  identifyWindowMs: 0,
};

/** Starts on a free port of 127.0.0.1. */
export async function startDiscordServer(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  const privileged = { messageContent: true, members: false, presences: false, ...options.privileged };
  const world = createWorld({ now: options.now ?? Date.now, privileged });
  const gatewayOptions: GatewayOptions = { ...DEFAULTS, ...options };
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const url = () => `ws://127.0.0.1:${port}${options.gatewayPath ?? ''}`;
  const gateway = createGateway(world, http, url, gatewayOptions);
  const begun = () => gateway.handshakes.filter((each) => each.kind === 'identify').length;
  const rest = createRest(world, http, () => gatewayOptions.token, [
    ...applicationRoutes(world, url, gatewayOptions, begun),
    ...commandRoutes(world),
    ...channelRoutes(world),
    ...messageRoutes(world, options.nonceMs ?? 5 * 60_000),
    ...interactionRoutes(world, options.callbackDeadlineMs ?? 3000),
    ...webhookRoutes(world),
  ]);
  const interactions = createPeopleInteractions(world);
  const until = createUntil(world);
  const responses = (interaction: Interaction): Message[] =>
    [...world.messages.values()].filter((each) => each.interactionId === interaction.id && !each.deleted);

  return {
    ...rest,
    ...createPopulate(world),
    ...createPeopleMessages(world),
    ...interactions,
    apiUrl: `http://127.0.0.1:${port}/api`,
    token: gatewayOptions.token,
    bot: world.bot,
    applicationId: world.applicationId,
    gateway,
    world,
    callbacks: world.callbacks,
    messages: (channel) => channelMessages(world, idOf(channel)),
    ephemerals: (channel) =>
      [...world.messages.values()].filter(
        (each) =>
          each.ephemeralFor !== undefined &&
          !each.deleted &&
          (channel === undefined || each.channelId === idOf(channel)),
      ),
    commands: (guild) => world.commands.get(guild === undefined ? 'global' : idOf(guild)) ?? [],
    response: (interaction) => {
      const message = world.messages.get(interaction.originalId ?? '');
      return message?.deleted ? undefined : message;
    },
    responses,
    answers: (interaction) =>
      responses(interaction).filter(({ flags }) => (flags & MESSAGE_FLAGS.loading) === 0),
    until,
    autocomplete: async (input) => {
      const interaction = interactions.typeInto(input);
      const callback = await until(() => interaction.callback);
      return callback.data.choices as unknown[];
    },
    revokeToken: () => {
      gatewayOptions.token = 'another.bot.token';
    },
    forget: () => {
      for (const list of [rest.calls, rest.invalidRequests, world.callbacks, world.typing]) list.length = 0;
      world.messages.clear();
      world.interactions.clear();
    },
    close: async () => {
      await gateway.close();
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}

/** What is looked at may also lie with the client, of whose changes nobody tells. */
const LOOK_EVERY_MS = 20;

function createUntil(world: World): DiscordServer['until'] {
  return (look, ms = 15_000) =>
    new Promise((resolve, reject) => {
      let stop = () => {};
      const check = () => {
        const found = look();
        if (found === false || found === null || found === undefined) return;
        stop();
        resolve(found);
      };
      const timer = setInterval(check, LOOK_EVERY_MS);
      const end = setTimeout(() => {
        stop();
        reject(new Error(`what was waited for did not happen within ${ms} ms: ${look}`));
      }, ms);
      const unwatch = world.onChange(check);
      stop = () => {
        unwatch();
        clearInterval(timer);
        clearTimeout(end);
      };
      check();
    });
}
