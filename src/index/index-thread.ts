/** One thread that has the database open, as the main thread sees it: calls are messages, results come back. */
import { Worker } from 'node:worker_threads';
import type { IndexClient, IndexProgress } from './index-ports.ts';
import {
  type Method,
  type Note,
  type Request,
  type Response,
  receiveError,
  type WorkerOptions,
} from './worker-protocol.ts';

export interface IndexThread {
  /** Resolves when the database is open. Calls may be made before; they wait. */
  readonly opened: Promise<void>;
  call<M extends Method>(method: M, ...args: Parameters<IndexClient[M]>): ReturnType<IndexClient[M]>;
  /** Tells a thread that reads that something was stored. */
  noteStored(): void;
  /** Whether nobody waits for a result. */
  readonly isFree: boolean;
  /** Why it is no longer of use; null while it is. */
  readonly ended: Error | null;
  /** Answers the calls under way, and ends. */
  close(): Promise<void>;
}

export interface ThreadEvents {
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
  /** Told by a thread that reads, when it has time and there is work for one that writes. */
  readonly onLeftBehind?: () => void;
  /** Told by a thread that writes, now and then while it does. */
  readonly onStored?: () => void;
  /** Told by a thread that writes, when it has had nothing to do for a while. */
  readonly onRest?: () => void;
  /** Told when work between requests failed; it is tried again. */
  readonly onTrouble?: (error: Error) => void;
  /** Told when it failed as a whole, or could not be opened, while nobody waited for a result that would tell it. */
  readonly onFailure?: (error: Error) => void;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** @param youngGeneration short-lived memory of the thread in MB. */
export function startIndexThread(
  workerData: WorkerOptions,
  youngGeneration: number,
  { onProgress, onLeftBehind, onStored, onRest, onTrouble, onFailure }: ThreadEvents,
): IndexThread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
  });
  const pending = new Map<number, Pending>();
  const opened = Promise.withResolvers<void>();
  const exited = Promise.withResolvers<void>();
  let isOpen = false;
  let ended: Error | null = null;
  let closing: Promise<void> | null = null;
  let lastId = 0;

  const fail = (error: Error): void => {
    // The end of one that was told to end may be seen before its last word has gone its way.
    if (ended === null && pending.size === 0 && closing === null) onFailure?.(error);
    ended ??= error;
    opened.reject(ended);
    for (const { reject } of pending.values()) reject(ended);
    pending.clear();
  };
  /** The process may end by itself while nobody waits for the worker. */
  const settle = (): void => (pending.size > 0 || !isOpen ? worker.ref() : worker.unref());
  const finish = (id: number, how: (waiting: Pending) => void): void => {
    const waiting = pending.get(id);
    pending.delete(id);
    settle();
    if (waiting) how(waiting);
  };
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => {
    fail(new Error('the index is closed'));
    exited.resolve();
  });
  worker.on('message', (response: Response) => {
    switch (response.type) {
      case 'opened':
        isOpen = true;
        settle();
        return opened.resolve();
      case 'progress':
        return onProgress?.(response.progress);
      case 'left-behind':
        return onLeftBehind?.();
      case 'stored':
        return onStored?.();
      case 'rest':
        return onRest?.();
      case 'trouble':
        return onTrouble?.(receiveError(response.error));
      case 'failure': {
        const error = receiveError(response.error);
        return response.id === null ? fail(error) : finish(response.id, ({ reject }) => reject(error));
      }
      case 'result':
        return finish(response.id, ({ resolve }) => resolve(response.value));
    }
  });
  const post = (message: Request | Note): void => worker.postMessage(message);
  const call: IndexThread['call'] = (method, ...args) => {
    type Result = ReturnType<IndexClient[typeof method]>;
    if (ended) return Promise.reject(ended) as Result;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    lastId += 1;
    pending.set(lastId, { resolve, reject });
    post({ type: 'call', id: lastId, method, args });
    settle();
    return promise as Result;
  };
  return {
    // What fails before it is open has ended when this says so: whoever opens it again finds no file in use.
    opened: opened.promise.catch(async (error: unknown) => {
      await exited.promise;
      throw error;
    }),
    call,
    noteStored() {
      if (ended === null) post({ type: 'stored' });
    },
    get isFree() {
      return pending.size === 0;
    },
    get ended() {
      return ended;
    },
    close() {
      closing ??= call('close').then(async () => {
        ended ??= new Error('the index is closed');
        worker.ref();
        await exited.promise;
      });
      return closing;
    },
  };
}
