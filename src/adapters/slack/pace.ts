/** One post after the other in each channel: Slack takes about one a second there, and says itself when to wait. */

export interface Pace {
  /** Runs `task` when the earlier ones of the channel have ended, well or not. */
  run<T>(channel: string, task: () => Promise<T>): Promise<T>;
}

export function createPace(): Pace {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(channel, task) {
      const before = last.get(channel) ?? Promise.resolve();
      const result = before.then(task);
      const ended = result.catch(() => undefined);
      last.set(channel, ended);
      void ended.then(() => {
        if (last.get(channel) === ended) last.delete(channel);
      });
      return result;
    },
  };
}
