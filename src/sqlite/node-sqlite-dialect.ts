/** Lets Kysely's SQLite dialect, written for better-sqlite3, drive Node's own SQLite. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';

/**
 * A typed query builder over an open connection, which stays its owner's to close.
 *
 * A transaction is either the owner's own on the connection, and queries run inside it, or the query builder's, which
 * lets other queries wait until it has ended: not both on one connection.
 */
export function createQueryBuilder<Schema>(db: DatabaseSync): Kysely<Schema> {
  const prepared = new Map<string, StatementSync>();
  /** Preparing takes longer than most of our statements; a query builder writes few different ones. */
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = db.prepare(sql);
    // Queries with long lists of values differ in each length.
    if (prepared.size >= MOST_PREPARED) prepared.clear();
    prepared.set(sql, statement);
    return statement;
  };
  return new Kysely<Schema>({
    dialect: new SqliteDialect({
      database: {
        close() {
          prepared.clear();
        },
        prepare(sql) {
          // A full disk makes SQLite roll back by itself: a second one would fail, and hide the cause.
          if (sql === 'rollback' && !db.isTransaction) return NOTHING;
          const statement = prepare(sql);
          return {
            reader: statement.columns().length > 0,
            all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
            run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
            // One of its own: it is read while others run.
            iterate: (parameters) => db.prepare(sql).iterate(...(parameters as SQLInputValue[])),
          };
        },
      },
    }),
  });
}

/** Statements that are kept; some kilobytes each. */
const MOST_PREPARED = 100;

/** A statement that does nothing. */
const NOTHING = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};
