/** The Discord adapter against the local Discord, with a bot behind it and a person in front of it. */
import { onTestFinished } from 'vitest';
import { createDiscordAdapter, type DiscordAdapter } from '../../../src/adapters/discord/discord-adapter.ts';
import type { DiscordAdapterDeps } from '../../../src/adapters/discord/discord-options.ts';
import type { Bot } from '../../../src/bot/bot.ts';
import type { Answer } from '../../../src/core/answer.ts';
import type { ChatDesk, IncomingMessage, Receipt } from '../../../src/core/chat.ts';
import type { OperatorError } from '../../../src/core/errors.ts';
import type { LogLine } from '../bot-kit.ts';
import type { Channel, Guild, Message, User } from './discord-model.ts';
import { type DiscordServer, type DiscordServerOptions, startDiscordServer } from './discord-server.ts';
import { PERMISSIONS } from './permissions.ts';

export interface Taken {
  readonly message: IncomingMessage;
  readonly receipt: Receipt;
}

export interface RunningAdapter {
  readonly adapter: DiscordAdapter;
  readonly lines: LogLine[];
  readonly fatal: OperatorError[];
  /** What was handed to the bot. */
  readonly taken: Taken[];
  /** The answers that buttons asked for again. */
  readonly recalled: Answer[];
  /** Waits until so many messages have been taken and replied to. */
  settled(count?: number): Promise<void>;
}

export interface DiscordWorld {
  readonly server: DiscordServer;
  readonly guild: Guild;
  readonly channel: Channel;
  /** An ordinary member. */
  readonly ana: User;
  /** A member who may manage the server. */
  readonly mod: User;
  /** Starts an adapter; it ends with the test, before the server. */
  adapter(bot: Bot, options?: Partial<DiscordAdapterDeps>): Promise<RunningAdapter>;
  /** The same, not started. */
  unstarted(options?: Partial<DiscordAdapterDeps>): Omit<RunningAdapter, 'taken' | 'recalled' | 'settled'>;
  /** What the bot wrote in a channel or thread. */
  written(channel: { readonly id: string }): Message[];
  /** Resolves when nothing has been asked of the server for a moment. */
  quiet(): Promise<void>;
}

/** Milliseconds without a call after which nothing more is expected. */
const MOMENT = 150;

export async function discordWorld(options: DiscordServerOptions = {}): Promise<DiscordWorld> {
  const server = await startDiscordServer(options);
  const adapters: DiscordAdapter[] = [];
  onTestFinished(async () => {
    await Promise.all(adapters.map((adapter) => adapter.stop()));
    await server.close();
  });
  const ana = server.addUser({ username: 'ana', locale: 'fr' });
  const mod = server.addUser({ username: 'mod', locale: 'en-US' });
  const guild = server.addGuild({ name: 'Watchers', owner: server.addUser({ username: 'owner' }) });
  server.addMember(guild, ana);
  server.addMember(guild, mod, PERMISSIONS.manageGuild);
  const channel = server.addChannel({ guild, name: 'general' });

  function unstarted(over: Partial<DiscordAdapterDeps> = {}) {
    const lines: LogLine[] = [];
    const fatal: OperatorError[] = [];
    const write = (level: string) => (fields: Record<string, unknown>, message: string) =>
      void lines.push({ level, fields, message });
    let ids = 0;
    const adapter = createDiscordAdapter({
      token: server.token,
      apiUrl: server.apiUrl,
      devGuildId: null,
      messageContent: true,
      commandPrefix: '',
      shards: 'auto',
      log: { info: write('info'), warn: write('warn'), error: write('error') },
      now: server.world.now,
      newId: () => `discord-${++ids}`,
      onFatal: (error) => void fatal.push(error),
      ...over,
    });
    adapters.push(adapter);
    return { adapter, lines, fatal };
  }

  return {
    server,
    guild,
    channel,
    ana,
    mod,
    unstarted,
    async adapter(bot, over) {
      const made = unstarted(over);
      const taken: Taken[] = [];
      const recalled: Answer[] = [];
      const desk = bot.deskFor(made.adapter);
      await made.adapter.start(watched(desk, { taken, recalled, server }));
      return {
        ...made,
        taken,
        recalled,
        async settled(count = 1) {
          const answered = () => taken.filter(({ receipt }) => receipt.status === 'new');
          await server.until(() => answered().length >= count, 15_000);
          await Promise.all(taken.map(({ receipt }) => receipt.done));
        },
      };
    },
    async quiet() {
      let calls = -1;
      while (calls !== server.calls.length) {
        calls = server.calls.length;
        await new Promise((resolve) => setTimeout(resolve, MOMENT));
      }
    },
    written: (where) => server.messages(where).filter(({ author }) => author.id === server.bot.id),
  };
}

interface Watch {
  readonly taken: Taken[];
  readonly recalled: Answer[];
  readonly server: DiscordServer;
}

function watched(desk: ChatDesk, { taken, recalled, server }: Watch): ChatDesk {
  return {
    ...desk,
    async take(message) {
      const receipt = await desk.take(message);
      taken.push({ message, receipt });
      server.world.changed();
      return receipt;
    },
    async recall(answerId, where) {
      const answer = await desk.recall(answerId, where);
      if (answer !== null) recalled.push(answer);
      return answer;
    },
  };
}
