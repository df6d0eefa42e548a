/** People who ask in the tests' Slack and Discord, and look at what came back. */
import { PHRASES } from '../../src/bot/phrases.ts';
import { type DiscordServer, startDiscordServer } from '../../tests/support/discord/discord-server.ts';
import {
  APP_TOKEN,
  BOT_TOKEN,
  type SlackServer,
  startSlackServer,
} from '../../tests/support/slack/slack-server.ts';
import { ALICE, addConversation, BOT, GENERAL } from '../../tests/support/slack/workspace.ts';

/** A question that was put. */
export interface Asked {
  readonly how: string;
  /** How many complete replies are there by now; one is right. */
  replies(): number;
  /** Whether the asker was told that it failed. */
  toldOfFailure(): boolean;
  /** Whether the asker was told, instead, that too many ask at the moment. Each such word counts for one question. */
  turnedAway(): boolean;
}

export interface Askers {
  /** Settings under which the bot reaches them. */
  readonly env: Readonly<Record<string, string>>;
  readonly slack: SlackServer;
  readonly discord: DiscordServer;
  /**
   * Puts the question in the n-th way; ways are taken in turn.
   *
   * @param redelivered only in those that the platform delivers again to a bot that was not there: Slack's events. Its
   * commands, and all that Discord has, are told to the asker as failed by the platform.
   */
  ask(n: number, question: string, redelivered?: boolean): Promise<Asked>;
  close(): Promise<void>;
}

/** Buttons stand below the last message of a reply, and below no other. */
const SLACK_END = /casebook_feedback|casebook_ask_/;
const DISCORD_END = /"custom_id":"(?:up|ask):/;
/** An apology names the reference under which the log has what happened. */
const REFERENCE = /[0-9a-f]{8}-[0-9a-f]{4}-/;

/** What is said to whoever is turned away while too much waits. */
const REFUSALS = Object.values(PHRASES).flatMap(({ busy, tooManyWaiting }) => [busy, tooManyWaiting]);
const isRefusal = (text: string | undefined): boolean => REFUSALS.some((words) => text?.includes(words));

/** Refusals that are not told apart by question: each is claimed once. */
function claimed(count: () => number): () => boolean {
  let taken = 0;
  return () => {
    if (count() <= taken) return false;
    taken += 1;
    return true;
  };
}

export async function createAskers(): Promise<Askers> {
  const slack = await startSlackServer();
  // A busy machine may take longer than the three seconds of the real one; whoever is told of that is not counted here.
  const discord = await startDiscordServer({ callbackDeadlineMs: 60_000 });
  const ways = [...slackWays(slack), ...discordWays(discord)];
  return {
    slack,
    discord,
    env: {
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.url,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_MESSAGE_CONTENT: 'on',
    },
    ask: (n, question, redelivered = false) =>
      (ways[n % (redelivered ? SLACK_EVENTS : ways.length)] as (typeof ways)[number])(question),
    close: async () => {
      await Promise.all([slack.close(), discord.close()]);
    },
  };
}

/** How many of Slack's ways are events; they come first. */
const SLACK_EVENTS = 2;

/** Channels in which commands are given, in turn: an answer is long there before the next one. */
const PLACES = 100;

type Way = (question: string) => Promise<Asked>;

function slackWays(slack: SlackServer): Way[] {
  const { workspace } = slack.state;
  const dm = addConversation(workspace, { name: ALICE, kind: 'im', members: [ALICE, BOT] }).id;
  // Who asks in a channel is turned away in private.
  const inPrivate = claimed(() => slack.ephemerals(ALICE).filter(({ text }) => isRefusal(text)).length);
  const inThread = (channel: string, ts: string) => {
    const said = () => slack.thread(channel, ts).filter((message) => message.user === BOT);
    return {
      replies: () => said().filter((message) => SLACK_END.test(JSON.stringify(message.blocks))).length,
      // Below an answer that broke off, the apology stands in the blocks.
      toldOfFailure: () => said().some((message) => REFERENCE.test(JSON.stringify(message))),
      turnedAway: () => said().some(({ text }) => isRefusal(text)) || inPrivate(),
    };
  };
  return [
    async (question) => {
      const { ts } = slack.say({ channel: GENERAL, user: ALICE, text: `<@${BOT}> ${question}` });
      return { how: 'Slack mention', ...inThread(GENERAL, ts) };
    },
    async (question) => {
      const { ts } = slack.say({ channel: dm, user: ALICE, text: question });
      return { how: 'Slack direct message', ...inThread(dm, ts) };
    },
    async (question) => {
      // Everyone asks once: private replies are told apart by who sees them.
      const user = workspace.newId('U');
      workspace.users.set(user, { id: user, name: user, isAdmin: false, locale: 'en-GB' });
      workspace.conversations.get(GENERAL)?.members.add(user);
      const { acked } = await slack.command({
        command: '/ask',
        text: `--private ${question}`,
        user,
        channel: GENERAL,
      });
      const seen = () => slack.ephemerals(user);
      return {
        how: 'Slack private command',
        replies: () => seen().filter((message) => SLACK_END.test(JSON.stringify(message))).length,
        // Slack says so itself to whoever gives a command that the app does not acknowledge.
        toldOfFailure: () => !acked || seen().some((message) => REFERENCE.test(JSON.stringify(message))),
        turnedAway: () => seen().some(({ text }) => isRefusal(text)),
      };
    },
  ];
}

function discordWays(discord: DiscordServer): Way[] {
  const user = discord.addUser();
  const guild = discord.addGuild();
  discord.addMember(guild, user);
  const channel = discord.addChannel({ guild });
  const places = Array.from({ length: PLACES }, () => discord.addChannel({ guild }));
  let turn = 0;
  const ends = (messages: readonly { components: unknown }[]) =>
    messages.filter((message) => DISCORD_END.test(JSON.stringify(message.components))).length;
  const told = (messages: readonly { content: string }[]) =>
    messages.some(({ content }) => REFERENCE.test(content));
  const refusals = (messages: readonly { content: string }[]) =>
    messages.filter(({ content }) => isRefusal(content)).length;
  const inChannel = claimed(() => refusals(discord.messages(channel)));
  return [
    async (question) => {
      const asked = discord.say({ channel, user, content: question, mentionsBot: true });
      // The answer stands in the thread that is opened on the question, which has its id.
      return {
        how: 'Discord mention',
        replies: () => ends(discord.messages(asked.id)),
        toldOfFailure: () => told([...discord.messages(asked.id), ...discord.messages(channel)]),
        turnedAway: () => refusals(discord.messages(asked.id)) > 0 || inChannel(),
      };
    },
    async (question) => {
      // An answer may stand in the channel rather than below the command: where its clock says that it comes too late.
      const place = places[turn++ % places.length] as (typeof places)[number];
      const before = ends(discord.messages(place));
      const interaction = discord.slash({ name: 'ask', options: { question }, user, channel: place });
      return {
        how: 'Discord command',
        replies: () => ends(discord.messages(place)) - before,
        toldOfFailure: () => told(discord.responses(interaction)),
        turnedAway: () => refusals(discord.responses(interaction)) > 0,
      };
    },
  ];
}
