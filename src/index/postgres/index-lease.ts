/** Rights that one process has at a time, in rows: they hold behind a pooler, and end by themselves after a kill. */
import { sql } from 'kysely';
import type { IndexDb } from './index-database.ts';

/** What one process does for all: the embedded model's vectors, and those of a neural model, which may cost money. */
export type LeaseName = 'embedding' | 'neural';

/** Takes or keeps the right by the clock of the database. @returns whether it is ours now. */
export async function claimLease(
  db: IndexDb,
  name: LeaseName,
  owner: string,
  seconds: number,
): Promise<boolean> {
  const { rows } = await sql`insert into index_leases (name, owner, leased_until)
    values (${name}, ${owner}, now() + make_interval(secs => ${seconds}))
    on conflict (name) do update set owner = excluded.owner, leased_until = excluded.leased_until
    where index_leases.owner = excluded.owner or index_leases.leased_until < now()
    returning owner`.execute(db);
  return rows.length > 0;
}

/** Gives back what is ours. */
export async function releaseLeases(db: IndexDb, owner: string): Promise<void> {
  await db.deleteFrom('index_leases').where('owner', '=', owner).execute();
}

/** Lets go of one, where it is the owner's: who waits for it need not wait until it runs out. */
export async function releaseLease(db: IndexDb, name: LeaseName, owner: string): Promise<void> {
  await db.deleteFrom('index_leases').where('name', '=', name).where('owner', '=', owner).execute();
}
