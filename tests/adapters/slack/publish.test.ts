/** News on Slack: once in its channel, changed in place, and what is Slack's own about it. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { newsPost } from '../../support/news-report-kit.ts';
import {
  describePublishContract,
  type PublishUnderTest,
  type SeenPost,
} from '../../support/publish-contract.ts';
import { partOf, seen, startCasebook } from '../../support/slack/casebook-kit.ts';
import { type InSlack, inSlack } from '../../support/slack/in-slack.ts';
import type { SlackMessage } from '../../support/slack/slack-message.ts';
import { ALICE, BOT, GENERAL } from '../../support/slack/workspace.ts';

const TO = { platform: 'slack', workspaceId: 'T0TEAM0001', channelId: GENERAL };
const POST = 'chat.postMessage';

const posts = ({ server }: InSlack) =>
  server.messages(GENERAL).filter((message) => partOf(message)?.message.startsWith('news:') === true);

function shown(message: SlackMessage): SeenPost {
  const { text, urls, other } = seen([message]);
  const images = (message.blocks ?? []).filter(({ type }) => type === 'image');
  const stray = urls.filter((url) => !url.startsWith('https://valdoria.example/'));
  return {
    id: message.ts,
    text,
    interpreted: [...stray, ...other].length > 0,
    pictures: images.map(({ alt_text }) => String(alt_text)),
    // What goes on in its own thread follows up on nothing else.
    below: partOf(message)?.part === 1 ? (message.thread_ts ?? null) : null,
  };
}

async function start() {
  let past = 0;
  const now = () => Date.now() + past;
  // Slack needs a moment for a file.
  const options = { sleep: (ms: number) => pause(Math.min(ms, 20)), now };
  const slack = await inSlack({ casebook: options, server: { now } });
  const { server, casebook } = slack;
  let processes = 0;
  const under: PublishUnderTest = {
    to: TO,
    now,
    async next() {
      if (processes++ === 0) return casebook.adapter;
      const { adapter, stop } = await startCasebook(server, slack.bot, options);
      onTestFinished(stop);
      return adapter;
    },
    seen: async () => posts(slack).map(shown),
    later() {
      past += 30 * 60_000;
      for (let i = 0; i < 250; i++) server.say({ channel: GENERAL, user: ALICE, text: `Bavardage ${i}` });
    },
    loseAnswer: () => server.faults.dropAfter(POST),
    refuseAfter: (after) => server.faults.fail(POST, { error: 'internal_error', after, times: 99 }),
    calm: () => server.faults.clear(),
    takeAway: (ts) => server.deleteMessage(GENERAL, ts),
    close(why) {
      if (why === 'gone') server.archive(GENERAL);
      else if (why === 'not-invited') server.kickBot(GENERAL);
      else server.faults.fail(POST, { error: 'restricted_action', times: 9 });
    },
  };
  return { slack, under };
}

describePublishContract('slack', async () => (await start()).under);

it('unfurls nothing, mentions nobody, and opens the case for whoever presses', async () => {
  const { slack, under } = await start();
  await slack.casebook.adapter.publish(TO, newsPost(under.now()));
  const [message] = posts(slack);
  expect(message).toMatchObject({ unfurl_links: false, unfurl_media: false, user: BOT });
  const blocks = (message?.blocks ?? []).map(({ type }) => type);
  expect(blocks.slice(0, 4)).toEqual(['header', 'context', 'divider', 'rich_text']);
  expect(blocks.at(-1)).toBe('actions');
  expect(seen(posts(slack)).text).toMatch(/◇ Norland\s?: dément/u);
  expect(seen(posts(slack)).urls).toContain('https://valdoria.example/article?lang=fr&id=1');
});

it('goes on in the channel when the thread of the story is locked', async () => {
  const { slack, under } = await start();
  const { adapter } = slack.casebook;
  const replyTo = await adapter.publish(TO, newsPost(under.now()));
  slack.server.lockThread(GENERAL, posts(slack)[0]?.ts ?? '');
  await adapter.publish(TO, { ...newsPost(under.now()), mark: 'update:1', replyTo });
  expect(posts(slack)[1]?.thread_ts).toBeUndefined();
});

it('is posted all the same by an app that may not look, and asks for no more than it needs', async () => {
  const { slack, under } = await start();
  await slack.casebook.adapter.publish(TO, newsPost(under.now()));
  expect(slack.server.callsOf('conversations.history')).toEqual([]);
  slack.server.setScopes(['chat:write']);
  await slack.casebook.adapter.publish(TO, { ...newsPost(under.now()), mark: 'story:2', attempt: 2 });
  expect(posts(slack)).toHaveLength(2);
});

it('a token that is refused is not the fault of the channel', async () => {
  const { slack, under } = await start();
  slack.server.faults.fail(POST, { error: 'account_inactive' });
  const posted = slack.casebook.adapter.publish(TO, newsPost(under.now()));
  await expect(posted).rejects.not.toMatchObject({ name: 'PlaceGoneError' });
});

it('waits as long as Slack asks', async () => {
  const { slack, under } = await start();
  slack.server.faults.fail(POST, { retryAfter: 3, times: 2 });
  await slack.casebook.adapter.publish(TO, newsPost(under.now()));
  expect(posts(slack)).toHaveLength(1);
  slack.server.faults.fail(POST, { retryAfter: 60, times: 9 });
  const later = slack.casebook.adapter.publish(TO, { ...newsPost(under.now()), mark: 'story:2' });
  await expect(later).rejects.toThrow('ratelimited');
});

it('a second try of a post waits for the first, which may still be at it', async () => {
  const { slack, under } = await start();
  const { adapter } = slack.casebook;
  const slow = Promise.withResolvers<void>();
  slack.server.faults.delay(POST, slow.promise);
  const tries = [
    adapter.publish(TO, newsPost(under.now())),
    adapter.publish(TO, { ...newsPost(under.now()), attempt: 2 }),
  ];
  slow.resolve();
  const [first, second] = await Promise.all(tries);
  expect(second).toBe(first);
  expect(posts(slack)).toHaveLength(1);
});

it('names no post that is none', async () => {
  const { slack, under } = await start();
  const { adapter } = slack.casebook;
  await expect(adapter.revise(TO, 'news:1 nonsense', newsPost(under.now()))).rejects.toThrow(
    'no post on Slack',
  );
});
