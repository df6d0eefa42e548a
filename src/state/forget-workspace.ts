/** Deletes what is stored of a workspace. */
import type { Kysely } from 'kysely';
import { dropUnwatched } from './drop-unwatched.ts';
import type { StateSchema } from './schema.ts';

export interface WorkspaceKey {
  readonly platform: string;
  readonly workspaceId: string;
}

/** What has columns for both, and no other table's rows go with. Ratings, audits, reports and notices go with answers. */
const TABLES = [
  'answers',
  'inbox',
  'threads',
  'settings',
  'subscriptions',
  'deliveries',
  'rate_limits',
  'installations',
] as const;

/**
 * Its tokens, settings, subscriptions with their posts, own feeds with what they brought, questions, answers, ratings,
 * reports of errors, messages that wait for a reply, and counts. To be called in a transaction.
 *
 * @returns rows that were deleted, those aside that went with others.
 */
export async function forgetWorkspace(
  db: Kysely<StateSchema>,
  { platform, workspaceId }: WorkspaceKey,
): Promise<number> {
  let rows = 0n;
  for (const table of TABLES) {
    const deleted = await db
      .deleteFrom(table)
      .where('platform', '=', platform)
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirst();
    rows += deleted.numDeletedRows;
  }
  // Feeds of its own are told by the workspace alone: ids of different platforms are never alike.
  const own = db.selectFrom('feeds').select('feed_id').where('scope', '=', workspaceId);
  await db.deleteFrom('story_reports').where('feed_id', 'in', own).execute();
  const feeds = await db.deleteFrom('feeds').where('scope', '=', workspaceId).executeTakeFirst();
  rows += feeds.numDeletedRows;
  await db
    .deleteFrom('stories')
    .where('story_id', 'not in', (row) => row.selectFrom('story_reports').select('story_id'))
    .execute();
  await dropUnwatched(db);
  return Number(rows);
}
