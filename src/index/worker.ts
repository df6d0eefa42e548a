/**
 * A thread that has the database open: it answers one request after the other, so that the main thread never waits. What
 * its role is decides which requests it gets, and what it does between them.
 */
import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { loadLexicon } from '../lexicon/lexicon.ts';
import { prepareDataFolder } from './data-folder.ts';
import type { IdleWork } from './idle-work.ts';
import type { IndexClient, IndexProgress } from './index-ports.ts';
import {
  type Method,
  type Note,
  type Request,
  type Response,
  sendError,
  type WorkerOptions,
} from './worker-protocol.ts';

const port = parentPort;
if (port === null) throw new Error('worker.ts runs as a worker thread only');
const send = (response: Response): void => port.postMessage(response);
const { role, database, ...options } = workerData as WorkerOptions;

/**
 * Milliseconds for a statement that somebody waits for: after a failover, or behind a broken network, the connection may
 * lead nowhere.
 */
const READ_TIMEOUT = 15_000;
/** Milliseconds for which the thread that writes waits for a server that is away: as long as work on an open database does. */
const WRITE_PATIENCE = 2_000;

async function open(): Promise<IndexClient & IdleWork> {
  prepareDataFolder(options.dataDir);
  const lexicon = loadLexicon(options.dataDir);
  const onProgress = (progress: IndexProgress) => send({ type: 'progress', progress });
  // The thread that reads has done it; one that writes comes again and again, and would undo a newer version's work.
  const refresh = role === 'reads';
  if (database === null) {
    const { openIndexService } = await import('./index-service.ts');
    return openIndexService({ ...options, lexicon, refresh, onProgress });
  }
  const { openPostgresIndex } = await import('./postgres/postgres-index-service.ts');
  // What writes does one thing after the other.
  const place =
    role === 'writes'
      ? { ...database, poolSize: 1, patience: WRITE_PATIENCE }
      : { ...database, queryTimeout: READ_TIMEOUT };
  const now = () => performance.now();
  return openPostgresIndex({ database: place, lexicon, owner: randomUUID(), now, refresh, onProgress });
}

/** A database elsewhere answers many at once; what it is asked waits for no other answer. */
const overlaps = role === 'reads' && database !== null;
const opening = open();
opening.then(
  () => {
    send({ type: 'opened' });
    // It may have been started for what is left behind alone.
    if (role === 'writes') idle();
  },
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
let pausing: NodeJS.Timeout | undefined;

port.on('message', (message: Request | Note) => {
  if (message.type === 'stored') return idle();
  // Asked of the thread, not of the index: it waits for no turn.
  if (message.method === 'answers') return send({ type: 'result', id: message.id, value: undefined });
  waiting += 1;
  clearTimeout(pausing);
  noteWrite(message.method);
  if (overlaps && message.method !== 'close') {
    const answered = answer(message);
    last = last.then(() => answered);
  } else last = last.then(() => answer(message));
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
    const more = await step().catch(tellTrouble);
    stepping = false;
    if (more === true) setImmediate(idle);
    else if (more === null) tryAgain();
    else if (waiting === 0) pause();
  });
}

function tellTrouble(error: unknown): null {
  send({ type: 'trouble', error: sendError(error) });
  return null;
}

async function step(): Promise<boolean> {
  const service = await opening;
  if (role === 'reads') return service.prepare();
  const more = await service.embedSome(quiet);
  noteStored();
  return more;
}

/** Milliseconds between two notes that something was stored. */
const NOTE_EVERY = 200;
let noted = 0;

function noteStored(): void {
  if (performance.now() - noted < NOTE_EVERY) return;
  noted = performance.now();
  send({ type: 'stored' });
}

/** Milliseconds without work after which the other thread is asked for: a command that only asks is over by then. */
const LEFT_AFTER = 1_000;
/** Milliseconds without work after which the thread that writes may go. */
const REST_AFTER = 30_000;

/** Milliseconds after which work that failed is tried again: a server that was restarted is back by then. */
const AGAIN_AFTER = 3_000;

/** Nobody may ask for anything until then, and what was begun is to be ended. */
function tryAgain(): void {
  clearTimeout(pausing);
  pausing = setTimeout(idle, AGAIN_AFTER);
  pausing.unref();
}

function pause(): void {
  clearTimeout(pausing);
  pausing = setTimeout(
    () => {
      last = last.then(afterPause).catch((error: unknown) => {
        tellTrouble(error);
        tryAgain();
      });
    },
    role === 'reads' ? LEFT_AFTER : REST_AFTER,
  );
  pausing.unref();
}

async function afterPause(): Promise<void> {
  if (waiting > 0) return;
  if (role === 'writes') send({ type: 'rest' });
  else if (await (await opening).isBehind()) send({ type: 'left-behind' });
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
