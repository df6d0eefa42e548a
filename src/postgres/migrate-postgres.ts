/** Brings our tables in a PostgreSQL database up to date: wholly or not at all, by whichever process comes first. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { OperatorError } from '../core/errors.ts';

export interface PostgresSchema {
  /** Names this part of the tables in the table of versions: several parts may share a database. */
  readonly part: string;
  /** Step i leads from version i to i + 1, in the SQL that SQLite also takes. A step that was released is never edited. */
  readonly migrations: readonly string[];
}

/** Of the lock that one migrating process holds: any number that nobody else takes («CBpg»). */
const LOCK = 0x43427067;

/**
 * @param where the database without name and password.
 * @throws OperatorError when it is of a newer version or holds another program's tables; it is then untouched.
 */
export async function migratePostgres(
  db: Kysely<unknown>,
  schema: PostgresSchema,
  where: string,
): Promise<void> {
  // Without the lock first: who may not make tables can use those that are there.
  const present = await readVersion(db, schema.part);
  refuseNewer(present, schema, where);
  if (present === schema.migrations.length) return;
  await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
    const version = await readVersion(transaction, schema.part);
    refuseNewer(version, schema, where);
    if (version === null) await makeVersionTable(transaction, where);
    for (const step of schema.migrations.slice(version ?? 0))
      await sql.raw(forPostgres(step)).execute(transaction);
    const newest = schema.migrations.length;
    await sql`insert into casebook_schema (part, version) values (${schema.part}, ${newest})
      on conflict (part) do update set version = excluded.version`.execute(transaction);
  });
}

/** The version of the part; 0 when only other parts are there, null when no part of ours is. */
async function readVersion(db: Kysely<unknown>, part: string): Promise<number | null> {
  const { rows: found } = await sql<{ there: boolean }>`select exists (
      select 1 from information_schema.tables
      where table_schema = current_schema() and table_name = 'casebook_schema') as there`.execute(db);
  if (found[0]?.there !== true) return null;
  const { rows } = await sql<{
    version: number;
  }>`select version from casebook_schema where part = ${part}`.execute(db);
  return rows[0]?.version ?? 0;
}

function refuseNewer(version: number | null, { migrations }: PostgresSchema, where: string): void {
  if ((version ?? 0) > migrations.length)
    throw new OperatorError(
      `the database ${where} was written by a newer Casebook: upgrade, or let DATABASE_URL name another database`,
    );
}

/** Tables of extensions are nobody's; any other is a sign that this is another program's database. */
async function makeVersionTable(transaction: Transaction<unknown>, where: string): Promise<void> {
  const { rows } = await sql<{ relname: string }>`select c.relname from pg_class c
    where c.relnamespace = (select oid from pg_namespace where nspname = current_schema())
      and c.relkind in ('r', 'p')
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname limit 1`.execute(transaction);
  const foreign = rows[0]?.relname;
  if (foreign !== undefined)
    throw new OperatorError(
      `the database ${where} holds another program's tables ("${foreign.slice(0, 63)}"): let DATABASE_URL name one of Casebook's own`,
    );
  await sql`create table casebook_schema (part text primary key, version bigint not null)`.execute(
    transaction,
  );
}

/** Texts sort by their bytes, as in SQLite; whole numbers have 64 bits. */
function forPostgres(step: string): string {
  return step
    .replaceAll(/\bTEXT\b/g, 'TEXT COLLATE "C"')
    .replaceAll(/\bINTEGER\b/g, 'BIGINT')
    .replaceAll(/\bREAL\b/g, 'DOUBLE PRECISION');
}
