/** Correction notices on Slack: in the thread of the answer, once, unfurling nothing. */
import { expect, it } from 'vitest';
import { describeNoticeContract } from '../../support/notice-contract.ts';
import { partOf, seen, startCasebook } from '../../support/slack/casebook-kit.ts';
import { type InSlack, inSlack } from '../../support/slack/in-slack.ts';
import type { SlackMessage } from '../../support/slack/slack-message.ts';
import { ALICE, ALICE_DM, BOT, GENERAL } from '../../support/slack/workspace.ts';

const NOTICE =
  'Correction : une source a changé.\n• Le Journal <!channel>\n  https://valdoria.example/a?b=1&c';
const TEAM = 'T0TEAM0001';

const isNotice = (message: SlackMessage) => partOf(message)?.message.startsWith('notice:') === true;
const notices = ({ server }: InSlack, channel = GENERAL) => server.messages(channel).filter(isNotice);
const where = (threadId: string, channelId = GENERAL) => ({
  platform: 'slack',
  workspaceId: TEAM,
  channelId,
  threadId,
});

async function asked() {
  const slack = await inSlack({ casebook: { sleep: async () => {} } });
  const question = slack.server.say({ channel: GENERAL, user: ALICE, text: 'Qui ?' });
  return { slack, to: where(question.ts) };
}

describeNoticeContract('slack', async () => {
  const { slack, to } = await asked();
  const { server, casebook } = slack;
  return {
    to,
    tellsAgain: true,
    post: (...notice) => casebook.adapter.post(...notice),
    seen: async () =>
      notices(slack).map((message) => {
        const { text, urls, other } = seen([message]);
        const stray = urls.filter((url) => !url.startsWith('https://valdoria.example/'));
        return { text: [text, ...urls].join('\n'), interpreted: [...stray, ...other].length > 0 };
      }),
    refuse(how) {
      server.faults.clear();
      const channel = server.state.workspace.conversations.get(GENERAL);
      if (how === 'for-a-while')
        server.faults.fail('chat.postMessage', { error: 'internal_error', times: 99 });
      else if (channel !== undefined) channel.archived = true;
    },
    stop: async () => undefined,
  };
});

it('stands in the thread, and unfurls nothing', async () => {
  const { slack, to } = await asked();
  await slack.casebook.adapter.post(to, NOTICE, 'key');
  expect(notices(slack)).toMatchObject([
    { thread_ts: to.threadId, unfurl_links: false, unfurl_media: false, user: BOT },
  ]);
  expect(seen(notices(slack)).urls).toEqual(['https://valdoria.example/a?b=1&c']);
});

it('is not posted twice when it was lost on the wire, nor by the next process', async () => {
  const { slack, to } = await asked();
  slack.server.faults.dropAfter('chat.postMessage');
  await slack.casebook.adapter.post(to, NOTICE, 'key');
  const next = await startCasebook(slack.server, slack.bot);
  await next.adapter.post(to, NOTICE, 'key');
  await next.stop();
  expect(notices(slack)).toHaveLength(1);
});

it('stands in the channel itself where the conversation has no thread', async () => {
  const { slack } = await asked();
  await slack.casebook.adapter.post(where('form:1'), NOTICE, 'key');
  await slack.casebook.adapter.post(where('form:1'), NOTICE, 'key');
  expect(notices(slack)).toHaveLength(1);
  expect(notices(slack)[0]?.thread_ts).toBeUndefined();
  const direct = slack.server.say({ channel: ALICE_DM, user: ALICE, text: 'Qui ?' });
  await slack.casebook.adapter.post(where(direct.ts, ALICE_DM), NOTICE, 'key');
  expect(notices(slack, ALICE_DM)).toHaveLength(1);
});

it.each(['not_in_channel', 'thread_not_found', 'restricted_action'])(
  'is given up where Slack says %s',
  async (error) => {
    const { slack, to } = await asked();
    slack.server.faults.fail('chat.postMessage', { error });
    await slack.casebook.adapter.post(to, NOTICE, 'key');
    expect(notices(slack)).toEqual([]);
    expect(slack.casebook.lines.some(({ message }) => message.includes('no longer be told'))).toBe(true);
  },
);
