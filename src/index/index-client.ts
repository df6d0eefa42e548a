/** The index as the main thread sees it: every call is a message to the worker that owns the database. */
import { Worker } from 'node:worker_threads';
import type { IndexClient, IndexProgress } from './index-ports.ts';
import { type Method, type Response, receiveError, type WorkerOptions } from './worker-protocol.ts';

export interface OpenIndexOptions {
  readonly dataDir: string;
  /** Told while passages are analyzed anew after an update of Casebook. */
  readonly onProgress?: (progress: IndexProgress) => void;
  /** Passages from which on vectors are searched approximately; for tests. */
  readonly hnswThreshold?: number;
}

/** Short-lived memory of the worker in MB. The default of 48 costs 20 MB more while idle, and makes nothing quicker. */
const YOUNG_GENERATION = 8;

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Starts the worker and opens the index.
 *
 * @throws OperatorError when the data folder or the database cannot be used.
 */
export async function openIndex({
  dataDir,
  onProgress,
  hnswThreshold,
}: OpenIndexOptions): Promise<IndexClient> {
  const workerData: WorkerOptions = { dataDir, hnswThreshold };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
  const pending = new Map<number, Pending>();
  const opened = Promise.withResolvers<void>();
  const exited = Promise.withResolvers<void>();
  let ended: Error | null = null;
  let lastId = 0;

  const fail = (error: Error): void => {
    ended ??= error;
    opened.reject(ended);
    for (const { reject } of pending.values()) reject(ended);
    pending.clear();
  };
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => {
    fail(new Error('the index is closed'));
    exited.resolve();
  });
  worker.on('message', (response: Response) => {
    switch (response.type) {
      case 'opened':
        return opened.resolve();
      case 'progress':
        return onProgress?.(response.progress);
      case 'failure': {
        const error = receiveError(response.error);
        return response.id === null ? fail(error) : finish(response.id, ({ reject }) => reject(error));
      }
      case 'result':
        return finish(response.id, ({ resolve }) => resolve(response.value));
    }
  });
  const finish = (id: number, how: (waiting: Pending) => void): void => {
    const waiting = pending.get(id);
    pending.delete(id);
    settle();
    if (waiting) how(waiting);
  };
  /** The process may end by itself while nobody waits for the worker. */
  const settle = (): void => (pending.size > 0 ? worker.ref() : worker.unref());

  const call = <M extends Method>(
    method: M,
    ...args: Parameters<IndexClient[M]>
  ): ReturnType<IndexClient[M]> => {
    if (ended) return Promise.reject(ended) as ReturnType<IndexClient[M]>;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    lastId += 1;
    pending.set(lastId, { resolve, reject });
    worker.postMessage({ id: lastId, method, args });
    settle();
    return promise as ReturnType<IndexClient[M]>;
  };

  await opened.promise.catch(async (error: unknown) => {
    await exited.promise;
    throw error;
  });
  settle();
  let closing: Promise<void> | null = null;
  return {
    listRoot: (root) => call('listRoot', root),
    ownersOf: (ids) => call('ownersOf', ids),
    put: (root, origin, documents, readings) => call('put', root, origin, documents, readings),
    remove: (root, ids) => call('remove', root, ids),
    putCases: (root, cases) => call('putCases', root, cases),
    removeRoot: (root) => call('removeRoot', root),
    listSources: () => call('listSources'),
    listCases: () => call('listCases'),
    listRoots: () => call('listRoots'),
    putReadings: (readings) => call('putReadings', readings),
    readClaims: (sourceId) => call('readClaims', sourceId),
    listLinks: (status) => call('listLinks', status),
    decideLink: (sourceId, caseId, status) => call('decideLink', sourceId, caseId, status),
    readLinked: (caseId) => call('readLinked', caseId),
    listArticles: () => call('listArticles'),
    listUnread: (most) => call('listUnread', most),
    readingState: () => call('readingState'),
    setReadingState: (state) => call('setReadingState', state),
    search: (query) => call('search', query),
    readSources: (ids) => call('readSources', ids),
    readCase: (id) => call('readCase', id),
    size: () => call('size'),
    setStanding: (sourceId, standing) => call('setStanding', sourceId, standing),
    listUnreviewed: () => call('listUnreviewed'),
    countUnreviewed: () => call('countUnreviewed'),
    reviewsOf: (ids) => call('reviewsOf', ids),
    review: (sourceId, verdict) => call('review', sourceId, verdict),
    stats: () => call('stats'),
    neuralState: () => call('neuralState'),
    chooseNeural: (model) => call('chooseNeural', model),
    lackingNeural: (after, most) => call('lackingNeural', after, most),
    storeNeural: (model, vectors) => call('storeNeural', model, vectors),
    embedMore: () => call('embedMore'),
    check: () => call('check'),
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
