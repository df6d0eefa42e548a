/** Reads pages one after the other in a thread of its own, which is started with the first one. */
import { Worker } from 'node:worker_threads';
import type { ReadPage } from './read-page.ts';

export interface PageTask {
  readonly html: string;
  readonly address: string | null;
  readonly now: Date;
}

export interface PageReader {
  /**
   * One page at a time. A page that takes too long or too much memory is a failed one.
   *
   * @param address where the page was found; null for a file.
   */
  read(html: string, address: string | null): Promise<ReadPage>;
  close(): Promise<void>;
}

/** Milliseconds for one page: a large one takes a second on a busy machine. */
const DEADLINE = 20_000;
/** Megabytes that the thread may use; a page of 8 MB takes 300. */
const MEMORY = 700;

const TOO_MUCH: ReadPage = {
  ok: false,
  reason: 'the page takes too long to read: save its article as text and ingest that',
};

export interface PageReaderDeps {
  /** For dates that cannot be. */
  readonly now: () => Date;
  /** Aborting rejects what is being read, with the signal's reason. */
  readonly signal: AbortSignal | undefined;
  /** Milliseconds for one page; 20 s by default. */
  readonly deadline?: number;
}

export function createPageReader({ now, signal, deadline = DEADLINE }: PageReaderDeps): PageReader {
  let worker: Worker | null = null;

  async function end(): Promise<void> {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }

  function start(): Worker {
    const started = new Worker(new URL('./page-worker.ts', import.meta.url), {
      // Flags of the process that a thread does not take.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    // Told to whoever waits; between two pages there is nobody.
    return started.on('error', () => undefined);
  }

  return {
    async read(html, address) {
      signal?.throwIfAborted();
      worker ??= start();
      const running = worker;
      const { promise, resolve, reject } = Promise.withResolvers<ReadPage>();
      const giveUp = () => resolve(TOO_MUCH);
      const onAbort = () => reject(signal?.reason);
      const timer = setTimeout(giveUp, deadline);
      signal?.addEventListener('abort', onAbort, { once: true });
      running.once('message', resolve).once('error', giveUp).once('exit', giveUp);
      let answered = false;
      try {
        running.postMessage({ html, address, now: now() } satisfies PageTask);
        const read = await promise;
        answered = read !== TOO_MUCH;
        return read;
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        running.off('message', resolve).off('error', giveUp).off('exit', giveUp);
        // What was not done in time still goes on in the thread: that one is not used again.
        if (!answered) await end();
      }
    },
    close: end,
  };
}
