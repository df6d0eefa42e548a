/** PostgreSQL that cannot be used is told in one line; what a broken connection undid is done again, and nothing twice. */
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { OperatorError } from '../../src/core/errors.ts';
import { openPostgres, type PostgresDatabase } from '../../src/postgres/open-postgres.ts';
import { startDoor } from '../support/connection-door.ts';
import { startPostgres, type TestPostgres } from '../support/postgres-kit.ts';

interface Boats {
  boats: { name: string; crew: number };
}

const FIRST = 'CREATE TABLE boats (name TEXT PRIMARY KEY)';
const SECOND = `ALTER TABLE boats ADD COLUMN crew INTEGER NOT NULL DEFAULT 1; CREATE INDEX boats_crew ON boats (crew)`;

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres({ direct: true });
});
afterAll(() => postgres.stop());

async function open(url: string, migrations: readonly string[] = [FIRST, SECOND], part = 'boats') {
  const database = await openPostgres<Boats>({ url, part, migrations, poolSize: 2 });
  onTestFinished(() => database.close());
  return database;
}

const names = async (database: PostgresDatabase<Boats>): Promise<string[]> =>
  (await database.run((db) => db.selectFrom('boats').select('name').orderBy('name').execute())).map(
    ({ name }) => name,
  );

/** Runs statements as the server's owner. */
async function admin(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

describe('the tables', () => {
  it('are made by one of several that come at once, and brought up to date with what they held', async () => {
    const url = await postgres.newDatabase();
    const [first] = await Promise.all([1, 2, 3].map(() => open(url, [FIRST])));
    await first?.run((db) => sql`insert into boats values ('Marjolaine'), ('Zoé')`.execute(db));
    const [next] = await Promise.all([1, 2, 3].map(() => open(url)));
    const rows = await next?.run((db) => db.selectFrom('boats').selectAll().orderBy('name').execute());
    expect(rows).toEqual([
      { name: 'Marjolaine', crew: 1 },
      { name: 'Zoé', crew: 1 },
    ]);
    await expect(open(url, [FIRST])).rejects.toThrow(/was written by a newer Casebook: upgrade/);
  });

  it('stay as they were when a step fails', async () => {
    const url = await postgres.newDatabase();
    await open(url, [FIRST]);
    await expect(open(url, [FIRST, SECOND, 'CREATE TABLE boats (oops)'])).rejects.toThrow();
    expect(await names(await open(url, [FIRST]))).toEqual([]);
  });

  it('of two parts share a database', async () => {
    const url = await postgres.newDatabase();
    await open(url);
    await open(url, ['CREATE TABLE harbours (name TEXT)'], 'harbours');
    expect(await names(await open(url))).toEqual([]);
  });
});

describe('is told in one line, without the password:', () => {
  const refused = async (opening: Promise<unknown>, said: RegExp) => {
    const error: unknown = await opening.then(
      () => 'opened',
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(OperatorError);
    expect((error as Error).message).toMatch(said);
    expect((error as Error).message).not.toMatch(/pass(?!word)|\n/);
  };

  it('another program’s database', async () => {
    const url = await postgres.newDatabase();
    await admin(url, 'create table recipes (name text)');
    await refused(open(url), /holds another program's tables \("recipes"\)/);
  });

  it('a server that is not there, and a host that is not', async () => {
    await refused(
      open('postgres://u:pass@127.0.0.1:1/db'),
      /127\.0\.0\.1:1\/db cannot be reached \(ECONNREFUSED\): start it/,
    );
    await refused(
      open('postgres://u:pass@no-such-host.invalid/db'),
      /no-such-host\.invalid:5432\/db cannot be reached/,
    );
  });

  it('a wrong name or password, no password, no such database', async () => {
    const url = new URL(await postgres.newDatabase());
    url.password = 'pass-wrong';
    await refused(open(url.href), /refuses the name, the password or this machine/);
    url.password = '';
    await refused(open(url.href), /refuses the name, the password or this machine/);
    const other = new URL(await postgres.newDatabase());
    other.pathname = '/nowhere';
    await refused(open(other.href), /\/nowhere has no such database: create it/);
  });

  it('a user without rights, and one who may use what the owner made', async () => {
    const url = await postgres.newDatabase();
    await admin(url, `create role guest login password 'pass-guest'`);
    const guest = new URL(url);
    guest.username = 'guest';
    guest.password = 'pass-guest';
    await refused(open(guest.href), /lacks rights in .*: make it the owner/);
    await open(url);
    await admin(url, 'grant select, insert, update, delete on all tables in schema public to guest');
    expect(await names(await open(guest.href))).toEqual([]);
  });

  it('one that only reads, and one that has no connection left', async () => {
    const url = await postgres.newDatabase();
    const name = new URL(url).pathname.slice(1);
    const database = await open(url);
    await admin(url, `alter database ${name} set default_transaction_read_only = on`);
    const standby = await open(url);
    const add = (db: Kysely<Boats>) => db.insertInto('boats').values({ name: 'a', crew: 1 }).execute();
    await refused(standby.run(add), /only reads: let DATABASE_URL name the primary/);
    await admin(
      url,
      'set default_transaction_read_only = off',
      `alter database ${name} reset default_transaction_read_only`,
    );
    // Its connection led to a server that only reads: it took another.
    await standby.run(add);
    expect(await names(database)).toEqual(['a']);
    await admin(
      url,
      `create role few login password 'pass-few' connection limit 1`,
      'grant all on schema public to few',
    );
    const few = new URL(url);
    few.username = 'few';
    few.password = 'pass-few';
    const holder = new pg.Client({ connectionString: few.href });
    await holder.connect();
    await refused(open(few.href), /no connection left: raise its max_connections/);
    await holder.end();
  });
});

describe('work', () => {
  it('is done again when its connection is ended before the commit, and only once', async () => {
    const database = await open(await postgres.newDatabase());
    let runs = 0;
    await database.run((db) =>
      db.transaction().execute(async (transaction) => {
        runs += 1;
        await transaction
          .insertInto('boats')
          .values({ name: `run ${runs}`, crew: 1 })
          .execute();
        if (runs === 1) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(transaction);
      }),
    );
    expect(await names(database)).toEqual(['run 2']);
  });

  it('is done again when its connection breaks as it begins, and what only reads also as it ends', async () => {
    const door = await startDoor(await postgres.newDatabase());
    const database = await open(door.url);
    const add = (name: string) =>
      database.run((db) =>
        db.transaction().execute((tables) => tables.insertInto('boats').values({ name, crew: 1 }).execute()),
      );
    const read = () =>
      database.run((db) =>
        db
          .transaction()
          .setIsolationLevel('repeatable read')
          .setAccessMode('read only')
          .execute((tables) => tables.selectFrom('boats').select('name').execute()),
      );
    door.cutAt('begin', 2);
    await add('a');
    for (const words of ['start transaction', 'commit']) {
      door.cutAt(words, 2);
      expect(await read()).toEqual([{ name: 'a' }]);
      expect(door.toCut).toBe(0);
    }
    // Nobody knows whether a change was stored whose end got no answer: it is told, not done twice.
    door.cutAt('commit', 1);
    await expect(add('b')).rejects.toThrow(/cannot be reached/);
  });

  it('is done again when the server undid it for another’s', async () => {
    const url = await postgres.newDatabase();
    const [one, two] = [await open(url), await open(url)];
    await one.run((db) =>
      db
        .insertInto('boats')
        .values([
          { name: 'a', crew: 0 },
          { name: 'b', crew: 0 },
        ])
        .execute(),
    );
    // Each takes one row and wants the other's: a deadlock, which the server ends by undoing one.
    const both = ['a', 'b'];
    const raise = (database: typeof one, order: readonly string[]) =>
      database.run((db) =>
        db.transaction().execute(async (transaction) => {
          for (const name of order) {
            await transaction
              .updateTable('boats')
              .set((row) => ({ crew: row('crew', '+', 1) }))
              .where('name', '=', name)
              .execute();
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
        }),
      );
    await Promise.all([raise(one, both), raise(two, both.toReversed())]);
    const rows = await one.run((db) => db.selectFrom('boats').select('crew').execute());
    expect(rows).toEqual([{ crew: 2 }, { crew: 2 }]);
  });

  it('goes on after the server was restarted, also when its connections were idle', async () => {
    const database = await open(await postgres.newDatabase());
    await database.run((db) => db.insertInto('boats').values({ name: 'a', crew: 1 }).execute());
    await postgres.kill();
    const reading = names(database);
    await postgres.restart();
    expect(await reading).toEqual(['a']);
    await database.run((db) => db.insertInto('boats').values({ name: 'b', crew: 1 }).execute());
    expect(await names(database)).toEqual(['a', 'b']);
  });

  it('keeps numbers as numbers, and texts without what PostgreSQL cannot hold', async () => {
    const database = await open(await postgres.newDatabase());
    await database.run((db) =>
      db
        .insertInto('boats')
        .values({ name: 'nul \u0000 « é » 😀', crew: 2 ** 40 })
        .execute(),
    );
    const rows = await database.run((db) => db.selectFrom('boats').selectAll().execute());
    expect(rows).toEqual([{ name: 'nul \uFFFD « é » 😀', crew: 2 ** 40 }]);
  });
});
