/** A local model as a client: a thread that starts with the first call and ends when the model is closed. */
import { Worker } from 'node:worker_threads';
import { ModelFailure } from '../core/model-failure.ts';
import type { EmbeddingClient } from './embedding-client.ts';
import type { LocalModel, LocalRequest, LocalResponse } from './local-protocol.ts';

interface Pending {
  resolve(vectors: Float32Array[]): void;
  reject(error: Error): void;
}

export function createLocalClient(model: LocalModel): EmbeddingClient {
  let worker: Worker | null = null;
  let lastId = 0;
  const pending = new Map<number, Pending>();

  const start = (): Worker => {
    const started = new Worker(new URL('./local-worker.ts', import.meta.url), { workerData: model });
    const fail = (message: string): void => {
      if (worker === started) worker = null;
      for (const { reject } of pending.values()) reject(new ModelFailure('rejected', message));
      pending.clear();
    };
    started.on('message', (response: LocalResponse) => {
      const waiting = pending.get(response.id);
      pending.delete(response.id);
      if (pending.size === 0) started.unref();
      if ('error' in response) waiting?.reject(new ModelFailure('rejected', response.error));
      else waiting?.resolve([...response.vectors]);
    });
    started.on('error', (error) => fail(`the local model broke off (${String(error)})`));
    started.on('exit', () => fail('the local model was closed'));
    return started;
  };

  return {
    embed(texts, signal) {
      signal.throwIfAborted();
      worker ??= start();
      const { promise, resolve, reject } = Promise.withResolvers<Float32Array[]>();
      lastId += 1;
      pending.set(lastId, { resolve, reject });
      const request: LocalRequest = { id: lastId, texts };
      // The process may end by itself while nobody waits for the model.
      worker.ref();
      worker.postMessage(request);
      return promise;
    },
    async close() {
      await worker?.terminate();
    },
  };
}
