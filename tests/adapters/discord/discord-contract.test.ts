/** Discord keeps the contract of every platform, over a real gateway and REST API on this machine. */
import { renderExcerpts } from '../../../src/adapters/discord/render/render-answer.ts';
import { describeAdapterContract } from '../../support/adapter-contract.ts';
import { discordWorld } from '../../support/discord/discord-kit.ts';
import type { Message } from '../../support/discord/discord-model.ts';
import { seenMessage } from '../../support/discord/seen-message.ts';

type Shown = Parameters<typeof seenMessage>[0];

/** Addresses of the sample answers and cases; anything else that can be clicked was not stored. */
const STORED = /^https?:\/\/(?:[a-z-]+\.)*example\//;
/** Marks that we write ourselves. */
const OWN_MARKS = ['bold', 'heading', 'subtext'];

describeAdapterContract('discord', async (bot) => {
  const world = await discordWorld();
  const { server, channel, ana, mod } = world;
  const { adapter, taken, recalled, settled } = await world.adapter(bot);

  let stopped = false;

  /** Presses the button for the excerpts, where there is one; after a stop, the next process shows them. */
  async function excerpts(messages: readonly Message[]): Promise<Message[]> {
    const last = messages.at(-1);
    const button = buttonIds(last).find((id) => id.startsWith('excerpts:'));
    if (last === undefined || button === undefined) return [];
    const pressedBefore = recalled.length;
    const { recalled: given } = stopped ? await world.adapter(bot) : { recalled };
    const pressed = server.press(last, button, ana);
    const answer = await server.until(() => given[stopped ? 0 : pressedBefore]);
    await server.until(() => server.answers(pressed).length >= renderExcerpts(answer).length);
    return server.answers(pressed);
  }

  /** Of the last question in the channel. */
  let last: Message | null = null;

  async function show(written: readonly Message[]) {
    const all = [...written, ...(await excerpts(written))];
    const seen = all.map((message) => seenMessage(message as unknown as Shown));
    return {
      text: seen.map((each) => each.text).join('\n'),
      pictures: all.flatMap(({ attachments }) => attachments.map(({ description = '' }) => description)),
      interpreted: seen.some(
        ({ links, mentions, formatting, previews }) =>
          mentions.length > 0 ||
          previews.length > 0 ||
          links.some((link) => !STORED.test(link)) ||
          formatting.some(({ kind }) => !OWN_MARKS.includes(kind)),
      ),
    };
  }

  const ofBot = (where: { readonly id: string }) =>
    server.messages(where).filter(({ author }) => author.id === server.bot.id);

  return {
    async say(text) {
      const before = taken.length;
      const question = server.say({ channel, user: ana, content: text, mentionsBot: true });
      last = question;
      await settled(before + 1);
      const inThread = ofBot(question);
      return show(inThread.length > 0 ? inThread : world.written(channel).filter(isReplyTo(question)));
    },
    async sayNext(text) {
      if (last === null) throw new Error('nothing was said yet');
      const before = taken.length;
      const known = ofBot(last).length;
      server.say({ channel: last, user: mod, content: text });
      await settled(before + 1);
      return show(ofBot(last).slice(known));
    },
    async sayAndLeave(text) {
      const before = taken.length;
      const question = server.say({ channel, user: ana, content: text, mentionsBot: true });
      await server.until(() => taken.length > before);
      server.deleteMessage(question);
    },
    async stop() {
      stopped = true;
      await adapter.stop();
    },
  };
});

function isReplyTo({ id }: Message) {
  return ({ replyTo }: Message): boolean => replyTo?.messageId === id;
}

function buttonIds(message: Message | undefined): string[] {
  const rows = (message?.components ?? []) as { components?: { custom_id?: string }[] }[];
  return rows.flatMap(({ components = [] }) => components.flatMap(({ custom_id: id }) => id ?? []));
}
