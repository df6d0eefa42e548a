/** Runs rounds of work one after the other, with a pause between them, until it is stopped. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface RoundsOptions {
  /** Stops early when the signal aborts; what it rejects with then is not told. */
  readonly round: (signal: AbortSignal) => Promise<void>;
  /** Milliseconds between two rounds, a fifth more or less. */
  readonly pauseMs: number;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly onError: (error: unknown) => void;
}

export interface Rounds {
  /** Breaks off the round under way, begins no other, and resolves when it has ended. Never rejects. */
  stop(): Promise<void>;
}

/** Milliseconds: the pause after failures grows up to this. */
const LONGEST_PAUSE = 5 * 60_000;

export function startRounds({ round, pauseMs, random, onError }: RoundsOptions): Rounds {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function run(): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await round(signal);
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        onError(error);
      }
      const pause = Math.min(pauseMs * 2 ** failures, Math.max(pauseMs, LONGEST_PAUSE));
      await sleep(pause * (0.8 + 0.4 * random()), undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    stop() {
      stopping.abort(new Error('stopped'));
      return running;
    },
  };
}
