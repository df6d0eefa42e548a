/** Says in the database that this process is running, so that others leave alone what it is at work on. */
import { dropLease, takeLease } from './lease-book.ts';
import type { StateDatabase } from './state-database.ts';

/** Milliseconds after its last word for which a process counts as running. */
const LEASE = 45_000;
/** Milliseconds between two words: three may fail. */
const INTERVAL = 10_000;

/** As the table of leases has it. */
export const PRESENCE = 'process:';

export interface Presence {
  /** Says that the process has ended: others may take over at once. */
  end(): Promise<void>;
}

/**
 * Resolves when the first word is said.
 *
 * @param now milliseconds since 1970.
 * @param onFailure told when a word could not be said.
 */
export async function beginPresence(
  { run }: StateDatabase,
  processId: string,
  now: () => number,
  onFailure: (error: unknown) => void,
): Promise<Presence> {
  const lease = { name: `${PRESENCE}${processId}`, owner: processId };
  const say = () => {
    const time = now();
    const until = new Date(time + LEASE).toISOString();
    return run((db) => takeLease(db, { ...lease, until, now: new Date(time).toISOString() }));
  };
  await say();
  const timer = setInterval(() => void say().catch(onFailure), INTERVAL);
  timer.unref();
  return {
    async end() {
      clearInterval(timer);
      await run((db) => dropLease(db, lease)).catch(onFailure);
    },
  };
}
