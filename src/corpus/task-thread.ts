/** A thread for work on what strangers made: started with the first task, ended when one takes too long or too much. */
import { Worker } from 'node:worker_threads';

export interface TaskThread<Task, Answer> {
  /** One task at a time. Rejects with the signal's reason alone. */
  run(task: Task): Promise<Answer>;
  close(): Promise<void>;
}

export interface TaskThreadOptions<Answer> {
  /** Its file: it answers each message with one. */
  readonly worker: URL;
  /** Megabytes of objects that it may hold. */
  readonly memory: number;
  /** Megabytes by which the whole process may grow meanwhile: bytes that are unpacked are no objects. */
  readonly growth: number;
  /** Milliseconds for one task. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
  /** What a task that took too long or too much is answered with. */
  readonly tooMuch: Answer;
}

/** Milliseconds between two looks at the memory. */
const LOOK = 200;
const MB = 1_000_000;

export function createTaskThread<Task, Answer>(options: TaskThreadOptions<Answer>): TaskThread<Task, Answer> {
  const { signal, deadline, tooMuch } = options;
  let worker: Worker | null = null;

  async function end(): Promise<void> {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }

  function start(): Worker {
    const started = new Worker(options.worker, {
      // Flags of the process that a thread does not take.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: options.memory },
    });
    // Told to whoever waits; between two tasks there is nobody.
    return started.on('error', () => undefined);
  }

  return {
    async run(task) {
      signal?.throwIfAborted();
      worker ??= start();
      const running = worker;
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      const giveUp = () => resolve(tooMuch);
      const onAbort = () => reject(signal?.reason);
      const timer = setTimeout(giveUp, deadline);
      const before = process.memoryUsage.rss();
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > options.growth * MB) giveUp();
      }, LOOK);
      signal?.addEventListener('abort', onAbort, { once: true });
      running.once('message', resolve).once('error', giveUp).once('exit', giveUp);
      let answered = false;
      try {
        running.postMessage(task);
        const answer = await promise;
        answered = answer !== tooMuch;
        return answer;
      } finally {
        clearTimeout(timer);
        clearInterval(watch);
        signal?.removeEventListener('abort', onAbort);
        running.off('message', resolve).off('error', giveUp).off('exit', giveUp);
        // What was not done in time still goes on in the thread: that one is not used again.
        if (!answered) await end();
      }
    },
    close: end,
  };
}
