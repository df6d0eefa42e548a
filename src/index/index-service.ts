/** The index on one thread: what a worker runs. Its calls must not overlap; the worker sees to that. */
import type { DatabaseSync } from 'node:sqlite';
import { OperatorError } from '../core/errors.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { createPassageGate } from './allowed-passages.ts';
import * as readings from './article-readings.ts';
import { checkIndex } from './check-index.ts';
import { passagesByLanguage } from './counts.ts';
import { type DataFolder, prepareDataFolder } from './data-folder.ts';
import { databaseError } from './database-error.ts';
import { createEmbeddingQueue } from './embedding-queue.ts';
import { hybridSearch } from './hybrid-search.ts';
import { createIdleWork, type IdleWork } from './idle-work.ts';
import type { IndexClient, IndexProgress } from './index-ports.ts';
import { readStats } from './index-stats.ts';
import { readMeta } from './meta.ts';
import { createNeuralFollower } from './neural-follower.ts';
import { createNeuralStore } from './neural-store.ts';
import { openDatabase } from './open-database.ts';
import { analysisIsCurrent } from './passage-analyzer.ts';
import * as corpus from './read-corpus.ts';
import { refreshAnalysis } from './refresh-analysis.ts';
import type { FeedSource } from './review-ports.ts';
import type { Schema } from './schema.ts';
import * as reviews from './source-reviews.ts';
import { countScopes, readSpread, visibleOf } from './source-spread.ts';
import { createFrequencyTable } from './term-frequency.ts';
import { inTransaction } from './transaction.ts';
import { createVectorFollower, type VectorFollower } from './vector-follower.ts';
import { DEFAULT_HNSW_THRESHOLD } from './vector-mirror.ts';
import { createVocabulary } from './vocabulary.ts';
import type { WriteContext } from './write-corpus.ts';

export interface IndexServiceOptions {
  readonly dataDir: string;
  readonly lexicon: Lexicon;
  /** Vectors of the embedded model from which on the approximate index serves. */
  readonly hnswThreshold?: number | undefined;
  /**
   * False for one that joins another of this program: derived tables are left as they are. Should a newer version have
   * derived them anew meanwhile, it must not undo that; its writes are refused. True when left out.
   */
  readonly refresh?: boolean | undefined;
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
}

export interface IndexService extends IndexClient, IdleWork {}

/**
 * Opens the index of a data folder and brings its derived tables up to date.
 *
 * @throws OperatorError when folder or database cannot be used.
 */
export async function openIndexService(options: IndexServiceOptions): Promise<IndexService> {
  const folder = prepareDataFolder(options.dataDir);
  const db = openDatabase(folder.database);
  try {
    if (options.refresh ?? true) await refreshAnalysis(db, options.lexicon, options.onProgress);
    const vectors = createVectorFollower({
      db,
      lexicon: options.lexicon,
      files: folder,
      hnswThreshold: options.hnswThreshold ?? DEFAULT_HNSW_THRESHOLD,
    });
    return createService(db, folder, options.lexicon, vectors);
  } catch (error) {
    db.close();
    throw databaseError(error, folder.database);
  }
}

function createService(
  db: DatabaseSync,
  folder: DataFolder,
  lexicon: Lexicon,
  vectors: VectorFollower,
): IndexService {
  let writer: Promise<WriteContext> | null = null;
  let seen: unknown = null;
  let languages: Record<string, number> = {};
  const queue = createEmbeddingQueue(db, lexicon);
  const gate = createPassageGate(db);
  const vocabulary = createVocabulary(db);
  const frequency = createFrequencyTable(db);
  const neural = createNeuralFollower(db, folder);

  const guard = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw databaseError(error, folder.database);
    }
  };
  /** Runs the work on one state of the database, whatever other processes write meanwhile. */
  const inOneState = <T>(work: () => T | Promise<T>): Promise<T> =>
    guard(async () => {
      db.exec('BEGIN');
      try {
        return await work();
      } finally {
        if (db.isTransaction) db.exec('ROLLBACK');
      }
    });
  /** The same, with what is derived of that state in memory. */
  const reading = <T>(work: () => T): Promise<T> =>
    inOneState(async () => {
      languages = await followChanges();
      return work();
    });
  const followChanges = async (): Promise<Record<string, number>> => {
    readMeta(db, 'databaseId'); // the first read fixes the state that the transaction sees
    const version = db.prepare('PRAGMA data_version').get()?.data_version;
    if (version === seen) return languages;
    await vectors.refresh();
    await neural.refresh();
    gate.forget();
    frequency.forget();
    seen = version;
    return passagesByLanguage(db);
  };
  const writing = (
    work: (context: WriteContext, writes: typeof import('./write-corpus.ts')) => Promise<void>,
  ) =>
    guard(async () => {
      const writes = await import('./write-corpus.ts');
      writer ??= import('../sqlite/node-sqlite-dialect.ts').then(({ createQueryBuilder }) => ({
        db,
        kysely: createQueryBuilder<Schema>(db),
        lexicon,
      }));
      const context = await writer;
      await inTransaction(db, async () => {
        if (!analysisIsCurrent(db, lexicon))
          throw new OperatorError(
            `another version of Casebook has rebuilt the index ${folder.database}: restart this one`,
          );
        await work(context, writes);
      });
      seen = null;
    });
  const work = createIdleWork({
    queue,
    vocabulary,
    caches: [vectors, neural],
    guard,
    onStored: () => {
      seen = null;
    },
  });
  const stored = createNeuralStore(db, guard, () => {
    seen = null;
  });
  return {
    listRoot: (root) => guard(() => corpus.listRoot(db, root)),
    ownersOf: (ids) => guard(() => corpus.ownersOf(db, ids)),
    listSources: (scopes) => guard(() => corpus.listSources(db, scopes)),
    countScopes: () => guard(() => countScopes(db)),
    readSpread: (scope, recent) => inOneState(() => readSpread(db, scope, recent)),
    visibleOf: (ids, scope) => guard(() => visibleOf(db, ids, scope)),
    listCases: () => guard(() => corpus.listCases(db)),
    listRoots: () => guard(() => corpus.listRoots(db)),
    readSources: (ids) => guard(() => corpus.readSources(db, ids)),
    readRepublications: (ids, scope) => guard(() => corpus.readRepublications(db, ids, scope)),
    readCase: (id) => guard(() => corpus.readCase(db, id)),
    size: (scope) => guard(() => corpus.corpusSize(db, scope)),
    search(query) {
      if (query.embedded && neural.want()) seen = null;
      return reading(() => {
        const mirror = query.embedded ? neural.vectorsOf(query.embedded.model) : null;
        return hybridSearch(
          { db, lexicon, vectors: vectors.serving, neural: mirror, gate, frequency, vocabulary, languages },
          query,
        );
      });
    },
    ...stored,
    async setStanding(sourceId, standing) {
      await writing(({ db }, { writeStanding }) => writeStanding(db, sourceId, standing));
      return guard(() => corpus.readSource(db, sourceId));
    },
    listUnreviewed: () => guard(() => reviews.listUnreviewed(db)),
    countUnreviewed: () => guard(() => reviews.countUnreviewed(db)),
    reviewsOf: (ids) => guard(() => reviews.reviewsOf(db, ids)),
    async review(sourceId, verdict) {
      let found: FeedSource | null = null;
      await writing(async (context, { removeSources }) => {
        found = reviews.feedSource(db, sourceId);
        if (found === null) return;
        reviews.writeReview(db, sourceId, verdict);
        if (verdict === 'removed') await removeSources(context, found.root, [sourceId]);
      });
      return verdict === 'removed' ? found : guard(() => reviews.feedSource(db, sourceId));
    },
    stats: () =>
      reading(() => {
        const mirror = vectors.serving?.mirror ?? null;
        return readStats({ db, lexicon, mirror, embedding: queue.pending(), languages });
      }),
    check: () => reading(() => checkIndex(db, vectors.serving?.mirror ?? null)),
    put: (root, origin, documents, read) =>
      writing(async (context, { putDocuments }) => {
        const sources = documents.map(({ source }) => source);
        const decided = readings.handLinks(
          db,
          sources.map(({ id }) => id),
        );
        await putDocuments(context, root, origin, documents);
        readings.restoreHandLinks(db, decided);
        readings.markUnread(db, sources, read);
        if (read !== undefined) readings.putReadings(db, read);
      }),
    putReadings: (read) => writing(async () => readings.putReadings(db, read)),
    async decideLink(sourceId, caseId, status) {
      let known = false;
      await writing(async () => {
        known = readings.decideLink(db, sourceId, caseId, status);
      });
      return known;
    },
    setReadingState: (state) => writing(async () => readings.setReadingState(db, state)),
    readClaims: (sourceId) => guard(() => readings.readClaims(db, sourceId)),
    listLinks: (status) => guard(() => readings.listLinks(db, status)),
    readLinked: (caseId) => guard(() => readings.readLinked(db, caseId)),
    listArticles: () => guard(() => readings.listArticles(db)),
    listUnread: (most) => guard(() => readings.listUnread(db, most)),
    readingState: () => guard(() => readings.readingState(db)),
    remove: (root, ids) => writing((context, { removeSources }) => removeSources(context, root, ids)),
    putCases: (root, cases) => writing((context, { putCaseRecords }) => putCaseRecords(context, root, cases)),
    removeRoot: (root) =>
      writing(async (context, { putCaseRecords, removeSources }) => {
        await removeSources(context, root, [...corpus.listRoot(db, root).keys()]);
        await putCaseRecords(context, root, []);
      }),
    ...work,
    answers: async () => undefined,
    async close() {
      await work.save();
      db.close();
    },
  };
}
