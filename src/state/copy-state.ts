/** Copies all that the state keeps from one database to another, which may be of another kind. */
import { type Kysely, sql } from 'kysely';
import { PRESENCE } from './presence.ts';
import type { StateSchema } from './schema.ts';
import { openStateDatabase } from './state-database.ts';

/** Rows that one statement reads and another stores. */
const PORTION = 200;

interface StateTable {
  readonly name: string;
  /** Of its primary key. */
  readonly key: readonly string[];
}

/** Tables whose names and rows are told by the database. */
type AnyTables = Kysely<Record<string, Record<string, unknown>>>;

/** All tables of the newest schema, each after those that its rows refer to. */
async function stateTables(): Promise<StateTable[]> {
  const empty = openStateDatabase(':memory:');
  try {
    return await empty.run(async (db) => {
      const { rows } = await sql<{ name: string }>`select name from sqlite_schema
        where type = 'table' and name not like 'sqlite_%' order by name`.execute(db);
      const tables: (StateTable & { readonly needs: readonly string[] })[] = [];
      for (const { name } of rows) {
        const key = await sql<{ name: string }>`
          select name from pragma_table_info(${name}) where pk > 0 order by pk`.execute(db);
        const needs = await sql<{ table: string }>`
          select distinct "table" from pragma_foreign_key_list(${name})`.execute(db);
        tables.push({
          name,
          key: key.rows.map((column) => column.name),
          needs: needs.rows.map(({ table }) => table),
        });
      }
      return inOrder(tables);
    });
  } finally {
    await empty.close();
  }
}

function inOrder(tables: readonly (StateTable & { readonly needs: readonly string[] })[]): StateTable[] {
  const ordered: StateTable[] = [];
  const place = (name: string): void => {
    const table = tables.find((one) => one.name === name);
    if (table === undefined || ordered.some((one) => one.name === name)) return;
    for (const needed of table.needs) place(needed);
    ordered.push({ name, key: table.key });
  };
  for (const { name } of tables) place(name);
  return ordered;
}

/** Rows of each table. */
export async function countState(db: Kysely<StateSchema>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of await stateTables()) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(db);
    counts[name] = Number(rows[0]?.n ?? 0);
  }
  return counts;
}

/** Servers that said lately that they run. @param now ISO 8601 in UTC. */
export async function countServers(db: Kysely<StateSchema>, now: string): Promise<number> {
  const rows = await db
    .selectFrom('leases')
    .select('name')
    .where('name', 'like', `${PRESENCE}%`)
    .where('leased_until', '>', now)
    .execute();
  return rows.length;
}

/**
 * Copies every row. Call it with transactions: the first sees one state, the second stores all or nothing.
 *
 * @param to a database without rows.
 */
export async function copyState(
  from: Kysely<StateSchema>,
  to: Kysely<StateSchema>,
  signal: AbortSignal,
): Promise<void> {
  for (const { name, key } of await stateTables())
    for await (const rows of readRows(from, name, key)) {
      signal.throwIfAborted();
      await (to as unknown as AnyTables).insertInto(name).values(rows).execute();
    }
}

/** In the order of the key, which both databases sort by its bytes. */
async function* readRows(
  db: Kysely<StateSchema>,
  table: string,
  key: readonly string[],
): AsyncGenerator<Record<string, unknown>[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Record<string, unknown> | undefined;
  do {
    const after =
      last === undefined
        ? sql``
        : sql`where (${columns}) > (${sql.join(key.map((column) => last?.[column]))})`;
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table)} ${after} order by ${columns} limit ${PORTION}`.execute(db);
    if (rows.length > 0) yield rows;
    last = rows.length < PORTION ? undefined : rows.at(-1);
  } while (last !== undefined);
}
