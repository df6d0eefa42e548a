/** Messages that nobody answered in time are dropped with their text, but not without a word. */
import { before, KEEP_MESSAGES } from './retention.ts';
import type { StateDatabase } from './state-database.ts';

/** Is told, for each platform, how many messages were dropped. */
export type OnExpired = (platform: string, count: number) => void;

/**
 * Drops what was taken longer than `KEEP_MESSAGES` ago and not settled, on every platform: also on one that is no
 * longer set up.
 *
 * @param now milliseconds since 1970.
 */
export async function dropExpired({ run }: StateDatabase, now: number, onExpired: OnExpired): Promise<void> {
  const dropped = await run((db) =>
    db
      .deleteFrom('inbox')
      .where('payload', 'is not', null)
      .where('taken_at', '<', before(now, KEEP_MESSAGES))
      .returning('platform')
      .execute(),
  );
  const byPlatform = Map.groupBy(dropped, ({ platform }) => platform);
  for (const [platform, rows] of byPlatform) onExpired(platform, rows.length);
}
