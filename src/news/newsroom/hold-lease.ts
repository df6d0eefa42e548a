/** A lease that is held while work goes on, and looked at before anything is stored. */
import type { LeaseBook } from '../subscription-book.ts';

export interface HeldLease {
  /** Whether it is still ours; lengthens it when that was some while ago. */
  holds(): Promise<boolean>;
  drop(): Promise<void>;
}

export interface LeaseDeps {
  readonly leases: LeaseBook;
  /** Unique for this process. */
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Milliseconds: longer than a call of a model takes, short enough that another process soon takes over from a dead one. */
const LEASE = 120_000;

/** @returns null while another process has it. */
export async function holdLease(name: string, { leases, owner, now }: LeaseDeps): Promise<HeldLease | null> {
  let heldAt = now();
  let lost = !(await leases.hold(name, owner, LEASE));
  if (lost) return null;
  const renew = async (): Promise<void> => {
    const asked = now();
    if (await leases.hold(name, owner, LEASE)) heldAt = asked;
    else lost = true;
  };
  // One call of a model may take longer than the lease.
  const timer = setInterval(() => void renew().catch(() => undefined), LEASE / 4);
  timer.unref();
  return {
    async holds() {
      if (!lost && now() - heldAt > LEASE / 4) await renew();
      return !lost;
    },
    async drop() {
      clearInterval(timer);
      if (!lost) await leases.drop(name, owner);
    },
  };
}
