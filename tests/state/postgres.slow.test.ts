/** What holds for a state in a file holds for one in PostgreSQL: the same tests, each on a database of its own. */
import pg from 'pg';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { startPostgres, type TestPostgres } from '../support/postgres-kit.ts';
import { keepStateIn } from './state-kit.ts';

let postgres: TestPostgres;
/** What each path of the present test stands for. */
const databases = new Map<string, Promise<string>>();
/** Databases of tests that have ended: emptied, they serve the next, since making one takes half a second. */
const used: string[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

async function emptyDatabase(): Promise<string> {
  const url = used.pop();
  if (url === undefined) return postgres.newDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`select string_agg('delete from ' || table_name, '; ') as sql
    from information_schema.tables where table_schema = 'public' and table_name <> 'casebook_schema'`);
  await client.query(rows[0].sql);
  await client.end();
  return url;
}

keepStateIn(async (path) => {
  // What is in memory is new each time; a path stands for the same database each time.
  const known = path === ':memory:' ? undefined : databases.get(path);
  const url = known ?? emptyDatabase();
  databases.set(path, url);
  if (known === undefined) {
    const taken = await url;
    onTestFinished(() => {
      databases.delete(path);
      used.push(taken);
    });
  }
  return { type: 'postgres', url: await url, poolSize: 3 };
});

await import('./answers-and-ratings.test.ts');
await import('./conversations.test.ts');
await import('./corrections.test.ts');
await import('./count-work.test.ts');
await import('./departures.test.ts');
await import('./error-reports.test.ts');
await import('./forget-user.test.ts');
await import('./inbox.test.ts');
await import('./installations.test.ts');
await import('./news-deliveries.test.ts');
await import('./news-edits.test.ts');
await import('./news-feeds.test.ts');
await import('./news-stories.test.ts');
await import('./news-subscriptions.test.ts');
await import('./purge.test.ts');
await import('./records.test.ts');
await import('./settings-shelf.test.ts');
await import('./workspaces.test.ts');
await import('../news/newsroom/newsroom.test.ts');
await import('../news/newsroom/ask-digests.test.ts');
