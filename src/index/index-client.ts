/** The index as the main thread sees it: every call is a message to a thread that has the database open. */
import type { IndexClient, IndexProgress } from './index-ports.ts';
import { startIndexThread } from './index-thread.ts';
import { createTroubleTeller } from './tell-trouble.ts';
import type { DatabasePlace } from './worker-protocol.ts';
import { createWriteThread } from './write-thread.ts';

export interface OpenIndexOptions {
  readonly dataDir: string;
  /** The PostgreSQL database that holds the index; none: a file in `dataDir` does. */
  readonly database?: DatabasePlace | null;
  /** Told while passages are analyzed anew after an update of Casebook. */
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
  /** Told when work that nobody waits for failed, such as making vectors; with the same message every ten minutes at most. */
  readonly onTrouble?: (error: Error) => void;
  /** Passages from which on vectors are searched approximately; for tests. */
  readonly hnswThreshold?: number;
}

/**
 * Short-lived memory of the threads in MB. For the one that reads, the default of 48 costs 20 MB more while idle, and
 * makes nothing quicker; the one that writes spends a tenth of its time clearing so little, and is gone while idle.
 */
const YOUNG_GENERATION = { reads: 8, writes: 24 };

/**
 * Starts the thread that reads and opens the index. The one that writes is started by the first write: a search waits
 * for no write, since SQLite lets one read while another writes.
 *
 * @throws OperatorError when the data folder or the database cannot be used.
 */
export async function openIndex({
  dataDir,
  database = null,
  onProgress,
  onTrouble,
  hnswThreshold,
}: OpenIndexOptions): Promise<IndexClient> {
  const options = { dataDir, database, hnswThreshold };
  const tellTrouble = createTroubleTeller(onTrouble, () => performance.now());
  const reader = startIndexThread({ ...options, role: 'reads' }, YOUNG_GENERATION.reads, {
    onProgress,
    onLeftBehind: () => writer.wake(),
    // Its failure as a whole is told by each call that follows.
    onTrouble: tellTrouble,
  });
  const writer = createWriteThread(
    () =>
      startIndexThread({ ...options, role: 'writes' }, YOUNG_GENERATION.writes, {
        onStored: reader.noteStored,
        onRest: () => writer.rest(),
        onTrouble: tellTrouble,
        onFailure: tellTrouble,
      }),
    tellTrouble,
  );
  await reader.opened;
  const read = reader.call;
  const write = writer.call;
  let closing: Promise<void> | null = null;
  return {
    listRoot: (root) => read('listRoot', root),
    ownersOf: (ids) => read('ownersOf', ids),
    put: (root, origin, documents, readings) => write('put', root, origin, documents, readings),
    remove: (root, ids) => write('remove', root, ids),
    putCases: (root, cases) => write('putCases', root, cases),
    removeRoot: (root) => write('removeRoot', root),
    listSources: (scopes) => read('listSources', scopes),
    countScopes: () => read('countScopes'),
    readSpread: (scope, recent) => read('readSpread', scope, recent),
    visibleOf: (ids, scope) => read('visibleOf', ids, scope),
    listCases: () => read('listCases'),
    listRoots: () => read('listRoots'),
    putReadings: (readings) => write('putReadings', readings),
    readClaims: (sourceId) => read('readClaims', sourceId),
    listLinks: (status) => read('listLinks', status),
    decideLink: (sourceId, caseId, status) => write('decideLink', sourceId, caseId, status),
    readLinked: (caseId) => read('readLinked', caseId),
    listArticles: () => read('listArticles'),
    listUnread: (most) => read('listUnread', most),
    readingState: () => read('readingState'),
    setReadingState: (state) => write('setReadingState', state),
    search: (query) => read('search', query),
    readSources: (ids) => read('readSources', ids),
    readRepublications: (ids, scope) => read('readRepublications', ids, scope),
    readCase: (id) => read('readCase', id),
    size: (scope) => read('size', scope),
    setStanding: (sourceId, standing) => write('setStanding', sourceId, standing),
    listUnreviewed: () => read('listUnreviewed'),
    countUnreviewed: () => read('countUnreviewed'),
    reviewsOf: (ids) => read('reviewsOf', ids),
    review: (sourceId, verdict) => write('review', sourceId, verdict),
    stats: () => read('stats'),
    neuralState: () => read('neuralState'),
    chooseNeural: (model) => write('chooseNeural', model),
    lackingNeural: (after, most) => read('lackingNeural', after, most),
    storeNeural: (model, vectors) => write('storeNeural', model, vectors),
    embedMore: () => write('embedMore'),
    check: () => read('check'),
    async answers() {
      await Promise.all([read('answers'), writer.answers()]);
    },
    close() {
      closing ??= writer
        .close()
        .finally(() => reader.close())
        .then(() => undefined);
      return closing;
    },
  };
}
