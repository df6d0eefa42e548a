/** How much waits, and how much went wrong: a handful of counts for metrics. */
import type { WorkCounts } from '../core/work-counts.ts';
import type { StateDatabase } from './state-database.ts';

/** @param now milliseconds since 1970. */
export async function countWork({ run }: Pick<StateDatabase, 'run'>, now: number): Promise<WorkCounts> {
  const time = new Date(now).toISOString();
  return run(async (db) => {
    const inbox = await db
      .selectFrom('inbox')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('payload', 'is not', null)
      .executeTakeFirst();
    const posts = await db
      .selectFrom('deliveries')
      .select(({ fn }) => ['state', fn.countAll<number>().as('n')])
      .where('state', 'in', ['due', 'dead'])
      .groupBy('state')
      .execute();
    const oldest = await db
      .selectFrom('deliveries')
      .innerJoin('subscriptions', 'subscriptions.subscription_id', 'deliveries.subscription_id')
      .select(({ fn }) => fn.min<string | null>('deliveries.due_at').as('at'))
      .where('deliveries.state', '=', 'due')
      .where('deliveries.due_at', '<=', time)
      .where('subscriptions.paused_at', 'is', null)
      .executeTakeFirst();
    const items = await db
      .selectFrom('feed_items')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('state', '=', 'new')
      .executeTakeFirst();
    const feeds = await db
      .selectFrom('feeds')
      .select(({ fn }) => [
        fn.countAll<number>().as('n'),
        fn.sum<number>(fn('sign', ['failures'])).as('failing'),
        fn.count<number>('disabled_at').as('disabled'),
      ])
      .executeTakeFirst();
    const notices = await db
      .selectFrom('correction_notices')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('sent_at', 'is', null)
      .executeTakeFirst();
    const inState = (state: string) => Number(posts.find((row) => row.state === state)?.n ?? 0);
    return {
      messages: Number(inbox?.n ?? 0),
      posts: inState('due'),
      oldestPostDueAt: oldest?.at ?? null,
      deadPosts: inState('dead'),
      items: Number(items?.n ?? 0),
      feeds: Number(feeds?.n ?? 0),
      failingFeeds: Number(feeds?.failing ?? 0),
      disabledFeeds: Number(feeds?.disabled ?? 0),
      notices: Number(notices?.n ?? 0),
    };
  });
}
