/** Stories, with their reports in the order in which they were seen. */
import type { Kysely } from 'kysely';
import type { Story, StoryReport } from '../news/story.ts';
import type { StateSchema } from './schema.ts';

/** Stories whose reports are read in one statement. */
const BATCH = 200;

/** @param rows of the stories, in the order in which they are given back. */
export async function withReports(
  db: Kysely<StateSchema>,
  rows: readonly StateSchema['stories'][],
): Promise<Story[]> {
  const reports = new Map<string, StoryReport[]>(rows.map(({ story_id }) => [story_id, []]));
  const ids = [...reports.keys()];
  for (let i = 0; i < ids.length; i += BATCH) {
    const found = await db
      .selectFrom('story_reports')
      .select(['story_id', 'content'])
      .where('story_id', 'in', ids.slice(i, i + BATCH))
      .orderBy('position')
      .orderBy('seen_at')
      .orderBy('feed_id')
      .orderBy('item_key')
      .execute();
    for (const { story_id, content } of found)
      reports.get(story_id)?.push(JSON.parse(content) as StoryReport);
  }
  return rows.map((row) => ({
    id: row.story_id,
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    caseId: row.case_id,
    reports: reports.get(row.story_id) ?? [],
  }));
}
