/** Shows what grows at the pace of the place where it is shown; what comes meanwhile waits and goes together. */

export interface ShowSoon {
  /** There is more. Returns at once. */
  more(): void;
  /** Resolves when the showing under way has ended; there will be no other. */
  end(): Promise<void>;
}

/** @param show gives the milliseconds to wait before it is called again. Must not reject. */
export function createShowSoon(
  show: () => Promise<number>,
  sleep: (ms: number) => Promise<unknown>,
): ShowSoon {
  const ended = Promise.withResolvers<void>();
  let over = false;
  let waiting = false;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (waiting && !over) {
      waiting = false;
      const pause = await show();
      if (pause > 0 && !over) await Promise.race([sleep(pause), ended.promise]);
    }
    running = null;
  }

  return {
    more() {
      waiting = true;
      running ??= run();
    },
    async end() {
      over = true;
      ended.resolve();
      await running;
    },
  };
}
