/** Lets Kysely's SQLite dialect, written for better-sqlite3, drive Node's own SQLite. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';

/**
 * A typed query builder over an open connection, which stays its owner's to close.
 *
 * A transaction is either the owner's own on the connection, and queries run inside it, or the query builder's, which
 * lets other queries wait until it has ended: not both on one connection.
 */
export function createQueryBuilder<Schema>(db: DatabaseSync): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: new SqliteDialect({
      database: {
        close() {},
        prepare(sql) {
          // A full disk makes SQLite roll back by itself: a second one would fail, and hide the cause.
          if (sql === 'rollback' && !db.isTransaction) return NOTHING;
          const statement = db.prepare(sql);
          return {
            reader: statement.columns().length > 0,
            all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
            run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
            iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
          };
        },
      },
    }),
  });
}

/** A statement that does nothing. */
const NOTHING = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};
