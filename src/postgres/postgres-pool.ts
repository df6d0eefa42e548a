/** Connections to PostgreSQL, as Kysely takes them: each knows whether what failed on it can have happened. */
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { isBroken, isReadOnly } from './postgres-errors.ts';

export interface ConnectionPool extends PostgresPool {
  /** True when it is not known whether what failed so was done all the same. */
  isUncertain(error: unknown): boolean;
}

/** Milliseconds for a connection, or for the turn to use one. */
const CONNECT_TIMEOUT = 5_000;
/** Milliseconds after which a connection that nobody uses is closed. */
const IDLE_TIMEOUT = 30_000;
/** Milliseconds after which the system looks whether a silent connection still leads anywhere. */
const KEEP_ALIVE_DELAY = 10_000;

/** OIDs of PostgreSQL's 64-bit integers and of the sums of them: ours are all below 2^53. */
const NUMBERS = [20, 1700];

/**
 * Works behind a pooler that gives each transaction another session: nothing is set for a session, no statement is named.
 *
 * @param size connections at most.
 * @param queryTimeout milliseconds for a statement: what takes longer waits on a connection that leads nowhere any more.
 */
export function createPostgresPool(url: string, size: number, queryTimeout: number): ConnectionPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    query_timeout: queryTimeout,
    idleTimeoutMillis: IDLE_TIMEOUT,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY,
    fallback_application_name: 'casebook',
    types: { getTypeParser: parserOf },
  });
  // A connection that breaks while nobody uses it is replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const uncertain = new WeakSet<object>();
  return {
    options: {},
    connect: async () => guarded(await pool.connect(), uncertain),
    end: () => pool.end(),
    isUncertain: (error) => error instanceof Error && uncertain.has(error),
  };
}

const parserOf: typeof pg.types.getTypeParser = (oid: number, format?: unknown) =>
  NUMBERS.includes(oid) && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text');

/** How a transaction begins, as Kysely has it. */
const BEGINS = /^(?:begin|start transaction)/;

function guarded(client: pg.PoolClient, uncertain: WeakSet<object>): PostgresPoolClient {
  let inTransaction = false;
  /** Of a transaction: whatever becomes of its end, nothing was changed. */
  let onlyReads = false;
  let useless = false;
  async function query(statement: string, parameters: readonly unknown[]): Promise<pg.QueryResult> {
    try {
      const result = await client.query(statement, parameters.map(storable));
      if (BEGINS.test(statement)) {
        inTransaction = true;
        onlyReads = /read only/.test(statement);
      }
      if (/^(?:commit|rollback)$/.test(statement)) inTransaction = false;
      return result;
    } catch (error) {
      useless ||= isBroken(error) || isReadOnly(error);
      // The connection is gone and the transaction with it: the cause is to be told, not this.
      if (statement === 'rollback' && useless)
        return { command: 'ROLLBACK', rowCount: null, rows: [], oid: 0, fields: [] };
      const changes = statement === 'commit' ? !onlyReads : !inTransaction && !/^select/.test(statement);
      const mayBeDone = changes && !BEGINS.test(statement);
      if (isBroken(error) && mayBeDone) uncertain.add(error as Error);
      throw error;
    }
  }
  return {
    // Kysely's interface also has a cursor's form, which is not used here.
    query: query as unknown as PostgresPoolClient['query'],
    release: (discard?: boolean) => client.release(useless || discard === true),
  };
}

/** PostgreSQL's texts hold everything but NUL. What may hold one is kept as JSON, which escapes it; ids have none. */
function storable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(storable);
  return typeof value === 'string' && value.includes('\u0000') ? value.replaceAll('\u0000', '\uFFFD') : value;
}
