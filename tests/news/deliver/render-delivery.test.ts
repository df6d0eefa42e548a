/** What is posted is drawn from the books as they are then: stories, updates, digests at their time, notices. */
import { expect, it } from 'vitest';
import { reportText } from '../../../src/core/report.ts';
import type { Subscription } from '../../../src/core/subscription.ts';
import { createDelivery } from '../../../src/news/deliver/delivery.ts';
import { createRenderDelivery } from '../../../src/news/deliver/render-delivery.ts';
import { digestReport } from '../../../src/news/render/digest-report.ts';
import { storyReport } from '../../../src/news/render/story-report.ts';
import { updateReport } from '../../../src/news/render/update-report.ts';
import { missedDigest } from '../../../src/news/subscribe/next-digest.ts';
import { pollAt, seededFeed } from '../../state/news-kit.ts';
import { DAY } from '../../state/state-kit.ts';
import { openNewsroom } from '../newsroom/newsroom-kit.ts';

const MINUTE = 60_000;

/** A newsroom with a platform behind it that remembers what stands in its channels. */
async function open(subscription: Partial<Subscription>) {
  const wants = () => true;
  const afterQuiet = (_: unknown, at: Date) => at;
  const kit = await openNewsroom([{ lang: 'en', ...subscription }], {
    rules: {
      wants,
      afterQuiet,
      digestDue: ({ schedule, timeZone }, after, upTo) =>
        schedule === null ? null : missedDigest({ schedule, timeZone }, after, upTo),
    },
  });
  const { state } = kit;
  const posts = new Map<string, { text: string; replyTo: string | undefined }>();
  const delivery = createDelivery({
    books: state.news,
    rules: { afterQuiet, nextSlot: (_sub, _posted, now) => now },
    render: createRenderDelivery({
      ...state.news,
      wants,
      story: storyReport,
      update: updateReport,
      digest: digestReport,
      caseTitles: async () => new Map(),
      draw: async () => null,
      now: () => state.time,
    }),
    platforms: () => [
      {
        platform: 'slack',
        async publish(_place, { report, replyTo }) {
          const ref = `post${posts.size + 1}`;
          posts.set(ref, { text: reportText(report), replyTo });
          return ref;
        },
        async revise(_place, ref, { report }) {
          posts.set(ref, { text: reportText(report), replyTo: posts.get(ref)?.replyTo });
        },
      },
    ],
    owner: 'one',
    now: () => state.time,
    random: () => 0.5,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    describe: String,
  });
  return {
    ...kit,
    posts,
    async work() {
      await kit.round();
      return delivery.round();
    },
  };
}

it('a post waiting for its time says what has come meanwhile, and later reports are added in place', async () => {
  const { state, bring, round, work, posts } = await open({});
  await bring('Prague accuses #harbour', { publisher: 'First Post' });
  await round();
  await bring('Prague accuses, too #harbour', { publisher: 'Second Post' });
  expect(await work()).toEqual({ posted: 1 });
  expect(posts.get('post1')?.text).toContain('Second Post');
  await bring('Prague accuses again #harbour', { publisher: 'Third Post' });
  expect(await work()).toEqual({});
  state.time += 2 * MINUTE;
  expect(await work()).toEqual({ edited: 1 });
  expect(posts.size).toBe(1);
  expect(posts.get('post1')?.text).toContain('Third Post');
});

it('posts digests at their time: what came since the last one, one for an outage, none when there is no news', async () => {
  const { state, bring, work, posts } = await open({
    mode: 'digest',
    schedule: '0 8 * * *',
    timeZone: 'Europe/Paris',
  });
  await bring('Prague accuses #harbour');
  expect(await work()).toEqual({});
  state.time = Date.UTC(2026, 1, 1, 7, 0, 5); // 08:00 in Paris
  expect(await work()).toEqual({ posted: 1 });
  expect(posts.get('post1')?.text).toContain('#harbour');
  state.time += DAY;
  expect(await work()).toEqual({ dropped: 1 });
  await bring('Oslo accuses #fjord');
  state.time += 4 * DAY;
  expect(await work()).toEqual({ posted: 1 });
  expect(posts.get('post2')?.text).toContain('#fjord');
  expect(posts.get('post2')?.text).not.toContain('#harbour');
  // The clocks go forward on 29 March: eight o'clock is an hour earlier.
  state.time = Date.UTC(2026, 2, 28, 12);
  await work();
  await bring('Rome accuses #tower');
  state.time = Date.UTC(2026, 2, 29, 5, 59);
  expect(await work()).toEqual({});
  state.time = Date.UTC(2026, 2, 29, 6, 0, 1);
  expect(await work()).toEqual({ posted: 1 });
});

it('tells all that a report says anew, also when another workspace’s feed has told some of it', async () => {
  const place = { platform: 'slack', workspaceId: 'T2', channelId: 'C1' };
  const { state, bring, work, posts } = await open({ place });
  const own = await seededFeed(state, 'https://own.example/rss', 'T1');
  await bring('Prague accuses #harbour');
  await work();
  await bring('Beijing denies #harbour new:denial', { feedId: own.id, publisher: 'Private Post' });
  expect(await work()).toEqual({});
  await bring('Oslo imposes, Beijing denies #harbour new:denial new:sanction', { publisher: 'Second Post' });
  expect(await work()).toEqual({ posted: 1 });
  const text = posts.get('post2')?.text;
  expect(text).toMatch(/denial/i);
  expect(text).toMatch(/sanction · /i);
  expect(text).not.toContain('Private');
});

it('tells that a feed is no longer polled, in the channel’s language and with its address', async () => {
  const { state, work, posts } = await open({ lang: 'fr' });
  const feed = await seededFeed(state, 'https://gone.example/rss');
  const [own] = await state.news.subscriptions.list();
  if (own === undefined) throw new Error('no subscription');
  await state.news.subscriptions.update({
    ...own,
    subject: { type: 'feed', feedId: feed.id, url: feed.url },
  });
  state.time += 30 * MINUTE;
  await state.news.feeds.claimDue('poller', 9, MINUTE);
  const gone = { ok: false, failures: 1, trouble: '410', troubleCode: 'gone', disable: true } as const;
  await state.news.feeds.finishPoll('poller', feed.id, pollAt(state.time, gone), []);
  expect(await work()).toEqual({ posted: 1 });
  expect(await work()).toEqual({});
  expect(posts.get('post1')?.text).toMatch(
    /n’est plus relevé[\s\S]*supprimé ce flux[\s\S]*https:\/\/gone\.example/,
  );
});
