/** The news as a channel sees them: the server as it is started, publishers on loopback, the tests' Slack. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { type FeedSite, startFeedSite } from '../support/feed-site.ts';
import { newFolder, run, SHIPPED_CORPUS, start } from '../support/run-process.ts';
import { APP_TOKEN, BOT_TOKEN, startSlackServer } from '../support/slack/slack-server.ts';
import { ADA, BOT, GENERAL } from '../support/slack/workspace.ts';

const ACCUSED = {
  title: 'Valdoria accuses China of the cyberattack on its water ministry',
  text: 'The government of Norway attributed the cyberattack on the water ministry of Valdoria to APT31, a hacking group linked to China.',
};
const AGAIN = {
  title: 'Norway blames China-linked APT31 for cyberattack on Valdoria water ministry',
  text: 'Norway said on Friday that the hacking group APT31 was behind the cyberattack on the water ministry of Valdoria.',
};
const DENIED = {
  title: 'China denies the cyberattack on the water ministry of Valdoria',
  text: 'Beijing denied any role of APT31 in the cyberattack on the water ministry of Valdoria and called the accusation of Norway groundless.',
};

async function startNews() {
  const [slack, first, second] = await Promise.all([
    startSlackServer(),
    startFeedSite({ name: 'The Valdoria Post', home: 'https://post.example/' }),
    startFeedSite({ name: 'Nordic Wire', home: 'https://nordic.example/' }),
  ]);
  onTestFinished(() => slack.close());
  const env = {
    CASEBOOK_DATA_DIR: join(newFolder(), 'data'),
    CORPUS_DIRS: SHIPPED_CORPUS,
    FETCH_ALLOW: `${first.host},${second.host}`,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: slack.url,
  };
  const server = start('main.ts', [], { env });
  onTestFinished(async () => {
    server.child.kill('SIGKILL');
    await server.outcome;
  });
  await server.waitFor(/Casebook answers in Slack/);
  const json = async (...args: string[]) => {
    const { stdout, stderr } = await run('cli/news.ts', [...args, '--json'], { env });
    return JSON.parse(stdout === '' ? `{"error":${JSON.stringify(stderr)}}` : stdout);
  };
  const state = () => new DatabaseSync(join(env.CASEBOOK_DATA_DIR, 'state.sqlite'));
  return {
    slack,
    env,
    server,
    first,
    second,
    json,
    /** What the bot has posted in the channel, without replies in threads. */
    posts: () =>
      slack
        .messages(GENERAL)
        .filter(({ user, thread_ts, ts }) => user === BOT && (thread_ts === undefined || thread_ts === ts))
        .map((message) => JSON.stringify(message)),
    /** Subscribes, and polls the feed for the first time. @returns the feed's id. */
    async subscribe(site: FeedSite, more = ''): Promise<string> {
      await slack.command({
        command: '/news',
        text: `subscribe ${site.feed} lang:en ${more}`,
        user: ADA,
        channel: GENERAL,
      });
      const feedId = () => {
        const db = state();
        const row = db.prepare('SELECT feed_id FROM feeds WHERE url = ?').get(site.feed);
        db.close();
        return row === undefined ? undefined : String(row.feed_id);
      };
      const id = await slack.until(feedId, 20_000);
      await json('poll', id);
      return id;
    },
    /** Edits wait for others to join them: not here. */
    hurry() {
      const db = state();
      // Not long ago: what has waited for a day is dropped.
      db.prepare("UPDATE deliveries SET due_at = ? WHERE state = 'due'").run(new Date().toISOString());
      db.close();
    },
  };
}

test('a channel subscribes, is told of a story once, sees others join it, and is told of the denial', async () => {
  const { slack, server, first, second, json, posts, subscribe, hurry } = await startNews();
  first.publish({ ...ACCUSED, title: 'An older story of APT31', path: 'old' });
  const [one, two] = [await subscribe(first), await subscribe(second)];
  const before = posts().length;

  first.publish({ ...ACCUSED, path: '1' });
  await json('poll', one);
  const [post] = await slack.until(() => {
    const now = posts().slice(before);
    return now.length > 0 ? now : undefined;
  }, 30_000);
  expect(post).toContain(ACCUSED.title);
  expect(post).toContain('https://post.example/1');

  second.publish({ ...AGAIN, path: '1' });
  await json('poll', two);
  hurry();
  await slack.until(() => (posts()[before]?.includes('Nordic Wire') ? true : undefined), 30_000);

  second.publish({ ...DENIED, path: '2' });
  await json('poll', two);
  hurry();
  await slack.until(
    () =>
      JSON.stringify(slack.messages(GENERAL)).match(/denies the cyberattack on the water ministry/) ??
      undefined,
    30_000,
  );
  // The story stands once; the older one was there before anybody listened.
  const titles = posts()
    .slice(before)
    .filter((message) => message.includes(ACCUSED.title));
  expect(titles).toHaveLength(1);
  expect(posts().join()).not.toContain('An older story');

  server.child.kill('SIGTERM');
  expect(await server.outcome).toMatchObject({ code: 0 });
}, 120_000);
