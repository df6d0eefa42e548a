/** The thread of a local model: its runtime computes where it is called, which would hold up every reply. */
import { parentPort, workerData } from 'node:worker_threads';
import { errorMessage } from '../core/errors.ts';
import { loadLocalModel } from './load-local-model.ts';
import type { LocalModel, LocalRequest, LocalResponse } from './local-protocol.ts';

const port = parentPort;
if (port === null) throw new Error('local-worker.ts runs as a worker thread only');
const send = (response: LocalResponse): void => port.postMessage(response);

const loading = loadLocalModel(workerData as LocalModel);
loading.catch(() => undefined);
let last: Promise<void> = Promise.resolve();

port.on('message', ({ id, texts }: LocalRequest) => {
  last = last.then(async () => {
    try {
      const embed = await loading;
      send({ id, vectors: await embed(texts) });
    } catch (error) {
      send({ id, error: errorMessage(error) });
    }
  });
});
