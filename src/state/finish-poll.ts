/** Ends a poll: the feed's new state and what is new of its items, in one transaction. */
import type { Transaction } from 'kysely';
import type { PollResult, SightedItem } from '../news/feed-book.ts';
import { linkHash } from './link-hash.ts';
import type { StateSchema } from './schema.ts';
import { asStored, type StateDatabase } from './state-database.ts';

interface EndedPoll {
  readonly owner: string;
  readonly id: string;
  readonly result: PollResult;
  readonly items: readonly SightedItem[];
  /** Now, ISO 8601 in UTC. */
  readonly at: string;
}

/** Rows of one statement: a database takes some thousands of values in one. */
const BATCH = 100;

/** @returns how many items will be judged; null when the feed is not the owner's: then nothing was stored. */
export function finishPoll({ run }: StateDatabase, poll: EndedPoll): Promise<number | null> {
  const { owner, id, result, at } = poll;
  return run((db) =>
    db.transaction().execute(async (transaction) => {
      const feed = await transaction
        .updateTable('feeds')
        .set({
          ...stated(result),
          next_poll_at: new Date(result.nextPollAt).toISOString(),
          failures: result.failures,
          trouble: result.trouble,
          trouble_code: result.troubleCode,
          last_polled_at: at,
          ...(result.ok ? { last_ok_at: at } : {}),
          ...(poll.items.length > 0 ? { read_at: at } : {}),
          ...(result.disable === true ? { disabled_at: at } : {}),
          owner: null,
          leased_until: null,
        })
        .where('feed_id', '=', id)
        .where('owner', '=', owner)
        .returning(['seeded', 'scope'])
        .executeTakeFirst();
      if (feed === undefined) return null;
      if (result.url !== undefined) await move(transaction, id, feed.scope, result.url);
      if (result.ok && feed.seeded === 0)
        await transaction.updateTable('feeds').set({ seeded: 1 }).where('feed_id', '=', id).execute();
      return storeItems(transaction, poll, feed.seeded === 0);
    }),
  );
}

/** The columns that the poll has something to say of. */
function stated(result: PollResult) {
  const columns = {
    title: result.title,
    site_url: result.siteUrl,
    lang: result.lang,
    etag: result.etag,
    last_modified: result.lastModified,
    body_hash: result.bodyHash,
    interval_minutes: result.intervalMinutes,
    refresh_minutes: result.refreshMinutes,
    moved_to: result.movedTo,
    moved_polls: result.movedPolls,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/** A feed moves to its new address, unless its scope has one there. */
async function move(
  transaction: Transaction<StateSchema>,
  id: string,
  scope: string,
  url: string,
): Promise<void> {
  const there = await transaction
    .selectFrom('feeds')
    .select('feed_id')
    .where('scope', '=', scope)
    .where('url_hash', '=', linkHash(url))
    .where('feed_id', '!=', id)
    .limit(1)
    .executeTakeFirst();
  if (there !== undefined) return;
  await transaction
    .updateTable('feeds')
    .set({ url, url_hash: linkHash(url) })
    .where('feed_id', '=', id)
    .execute();
}

async function storeItems(
  transaction: Transaction<StateSchema>,
  { id, items, at }: EndedPoll,
  seeding: boolean,
): Promise<number> {
  let judged = 0;
  for (let i = 0; i < items.length; i += BATCH) {
    const batch = await unknownOf(transaction, id, items.slice(i, i + BATCH), at);
    const rows = batch.map(({ item, linkMark, titleMark, news }, n) => {
      const seed = seeding || !news;
      if (!seed) judged += 1;
      return {
        feed_id: id,
        item_key: asStored(item.key),
        url_hash: item.url === null ? null : linkHash(item.url),
        link_mark: linkMark,
        title_mark: titleMark,
        seen_at: at,
        in_feed_at: at,
        // Feeds have the newest first.
        ordinal: items.length - i - n,
        state: seed ? ('seed' as const) : ('new' as const),
        content: JSON.stringify(seed ? { ...item, text: null } : item),
      };
    });
    if (rows.length > 0)
      await transaction
        .insertInto('feed_items')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  }
  return judged;
}

/** Those that the feed has not under their key, link or title; notes of the others that they still stand there. */
async function unknownOf(
  transaction: Transaction<StateSchema>,
  feedId: string,
  items: readonly SightedItem[],
  at: string,
): Promise<SightedItem[]> {
  const keys = items.map(({ item }) => asStored(item.key));
  const links = items.flatMap(({ linkMark }) => linkMark ?? []);
  const titles = items.flatMap(({ titleMark }) => titleMark ?? []);
  const rows = await transaction
    .updateTable('feed_items')
    .set({ in_feed_at: at })
    .where('feed_id', '=', feedId)
    .where((row) =>
      row.or([
        row('item_key', 'in', keys),
        ...(links.length > 0 ? [row('link_mark', 'in', links)] : []),
        ...(titles.length > 0 ? [row('title_mark', 'in', titles)] : []),
      ]),
    )
    .returning(['item_key', 'link_mark', 'title_mark'])
    .execute();
  const known = {
    keys: new Set(rows.map(({ item_key }) => item_key)),
    links: new Set(rows.map(({ link_mark }) => link_mark)),
    titles: new Set(rows.map(({ title_mark }) => title_mark)),
  };
  return items.filter(
    ({ item, linkMark, titleMark }) =>
      !known.keys.has(asStored(item.key)) &&
      (linkMark === null || !known.links.has(linkMark)) &&
      (titleMark === null || !known.titles.has(titleMark)),
  );
}
