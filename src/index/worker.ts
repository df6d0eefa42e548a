/** The thread that owns the database: it answers one request after the other, so that the main thread never waits. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadLexicon } from '../lexicon/lexicon.ts';
import { openIndexService } from './index-service.ts';
import { type Request, type Response, sendError, type WorkerOptions } from './worker-protocol.ts';

const port = parentPort;
if (port === null) throw new Error('worker.ts runs as a worker thread only');
const send = (response: Response): void => port.postMessage(response);
const options = workerData as WorkerOptions;

const opening = openIndexService({
  ...options,
  lexicon: loadLexicon(options.dataDir),
  onProgress: (progress) => send({ type: 'progress', progress }),
});
opening.then(
  () => send({ type: 'opened' }),
  (error: unknown) => {
    send({ type: 'failure', id: null, error: sendError(error) });
    port.close();
  },
);

let last: Promise<void> = Promise.resolve();
let waiting = 0;

port.on('message', (request: Request) => {
  waiting += 1;
  last = last.then(() => answer(request));
});

async function answer({ id, method, args }: Request): Promise<void> {
  try {
    const service = await opening;
    // Each method is paired with its own arguments by the typed client.
    const call = service[method] as (...given: readonly unknown[]) => Promise<unknown>;
    send({ type: 'result', id, value: await call(...args) });
    if (method === 'close') port?.close();
  } catch (error) {
    send({ type: 'failure', id, error: sendError(error) });
  }
  waiting -= 1;
  if (waiting === 0 && method !== 'close') setImmediate(idle);
}

/** Uses the time between requests, in short steps that a request waits for at most once. */
function idle(): void {
  if (waiting > 0) return;
  last = last.then(async () => {
    const more = await (await opening).idle();
    if (more) setImmediate(idle);
  });
}
