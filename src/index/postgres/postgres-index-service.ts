/** The index in PostgreSQL, as a worker runs it. Its calls may overlap: each is a transaction of its own. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { analyzerVersion } from '../analyze-passage.ts';
import type { IdleWork } from '../idle-work.ts';
import type { IndexClient, IndexProgress } from '../index-ports.ts';
import type { FeedSource } from '../review-ports.ts';
import type { DatabasePlace } from '../worker-protocol.ts';
import * as readings from './article-readings.ts';
import { checkIndex } from './check-index.ts';
import { createEmbeddingQueue } from './embedding-queue.ts';
import {
  announceChange,
  type IndexDatabase,
  type IndexDb,
  openIndexDatabase,
  refuseOutdated,
} from './index-database.ts';
import { releaseLeases } from './index-lease.ts';
import { createNeuralStore } from './neural-store.ts';
import { createPostgresSearch } from './postgres-search.ts';
import { readStats } from './postgres-stats.ts';
import * as corpus from './read-stored.ts';
import { refreshAnalysis } from './refresh-analysis.ts';
import * as reviews from './source-reviews.ts';
import { countScopes, readSpread, visibleOf } from './source-spread.ts';
import { followVectorSupport, type VectorSupportFollower } from './vector-support.ts';
import * as writes from './write-sources.ts';

export interface PostgresIndexOptions {
  readonly database: DatabasePlace;
  readonly lexicon: Lexicon;
  /** Unique to this open index: what one process does for all, it claims by this name. */
  readonly owner: string;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** As for the embedded index: false leaves derived tables as they are. */
  readonly refresh?: boolean | undefined;
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
}

export type PostgresIndexService = IndexClient & IdleWork;

/**
 * Opens the index in a database and brings its derived tables up to date.
 *
 * @throws OperatorError when the database cannot be used.
 */
export async function openPostgresIndex(options: PostgresIndexOptions): Promise<PostgresIndexService> {
  const database = await openIndexDatabase(options.database);
  try {
    const support = await followVectorSupport(database, options.now);
    if (options.refresh ?? true) await refreshAnalysis(database, options.lexicon, options.onProgress);
    return createService(database, support, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Portions of one request to embed: between two requests others are answered. */
const PORTIONS_AT_ONCE = 4;
/** Milliseconds for which a command that waits for its vectors leaves another process alone with them. */
const LOOK_AGAIN = 500;

function createService(
  database: IndexDatabase,
  support: VectorSupportFollower,
  { lexicon, owner }: PostgresIndexOptions,
): PostgresIndexService {
  const version = analyzerVersion(lexicon);
  const deps = { database, lexicon, support, owner };
  const queue = createEmbeddingQueue(deps);
  const finder = createPostgresSearch({ database, lexicon, support: support.current });
  const { run, reading } = database;
  const writing = <T>(work: (db: IndexDb) => Promise<T>): Promise<T> =>
    database.writing(async (db) => {
      await refuseOutdated(db, version, database.where);
      return work(db);
    });
  /** A change of what was read out of articles: nobody else counts it. */
  const noting = <T>(work: (db: IndexDb) => Promise<T>): Promise<T> =>
    writing(async (db) => {
      const result = await work(db);
      await announceChange(db);
      return result;
    });
  const embedSome = async (quiet: boolean): Promise<boolean> => (await queue.step(quiet)) === 'more';
  return {
    listRoot: (root) => run((db) => corpus.listRoot(db, root)),
    ownersOf: (ids) => run((db) => corpus.ownersOf(db, ids)),
    listSources: (scopes) => run((db) => corpus.listSources(db, scopes)),
    countScopes: () => run((db) => countScopes(db)),
    readSpread: (scope, recent) => reading((db) => readSpread(db, scope, recent)),
    visibleOf: (ids, scope) => run((db) => visibleOf(db, ids, scope)),
    listCases: () => run((db) => corpus.listCases(db)),
    listRoots: () => run((db) => corpus.listRoots(db)),
    readSources: (ids) => reading((db) => corpus.readSources(db, ids)),
    readRepublications: (ids, scope) => reading((db) => corpus.readRepublications(db, ids, scope)),
    readCase: (id) => reading((db) => corpus.readCase(db, id)),
    size: (scope) => reading((db) => corpus.corpusSize(db, scope)),
    search: (query) => finder.search(query),
    put: (root, origin, documents, read) =>
      writing(async (db) => {
        await writes.lockRoot(db, root);
        const changed = await writes.documentsToStore(db, root, origin, documents);
        const sources = changed.map(({ document }) => document.source);
        const decided = await readings.handLinks(
          db,
          sources.map(({ id }) => id),
        );
        if (changed.length > 0) await writes.putDocuments(db, lexicon, changed);
        await readings.restoreHandLinks(db, decided);
        await readings.markUnread(db, sources, read);
        if (read !== undefined) await readings.putReadings(db, read);
      }),
    remove: (root, ids) =>
      writing(async (db) => {
        await writes.lockRoot(db, root);
        await writes.removeSources(db, root, ids);
      }),
    putCases: (root, cases) =>
      writing(async (db) => {
        await writes.lockRoot(db, root);
        await writes.putCaseRecords(db, root, cases);
      }),
    removeRoot: (root) =>
      writing(async (db) => {
        await writes.lockRoot(db, root);
        await writes.removeSources(db, root, [...(await corpus.listRoot(db, root)).keys()]);
        await writes.putCaseRecords(db, root, []);
      }),
    async setStanding(sourceId, standing) {
      await writing((db) => writes.writeStanding(db, sourceId, standing));
      return run((db) => corpus.readSource(db, sourceId));
    },
    listUnreviewed: () => run((db) => reviews.listUnreviewed(db)),
    countUnreviewed: () => run((db) => reviews.countUnreviewed(db)),
    reviewsOf: (ids) => run((db) => reviews.reviewsOf(db, ids)),
    review: (sourceId, verdict) =>
      writing(async (db): Promise<FeedSource | null> => {
        const found = await reviews.feedSource(db, sourceId);
        if (found === null) return null;
        await writes.lockRoot(db, found.root);
        if (verdict === 'removed') await writes.removeSources(db, found.root, [sourceId]);
        await reviews.writeReview(db, sourceId, verdict);
        return verdict === 'removed' ? found : reviews.feedSource(db, sourceId);
      }),
    putReadings: (read) => noting((db) => readings.putReadings(db, read)),
    decideLink: (sourceId, caseId, status) =>
      noting((db) => readings.decideLink(db, sourceId, caseId, status)),
    setReadingState: (state) => writing((db) => readings.setReadingState(db, state)),
    readClaims: (sourceId) => reading((db) => readings.readClaims(db, sourceId)),
    listLinks: (status) => run((db) => readings.listLinks(db, status)),
    readLinked: (caseId) => reading((db) => readings.readLinked(db, caseId)),
    listArticles: () => run((db) => readings.listArticles(db)),
    listUnread: (most) => run((db) => readings.listUnread(db, most)),
    readingState: () => run((db) => readings.readingState(db)),
    ...createNeuralStore(deps),
    stats: async () => {
      const embedding = await queue.pending();
      return reading((db) => readStats(db, { lexicon, embedding, support: support.current() }));
    },
    check: () => reading(checkIndex),
    async embedMore() {
      for (let i = 0; i < PORTIONS_AT_ONCE; i += 1) {
        const state = await queue.step(true);
        if (state === 'elsewhere') await sleep(LOOK_AGAIN);
        if (state !== 'more') break;
      }
      return queue.pending();
    },
    // Searches read what the database has: nothing has to be made ready.
    prepare: async () => false,
    embedSome,
    idle: async (quiet = true) => embedSome(quiet),
    isBehind: async () => (await queue.pending()) !== null,
    save: async () => undefined,
    answers: async () => undefined,
    async close() {
      // What is not given back ends by itself.
      await run((db) => releaseLeases(db, owner)).catch(() => undefined);
      await finder.close();
      await database.close();
    },
  };
}
