/** What `doctor` tells of the state: which database it is in, of what version, and that it can be written. */
import { sql } from 'kysely';
import { STATE_MIGRATIONS } from './migrations.ts';
import { openStateAt, type StatePlace } from './state-database.ts';

/**
 * Opens the state as a server would, writes a row and takes it back.
 *
 * @returns one line.
 * @throws OperatorError when it cannot be opened or written.
 */
export async function describeState(place: StatePlace): Promise<string> {
  const state = await openStateAt(place);
  try {
    await state.run((db) =>
      db.transaction().execute(async (transaction) => {
        const probe = { name: 'doctor', owner: 'doctor', leased_until: '' };
        await transaction
          .insertInto('leases')
          .values(probe)
          .onConflict((conflict) => conflict.column('name').doUpdateSet(probe))
          .execute();
        await transaction.deleteFrom('leases').where('name', '=', 'doctor').execute();
      }),
    );
    const version = `schema ${STATE_MIGRATIONS.length}, can be written`;
    if (place.type === 'sqlite') return `${place.path} (${version})`;
    const { rows } = await state.run((db) =>
      sql<{ server_version: string }>`show server_version`.execute(db),
    );
    return `PostgreSQL ${rows[0]?.server_version ?? ''} at ${state.where} (${version})`;
  } finally {
    await state.close();
  }
}
