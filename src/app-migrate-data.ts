/** Moves what an installation keeps, state and index, from its data folder to PostgreSQL or back. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Kysely } from 'kysely';
import { indexPlace, statePlace } from './app-state.ts';
import type { Config } from './config.ts';
import { OperatorError } from './core/errors.ts';
import { dataFolderPaths } from './index/data-folder.ts';
import { decideRestore, finishRestore, RESTORING } from './index/finish-restore.ts';
import { openDatabase } from './index/open-database.ts';
import { countEmbedded, countPostgres, missingRows } from './index/postgres/carried-tables.ts';
import { type IndexDatabase, openIndexDatabase } from './index/postgres/index-database.ts';
import { moveToEmbedded } from './index/postgres/move-to-embedded.ts';
import { moveToPostgres } from './index/postgres/move-to-postgres.ts';
import { refreshAnalysis as refreshPostgres } from './index/postgres/refresh-analysis.ts';
import { enableVectors } from './index/postgres/vector-tables.ts';
import { refreshAnalysis } from './index/refresh-analysis.ts';
import { acquireServerLock } from './index/server-lock.ts';
import { inTransaction } from './index/transaction.ts';
import { loadLexicon } from './lexicon/lexicon.ts';
import { copyState, countServers, countState } from './state/copy-state.ts';
import type { StateSchema } from './state/schema.ts';
import { openStateAt, openStateDatabase, type StateDatabase } from './state/state-database.ts';

export type MigrateConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'databasePoolSize'>;

export const MIGRATE_TARGETS = ['postgres', 'embedded'] as const;
export type MigrateTarget = (typeof MIGRATE_TARGETS)[number];

export interface MigrateOptions {
  readonly signal: AbortSignal;
  /** Told of passages that were moved. */
  readonly onProgress: (progress: {
    readonly done: number;
    readonly total: number;
    readonly input: string;
  }) => void;
}

export interface MigratedData {
  /** The data folder, and the database without name and password. */
  readonly from: string;
  readonly to: string;
  /** Rows that were moved, counted on both sides. */
  readonly state: Readonly<Record<string, number>>;
  readonly index: Readonly<Record<string, number>>;
}

/** Rows of the table of leases say who was at work, and are no reason to refuse. */
const PASSING = 'leases';

/**
 * Wholly or not at all: after a failure or a kill, the source is as it was and the target as empty.
 *
 * @throws OperatorError when a server runs on either side, the target is not empty, or there is nothing to move.
 */
export async function migrateData(
  config: MigrateConfig,
  to: MigrateTarget,
  options: MigrateOptions,
): Promise<MigratedData> {
  const { database: place } = indexPlace(config);
  if (place === null)
    throw new OperatorError('set DATABASE_URL to the PostgreSQL database that the data is moved to or from', {
      exitCode: 2,
    });
  const lock = acquireServerLock(config.dataDir);
  let index: IndexDatabase | null = null;
  let state: StateDatabase | null = null;
  try {
    const lexicon = loadLexicon(config.dataDir);
    state = await openStateAt(statePlace(config));
    index = await openIndexDatabase(place);
    await refuseServers(state, index.where);
    await refreshPostgres(index, lexicon, undefined);
    const parts = { dataDir: config.dataDir, state, index, lexicon, ...options };
    return to === 'postgres' ? await moveIn(parts) : await moveOut(parts);
  } finally {
    await index?.close();
    await state?.close();
    lock.release();
  }
}

interface MoveParts extends MigrateOptions {
  readonly dataDir: string;
  readonly state: StateDatabase;
  readonly index: IndexDatabase;
  readonly lexicon: ReturnType<typeof loadLexicon>;
}

async function refuseServers(state: StateDatabase, where: string): Promise<void> {
  const servers = await state.run((db) => countServers(db, new Date().toISOString()));
  if (servers > 0)
    throw new OperatorError(
      `${servers === 1 ? 'a server' : `${servers} servers`} use ${where}: stop them, and wait 45 seconds after a kill`,
    );
}

async function moveIn({ dataDir, index, lexicon, signal, onProgress }: MoveParts): Promise<MigratedData> {
  const paths = dataFolderPaths(dataDir);
  finishRestore(dataDir);
  if (!existsSync(paths.state) && !existsSync(paths.database))
    throw new OperatorError(`${dataDir} holds nothing that could be moved: is CASEBOOK_DATA_DIR right?`);
  const from = openDatabase(paths.database);
  const oldState = openStateDatabase(paths.state);
  try {
    await refreshAnalysis(from, lexicon, undefined);
    const support = await index.run(enableVectors);
    const kept = await oldState.run(countState);
    const held = countEmbedded(from);
    const moved = await index.writing(async (db) => {
      // The state's tables stand beside the index's.
      const tables = db as unknown as Kysely<StateSchema>;
      refuseFull(await countState(tables), await countPostgres(db), index.where);
      await tables.deleteFrom(PASSING).execute();
      await oldState.run((source) =>
        source.transaction().execute((reading) => copyState(reading, tables, signal)),
      );
      await moveToPostgres(from, db, lexicon, support, {
        signal,
        onProgress: (progress) => onProgress({ ...progress, input: 'passages' }),
      });
      const there = await countPostgres(db);
      verify(kept, await countState(tables), held, there);
      return there;
    });
    // Without the embedded model's vectors where there is no pgvector: they cost nothing to make again.
    return { from: dataDir, to: index.where, state: kept, index: moved };
  } finally {
    from.close();
    await oldState.close();
  }
}

async function moveOut(parts: MoveParts): Promise<MigratedData> {
  const { dataDir, state, index, lexicon, signal, onProgress } = parts;
  const paths = dataFolderPaths(dataDir);
  finishRestore(dataDir);
  for (const path of [paths.state, paths.database])
    if (existsSync(path))
      throw new OperatorError(
        `${path} is there already: move it away, or set CASEBOOK_DATA_DIR to another folder`,
      );
  // Nothing of the folder depends on it before it is whole.
  const making = join(dataDir, RESTORING);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making);
  try {
    const made = await makeFiles({ state, index, lexicon, signal, onProgress }, making, paths);
    const { vectorCache, vectorManifest, neuralCache, neuralManifest } = paths;
    decideRestore(dataDir, {
      incoming: [paths.state, paths.database].map((path) => basename(path)),
      outgoing: [],
      caches: [vectorCache, vectorManifest, neuralCache, neuralManifest].map((path) => basename(path)),
      aside: 'before-migration',
    });
    finishRestore(dataDir);
    return { from: index.where, to: dataDir, ...made };
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

async function makeFiles(
  { state, index, lexicon, signal, onProgress }: Omit<MoveParts, 'dataDir'>,
  folder: string,
  paths: ReturnType<typeof dataFolderPaths>,
): Promise<Pick<MigratedData, 'state' | 'index'>> {
  const newState = openStateDatabase(join(folder, basename(paths.state)));
  const to = openDatabase(join(folder, basename(paths.database)));
  try {
    const kept = await state.run((db) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (reading) => {
          await newState.run((fresh) =>
            fresh.transaction().execute((writing) => copyState(reading, writing, signal)),
          );
          return countState(reading);
        }),
    );
    const held = await index.reading(async (db) => {
      await inTransaction(to, () =>
        moveToEmbedded(db, to, lexicon, {
          signal,
          onProgress: (progress) => onProgress({ ...progress, input: 'passages' }),
        }),
      );
      return countPostgres(db);
    });
    verify(kept, await newState.run(countState), held, countEmbedded(to));
    return { state: kept, index: held };
  } finally {
    to.close();
    await newState.close();
  }
}

function refuseFull(
  state: Readonly<Record<string, number>>,
  index: Readonly<Record<string, number>>,
  where: string,
): void {
  for (const [table, rows] of Object.entries({ ...state, ...index }))
    if (rows > 0 && table !== PASSING)
      throw new OperatorError(
        `${where} is not empty (${table}: ${rows}): let DATABASE_URL name an empty database`,
      );
}

function verify(
  stateBefore: Readonly<Record<string, number>>,
  stateAfter: Readonly<Record<string, number>>,
  indexBefore: Readonly<Record<string, number>>,
  indexAfter: Readonly<Record<string, number>>,
): void {
  const missing = [...missingRows(stateBefore, stateAfter), ...missingRows(indexBefore, indexAfter)];
  if (missing.length > 0)
    throw new OperatorError(`nothing was moved, since not all would be there: ${missing.join(', ')}`);
}
