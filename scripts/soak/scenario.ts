/** What a fault run is made of. */
import type { ServedBot } from '../load/served-bot.ts';
import type { Askers } from './askers.ts';

/** One thing that goes wrong. Resolves when it is over, or has been set off. */
export interface Fault {
  readonly name: string;
  inject(random: () => number): Promise<void> | void;
}

/** The bot of a run; a scenario may kill it and start it again. */
export interface RunningBot {
  current(): ServedBot;
  /** Ends it by the signal and starts it anew over the same data folder. */
  restart(signal: NodeJS.Signals): Promise<void>;
}

export interface Prepared {
  /** Settings of the bot beside those of the platforms. */
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeArgs?: readonly string[];
  /** A command that starts the bot, which follows as its last arguments. */
  readonly wrapper?: readonly string[];
  /** True where the bot is away at times: questions are put only in ways that the platform delivers again. */
  readonly away?: boolean;
  /** True where what brings questions is cut at times, so that the platform delivers some of them again. */
  readonly redelivered?: boolean;
  /** Of which one after another is drawn. */
  faults(bot: RunningBot): readonly Fault[];
  /** Milliseconds between the end of one fault and the next, on average. */
  readonly pause: number;
  /** Ends every fault that may still be on. */
  calm?(): Promise<void> | void;
  close?(): Promise<void>;
}

export interface Scenario {
  readonly name: string;
  /** In a line. */
  readonly what: string;
  /** @param dataDir the bot's data folder, empty. */
  prepare(askers: Askers, dataDir: string): Promise<Prepared>;
}
