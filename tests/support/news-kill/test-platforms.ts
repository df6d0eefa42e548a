/** The test Slack and the test Discord, with four channels each, and what of the posts stands in them. */
import type { Place } from '../../../src/core/chat.ts';
import { startDiscordServer } from '../discord/discord-server.ts';
import { seenMessage } from '../discord/seen-message.ts';
import { partOf, seen } from '../slack/casebook-kit.ts';
import { APP_TOKEN, BOT_TOKEN, startSlackServer } from '../slack/slack-server.ts';
import { addConversation, BOT, conversationOf } from '../slack/workspace.ts';
import type { ChildOrder } from './child-words.ts';
import type { StandingPart } from './count-posts.ts';

export interface TestPlatforms {
  readonly places: readonly Place[];
  readonly order: Pick<ChildOrder, 'slack' | 'discord'>;
  /** How many posts platforms were told of so far. */
  told(): number;
  /** Of those, not answered yet. */
  underWay(): number;
  /** How often channels were searched for a post that may be there. */
  looks(): number;
  standing(): StandingPart[];
  close(): Promise<void>;
}

const CHANNELS = 4;
/** Milliseconds that a platform takes for a post: as the real ones do at their best. */
const SLOW = 60;
/** Posts that may be under way at a time. */
const RECENT = 30;
const SIGNED = /-# Casebook(?: · \D+?)? · ([0-9a-f]{12})(?: · (\d+)\/(\d+))?$/;

/** @param now of both, in milliseconds since 1970. */
export async function startPlatforms(now: () => number): Promise<TestPlatforms> {
  const [slack, discord] = await Promise.all([
    startSlackServer({ now, subscriptions: [] }),
    startDiscordServer({ now }),
  ]);
  const { workspace } = slack.state;
  const slackChannels = Array.from({ length: CHANNELS }, (_, i) =>
    addConversation(workspace, { name: `news-${i}`, kind: 'public', members: [BOT] }),
  );
  const guild = discord.addGuild({ name: 'Watchers' });
  const discordChannels = Array.from({ length: CHANNELS }, (_, i) =>
    discord.addChannel({ guild, name: `news-${i}` }),
  );
  slack.faults.delay('chat.postMessage', SLOW);
  discord.delay('POST /channels/:id/messages', SLOW, Number.POSITIVE_INFINITY);

  const slackPosts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage');
  const discordPosts = () =>
    discord.calls
      .slice(-RECENT)
      .filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));

  function onSlack(channel: string): StandingPart[] {
    return conversationOf(workspace, channel).messages.flatMap((message) => {
      const told = partOf(message);
      if (told === undefined) throw new Error('a message on Slack does not say what it is');
      const { message: mark, part, of = 0 } = told;
      return { channel: `slack ${channel}`, mark, part, of, text: seen([message]).text };
    });
  }

  function onDiscord(channel: string): StandingPart[] {
    return discord.messages(channel).map((message) => {
      const [, mark, part = '1', of = '1'] = SIGNED.exec(message.content) ?? [];
      if (mark === undefined)
        throw new Error(`a message on Discord does not say what it is: ${message.content}`);
      const { text } = seenMessage(message as unknown as Parameters<typeof seenMessage>[0]);
      return { channel: `discord ${channel}`, mark, part: Number(part), of: Number(of), text };
    });
  }

  return {
    places: [
      ...slackChannels.map(({ id }) => ({
        platform: 'slack',
        workspaceId: workspace.team.id,
        channelId: id,
      })),
      ...discordChannels.map(({ id }) => ({ platform: 'discord', workspaceId: guild.id, channelId: id })),
    ],
    order: {
      slack: { apiUrl: slack.url, botToken: BOT_TOKEN, appToken: APP_TOKEN },
      discord: { apiUrl: discord.apiUrl, token: discord.token },
    },
    told: () => slackPosts().length + discordPosts().length,
    underWay: () =>
      slackPosts()
        .slice(-RECENT)
        .filter(({ response }) => response === undefined).length +
      discordPosts()
        .slice(-RECENT)
        .filter(({ status }) => status === undefined).length,
    looks: () =>
      slack.callsOf('conversations.history').length +
      slack.callsOf('conversations.replies').length +
      discord.calls.filter(({ method, path }) => method === 'GET' && path.endsWith('/messages')).length,
    standing: () => [
      ...slackChannels.flatMap(({ id }) => onSlack(id)),
      ...discordChannels.flatMap(({ id }) => onDiscord(id)),
    ],
    close: async () => {
      await Promise.all([slack.close(), discord.close()]);
    },
  };
}
