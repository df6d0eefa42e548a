/** Rights that one process has at a time: rows with an owner and an end. */
import type { Kysely } from 'kysely';
import type { LeaseBook } from '../news/subscription-book.ts';
import type { StateSchema } from './schema.ts';
import type { StateDatabase } from './state-database.ts';

export interface KeptLeases extends LeaseBook {
  /** The rights whose names begin so, that somebody has now, by name. */
  held(prefix: string): Promise<{ name: string; owner: string }[]>;
}

/** @param now milliseconds since 1970. Where several machines share the database, their clocks must agree to seconds. */
export function createLeaseBook({ run }: StateDatabase, now: () => number): KeptLeases {
  return {
    held: (prefix) =>
      run((db) =>
        db
          .selectFrom('leases')
          .select(['name', 'owner'])
          // What sorts between the prefix and whatever comes after all that begin so: no pattern, which letters could break.
          .where('name', '>=', prefix)
          .where('name', '<', `${prefix}\u{10FFFF}`)
          .where('leased_until', '>', new Date(now()).toISOString())
          .orderBy('name')
          .execute(),
      ),
    hold: (name, owner, leaseMs) =>
      run((db) =>
        takeLease(db, {
          name,
          owner,
          until: new Date(now() + leaseMs).toISOString(),
          now: new Date(now()).toISOString(),
        }),
      ),
    drop: (name, owner) => run((db) => dropLease(db, { name, owner })),
  };
}

/** Milliseconds beyond what one asks for: who holds a right for longer has a clock that is, or was, far ahead. */
const FAR_AHEAD = 60 * 60_000;

interface Lease {
  readonly name: string;
  readonly owner: string;
}

/**
 * One statement: of several that ask at once, one gets it. A clock that was far ahead and was set right keeps nobody out:
 * some rights are never given back, and their owner may have ended.
 *
 * @param lease times are ISO 8601 in UTC.
 * @returns whether the owner has it now.
 */
export async function takeLease(
  db: Kysely<StateSchema>,
  { name, owner, until, now }: Lease & { readonly until: string; readonly now: string },
): Promise<boolean> {
  const farthest = new Date(Date.parse(until) + FAR_AHEAD).toISOString();
  const result = await db
    .insertInto('leases')
    .values({ name, owner, leased_until: until })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ owner, leased_until: until })
        .where((lease) =>
          lease.or([
            lease('leases.owner', '=', owner),
            lease('leases.leased_until', '<=', now),
            lease('leases.leased_until', '>', farthest),
          ]),
        ),
    )
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function dropLease(db: Kysely<StateSchema>, { name, owner }: Lease): Promise<void> {
  await db.deleteFrom('leases').where('name', '=', name).where('owner', '=', owner).execute();
}

/** What tells one claim of a post from every other. */
export interface HeldDelivery {
  readonly subscription_id: string;
  readonly post_key: string;
  readonly platform: string;
  readonly workspace_id: string;
  readonly channel_id: string;
  readonly owner: string;
  readonly attempts: number;
}

/** The channel's lease belongs to the one claim: not to the owner, which may have claimed another post since. */
export function channelLease(held: HeldDelivery): Lease {
  const { platform, workspace_id, channel_id, owner, subscription_id, post_key, attempts } = held;
  return {
    name: `channel:${platform}:${workspace_id}:${channel_id}`,
    owner: JSON.stringify([owner, subscription_id, post_key, attempts]),
  };
}
