/** A bot on the local Discord that keeps what it should from one process to the next. */
import type { DiscordAdapterDeps } from '../../../src/adapters/discord/discord-options.ts';
import type { BotDeps } from '../../../src/bot/bot.ts';
import type { Answer } from '../../../src/core/answer.ts';
import type { Place } from '../../../src/core/chat.ts';
import { createState, type State } from '../../../src/state/state.ts';
import { type TestBot, testBot } from '../bot-kit.ts';
import { ANSWERED, scriptedAsk } from '../sample-answers.ts';
import { type DiscordWorld, discordWorld, type RunningAdapter } from './discord-kit.ts';
import type { DiscordServerOptions } from './discord-server.ts';

export interface KeepingBot {
  readonly bot: TestBot;
  readonly store: State;
  /** The questions that reached it. */
  readonly questions: string[];
}

export interface KeepingOptions {
  /** The answer to every question. */
  readonly answer?: Answer;
  /** Milliseconds between the parts of an answer. */
  readonly pause?: number;
  /** What an earlier process kept. */
  readonly store?: State;
  readonly deps?: Partial<Omit<BotDeps, 'limits'>>;
}

export function keepingBot({ answer = ANSWERED, pause = 0, store, deps }: KeepingOptions = {}): KeepingBot {
  const questions: string[] = [];
  const kept = store ?? createState({ path: ':memory:', now: Date.now });
  const choose = (question: string) => {
    questions.push(question);
    return answer;
  };
  return { bot: testBot({ store: kept, ask: scriptedAsk(choose, pause), ...deps }), store: kept, questions };
}

/** All of it, running. */
export async function started(
  server: DiscordServerOptions = {},
  keeping: KeepingOptions = {},
  adapter: Partial<DiscordAdapterDeps> = {},
): Promise<DiscordWorld & KeepingBot & Omit<RunningAdapter, 'adapter'> & { running: RunningAdapter }> {
  const world = await discordWorld(server);
  const kept = keepingBot(keeping);
  const running = await world.adapter(kept.bot, adapter);
  return { ...running, ...world, ...kept, running };
}

export function place(workspaceId: string, channelId: string): Place {
  return { platform: 'discord', workspaceId, channelId };
}
