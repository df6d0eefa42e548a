/** The memory of the local Discord, and how it tells others that something happened. */
import type { CallbackTiming, Channel, Command, Guild, Interaction, Message, User } from './discord-model.ts';
import type { PrivilegedIntents } from './intents.ts';
import { createSnowflakes } from './snowflake.ts';

/** One gateway event, before it is known which sessions get it. */
export interface Dispatch {
  t: string;
  /** Absent for direct messages and for what belongs to no guild. */
  guildId?: string;
  /** The bot is told only if it may see this channel. */
  channelId?: string;
  /** The session needs this intent; 0 if none is needed. */
  intent: number;
  /** The data, which may depend on the session's intents. */
  data: (intents: number) => unknown;
}

export interface WorldOptions {
  now: () => number;
  privileged: PrivilegedIntents;
}

export interface World {
  now: () => number;
  nextId: () => string;
  privileged: PrivilegedIntents;
  bot: User;
  /** The same as the bot's id, as for every newer application. */
  applicationId: string;
  users: Map<string, User>;
  guilds: Map<string, Guild>;
  channels: Map<string, Channel>;
  /** By id, oldest first. */
  messages: Map<string, Message>;
  /** `global` or a guild's id → its commands. */
  commands: Map<string, Command[]>;
  interactions: Map<string, Interaction>;
  callbacks: CallbackTiming[];
  /** Each sign of typing. */
  typing: { channelId: string; userId: string; at: number }[];
  /** Sends an event to whoever listens. */
  dispatch: (event: Dispatch) => void;
  onDispatch: (listener: (event: Dispatch) => void) => void;
  /** Says that something changed; whoever waits looks again. */
  changed: () => void;
  onChange: (listener: () => void) => () => void;
}

/** An empty Discord with one bot. */
export function createWorld(options: WorldOptions): World {
  const nextId = createSnowflakes(options.now);
  const bot: User = { id: nextId(), username: 'casebook', bot: true, locale: 'en-US', acceptsDms: true };
  const dispatchers = new Set<(event: Dispatch) => void>();
  const watchers = new Set<() => void>();
  return {
    now: options.now,
    nextId,
    privileged: options.privileged,
    bot,
    applicationId: bot.id,
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    commands: new Map([['global', []]]),
    interactions: new Map(),
    callbacks: [],
    typing: [],
    dispatch: (event) => {
      for (const listener of dispatchers) listener(event);
    },
    onDispatch: (listener) => void dispatchers.add(listener),
    changed: () => {
      for (const watcher of [...watchers]) watcher();
    },
    onChange: (listener) => {
      watchers.add(listener);
      return () => void watchers.delete(listener);
    },
  };
}

/** The messages that everyone in the channel sees, oldest first. */
export function channelMessages(world: World, channelId: string): Message[] {
  return [...world.messages.values()].filter(
    (each) => each.channelId === channelId && each.ephemeralFor === undefined && !each.deleted,
  );
}
