/** Databases of PostgreSQL as places for an index of a test. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { openPostgresIndex } from '../../../src/index/postgres/postgres-index-service.ts';
import type { IndexPlaces } from '../contract/index-places.ts';
import { plainLexicon } from '../index-kit.ts';

export interface PostgresPlacesOptions {
  /** Address of an empty database. */
  readonly newDatabase: () => Promise<string>;
  readonly hasVectors: boolean;
  /** Connections of each index. */
  readonly poolSize: number;
}

export function postgresPlaces({ newDatabase, hasVectors, poolSize }: PostgresPlacesOptions): IndexPlaces {
  return {
    hasVectors,
    newPlace: newDatabase,
    async open(url, { lexicon = plainLexicon(), ...options } = {}) {
      const index = await openPostgresIndex({
        database: { url, poolSize },
        lexicon,
        owner: randomUUID(),
        now: () => performance.now(),
        ...options,
      });
      let open = true;
      const { close } = index;
      index.close = async () => {
        if (!open) return;
        open = false;
        await close();
      };
      onTestFinished(() => index.close());
      return index;
    },
    forgetCopies: (url) => execute(url, 'delete from copy_keys; delete from story_copies'),
  };
}

/** Runs SQL past the index. */
export async function execute(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statements);
  } finally {
    await client.end();
  }
}
