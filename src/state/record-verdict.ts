/** Stores the verdict on an item with all that follows from it, or nothing. */
import type { Transaction } from 'kysely';
import type { FeedItem } from '../news/feed-item.ts';
import type { Story } from '../news/story.ts';
import type { StoryBook } from '../news/story-book.ts';
import { askForPost } from './ask-for-post.ts';
import type { StateSchema } from './schema.ts';
import { asStored, type StateDatabase } from './state-database.ts';

type Verdict = Parameters<StoryBook['record']>[0];

/**
 * @param at now, ISO 8601 in UTC.
 * @returns false when the item was judged before, or is gone with its feed: then nothing was stored.
 */
export function recordVerdict({ run }: StateDatabase, verdict: Verdict, at: string): Promise<boolean> {
  const { item, judgement, placement, story, posts, edits } = verdict;
  return run((db) =>
    db.transaction().execute(async (transaction) => {
      const judged = await transaction
        .updateTable('feed_items')
        .set({
          state: story === null ? 'irrelevant' : 'story',
          judgement: JSON.stringify(judgement),
          placement: placement === null ? null : JSON.stringify(placement),
          story_id: story?.id ?? null,
        })
        .where('feed_id', '=', item.feedId)
        .where('item_key', '=', asStored(item.key))
        .where('state', '=', 'new')
        .returning('content')
        .executeTakeFirst();
      if (judged === undefined) return false;
      if (story === null) await dropText(transaction, item, judged.content);
      else await storeStory(transaction, story);
      for (const post of posts) await askForPost(transaction, post, at);
      for (const { subscriptionId, dueAt } of story === null ? [] : edits)
        await askForEdit(transaction, subscriptionId, (story as Story).id, new Date(dueAt).toISOString());
      return true;
    }),
  );
}

/** Nobody reads the whole text of what is about something else. */
async function dropText(
  transaction: Transaction<StateSchema>,
  { feedId, key }: Verdict['item'],
  content: string,
): Promise<void> {
  const kept = JSON.parse(content) as FeedItem;
  if (kept.text === null) return;
  await transaction
    .updateTable('feed_items')
    .set({ content: JSON.stringify({ ...kept, text: null }) })
    .where('feed_id', '=', feedId)
    .where('item_key', '=', asStored(key))
    .execute();
}

/** Reports that are there and not in the story stay: somebody whose lease ran out may have added one meanwhile. */
async function storeStory(transaction: Transaction<StateSchema>, story: Story): Promise<void> {
  const seen = story.reports.map(({ seenAt }) => seenAt).sort();
  const values = {
    updated_at: story.updatedAt,
    last_seen_at: seen.at(-1) ?? story.updatedAt,
    case_id: story.caseId,
  };
  await transaction
    .insertInto('stories')
    .values({ story_id: story.id, opened_at: story.openedAt, ...values })
    .onConflict((conflict) => conflict.column('story_id').doUpdateSet(values))
    .execute();
  const rows = await transaction
    .selectFrom('story_reports')
    .select(['feed_id', 'item_key', 'content'])
    .where('story_id', '=', story.id)
    .execute();
  const stored = new Map(
    rows.map(({ feed_id, item_key, content }) => [JSON.stringify([feed_id, item_key]), content]),
  );
  for (const [position, report] of story.reports.entries()) {
    const item_key = asStored(report.itemKey);
    const content = JSON.stringify(report);
    if (stored.get(JSON.stringify([report.feedId, item_key])) === content) continue;
    const row = { story_id: story.id, position, seen_at: report.seenAt, content };
    await transaction
      .insertInto('story_reports')
      .values({ feed_id: report.feedId, item_key, ...row })
      .onConflict((conflict) => conflict.columns(['feed_id', 'item_key']).doUpdateSet(row))
      .execute();
  }
}

/**
 * A post that stands is edited; one that is just being made gets the edit after it, since it was drawn before this; one
 * that is still to be made is drawn from the story as it is then.
 */
async function askForEdit(
  transaction: Transaction<StateSchema>,
  subscriptionId: string,
  storyId: string,
  dueAt: string,
): Promise<void> {
  const posts = () =>
    transaction
      .updateTable('deliveries')
      .where('subscription_id', '=', subscriptionId)
      .where('story_id', '=', storyId)
      .where('kind', '=', 'story');
  await posts()
    .set((row) => ({
      revision: row('revision', '+', 1),
      state: 'due',
      due_at: dueAt,
      attempts: 0,
      first_tried_at: null,
      last_error: null,
      ended_at: null,
    }))
    .where('ref', 'is not', null)
    // An edit that is waiting is not put off by the next.
    .where('state', 'in', ['posted', 'dead'])
    .execute();
  await posts()
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('state', '=', 'due')
    .where('owner', 'is not', null)
    .execute();
}
