/** All that a database file holds, table by table, as it was before an upgrade and is after it. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, SQLInputValue>>[];
}

/** Those of ordinary tables; the parts of a full-text index are its own. */
export function storedTables(path: string | URL): StoredTable[] {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    return db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .all()
      .map((table) => {
        const name = String(table.name);
        const rows = db.prepare(`SELECT * FROM "${name}"`).all() as StoredTable['rows'];
        const columns = db.prepare('SELECT name FROM pragma_table_info(?)').all(name);
        return { name, columns: columns.map((column) => String(column.name)), rows };
      });
  } finally {
    db.close();
  }
}

/** The rows of a table in the columns that it had before, in an order of their own, as texts. */
export function rowsAs(columns: readonly string[], rows: StoredTable['rows']): string[] {
  return rows.map((row) => JSON.stringify(columns.map((column) => plain(row[column])))).sort();
}

function plain(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}
