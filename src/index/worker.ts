/** The thread that owns the database: it answers one request after the other, so that the main thread never waits. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadLexicon } from '../lexicon/lexicon.ts';
import { openIndexService } from './index-service.ts';
import {
  type Method,
  type Request,
  type Response,
  sendError,
  type WorkerOptions,
} from './worker-protocol.ts';

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
let quiet = true;
let stepping = false;
let quietening: NodeJS.Timeout | undefined;

port.on('message', (request: Request) => {
  waiting += 1;
  noteWrite(request.method);
  last = last.then(() => answer(request));
});

async function answer({ id, method, args }: Request): Promise<void> {
  try {
    const service = await opening;
    // Each method is paired with its own arguments by the typed client.
    const call = service[method] as (...given: readonly unknown[]) => Promise<unknown>;
    send({ type: 'result', id, value: await call(...args) });
    if (method === 'close') {
      clearTimeout(quietening);
      port?.close();
    }
  } catch (error) {
    send({ type: 'failure', id, error: sendError(error) });
  }
  waiting -= 1;
  if (waiting === 0 && method !== 'close') setImmediate(idle);
}

/** Uses the time between requests, in short steps that a request waits for at most once. */
function idle(): void {
  // One step waits at a time: were there one for each request that was answered, the next would wait for them all.
  if (waiting > 0 || stepping) return;
  stepping = true;
  last = last.then(async () => {
    const more = await (await opening).idle(quiet).catch(() => false);
    stepping = false;
    if (more) setImmediate(idle);
  });
}

/** Writes of documents, after which others are likely to follow soon. */
const DOCUMENT_WRITES: ReadonlySet<Method> = new Set(['put', 'remove', 'removeRoot', 'review']);
/** Milliseconds without such a write after which documents have ceased to come. */
const QUIET_AFTER = 5_000;

function noteWrite(method: Method): void {
  if (!DOCUMENT_WRITES.has(method)) return;
  quiet = false;
  clearTimeout(quietening);
  quietening = setTimeout(() => {
    quiet = true;
    idle();
  }, QUIET_AFTER);
  quietening.unref();
}
