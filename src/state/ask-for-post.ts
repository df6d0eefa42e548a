/** Asks for a post of a subscription, once. */
import type { Kysely } from 'kysely';
import type { DesiredPost } from '../news/story-book.ts';
import type { StateSchema } from './schema.ts';

/**
 * Nothing happens when it was asked for before, or the subscription is gone. But a story's post that was given up or
 * dropped, and is asked for again by a further report, is tried once more: without it no update would come either.
 *
 * @param at now, ISO 8601 in UTC.
 */
export async function askForPost(db: Kysely<StateSchema>, post: DesiredPost, at: string): Promise<void> {
  await db
    .insertInto('deliveries')
    .columns([
      'subscription_id',
      'post_key',
      'kind',
      'story_id',
      'platform',
      'workspace_id',
      'channel_id',
      'state',
      'asked_at',
      'due_at',
      'attempts',
      'revision',
      'posted_revision',
    ])
    .expression((eb) =>
      eb
        .selectFrom('subscriptions')
        .select((row) => [
          'subscription_id',
          row.val(post.key).as('post_key'),
          row.val(post.kind).as('kind'),
          row.val(post.storyId).as('story_id'),
          'platform',
          'workspace_id',
          'channel_id',
          row.val('due').as('state'),
          row.val(at).as('asked_at'),
          row.val(new Date(post.dueAt).toISOString()).as('due_at'),
          row.lit(0).as('attempts'),
          row.lit(1).as('revision'),
          row.lit(0).as('posted_revision'),
        ])
        .where('subscription_id', '=', post.subscriptionId),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['subscription_id', 'post_key'])
        // The attempts stay: what was tried before is looked for before it is posted.
        .doUpdateSet({ state: 'due', due_at: new Date(post.dueAt).toISOString(), ended_at: null })
        .where('deliveries.kind', '=', 'story')
        .where('deliveries.state', 'in', ['dead', 'dropped'])
        .where('deliveries.ref', 'is', null),
    )
    .execute();
}
