/** A reply as messages of a channel or thread, each of them written exactly once. */
import {
  apiCode,
  MISSING_PERMISSIONS,
  NO_HISTORY_FOR_REPLY,
  refusesFiles,
  THREAD_ARCHIVED,
  UNKNOWN_MESSAGE,
} from './api-errors.ts';
import { type Outlet, sameMessage } from './outlet.ts';
import type { DiscordMessage } from './render/discord-message.ts';
import { showsPicture, withoutPictures } from './render/report-picture.ts';
import type { RestChannels } from './rest-channels.ts';
import type { WireMessage } from './rest-port.ts';
import { withoutEmbeds } from './without-embeds.ts';

export interface ChannelOutletOptions {
  readonly channels: RestChannels;
  readonly botId: string;
  readonly channelId: string;
  /** What is answered: older messages are none of this reply. */
  readonly questionId: string;
  /** A letter that tells the nonces of this place from those of another where the same question is answered. */
  readonly mark: 'c' | 't' | 'd';
  /** True where the answer shows as a reply to the question; in a thread opened for it, it need not. */
  readonly asReply: boolean;
  /**
   * True when an earlier process may have written some of it, where that can be told from other replies: without a
   * reference to the question, only in a thread of its own. Elsewhere the nonces alone keep it from being doubled.
   */
  readonly resumed: boolean;
  /** True for a word of the bot's own, which is not put over an answer that is there. */
  readonly isWord: boolean;
}

/** One for each thing that a place may not allow. */
const MAX_TRIES = 4;

interface Written {
  readonly id: string;
  /** Undefined for what an earlier process wrote. */
  message?: DiscordMessage;
}

export function createChannelOutlet(options: ChannelOutletOptions): Outlet {
  const { channels, botId, channelId, questionId, asReply, isWord, mark } = options;
  const written: Written[] = [];
  let looked = !options.resumed;
  let complete = false;
  let reference: string | null = asReply ? questionId : null;
  let showsPictures = true;
  let showsEmbeds = true;
  /** Nothing of ours was taken there a moment ago: embeds are not what is wrong. */
  const closed = channels.isRefused(channelId);
  /** Messages of an earlier process that stay as they are. */
  let kept = 0;

  /** The bot's own messages of this reply, oldest first. */
  async function ownMessages(): Promise<WireMessage[]> {
    const found = await channels.after(channelId, questionId);
    return found.filter(
      ({ author, message_reference: to, interaction_metadata: command }) =>
        author?.id === botId &&
        (asReply ? to?.message_id === questionId : to === undefined && command === undefined),
    );
  }

  async function lookForEarlier(first: DiscordMessage | undefined): Promise<void> {
    looked = true;
    const found = await ownMessages();
    // Buttons come with the last message of a finished answer: there is nothing left to do.
    complete =
      (found.at(-1)?.components?.length ?? 0) > 0 ||
      (isWord && found.some(({ content }) => content === first?.content));
    written.push(...found.map(({ id }) => ({ id })));
    if (isWord) kept = written.length;
  }

  async function send(message: DiscordMessage, place: number): Promise<void> {
    const nonce = `${questionId}${mark}${place}`;
    const look = async () => (await ownMessages())[place] ?? null;
    const sent = await channels.send(channelId, message, { nonce, replyTo: reference }, look);
    written[place] = { id: sent.id, message };
    // The nonce was known, from a process that got less far.
    if (typeof sent.content === 'string' && sent.content !== message.content.trim())
      await channels.edit(channelId, sent.id, message);
  }

  async function edit(message: DiscordMessage, earlier: Written): Promise<void> {
    try {
      await channels.edit(channelId, earlier.id, message);
      earlier.message = message;
    } catch (error) {
      // A moderator took it away: it stays away.
      if (apiCode(error) !== UNKNOWN_MESSAGE) throw error;
    }
  }

  async function put(message: DiscordMessage, place: number): Promise<void> {
    const earlier = written[place];
    if (earlier === undefined) await send(message, place);
    else if (!sameMessage(earlier.message, message)) await edit(message, earlier);
  }

  /** Gives way to what the place does not allow. @returns false when there is no other way. */
  async function giveWay(error: unknown, message: DiscordMessage): Promise<boolean> {
    const code = apiCode(error);
    if (code === THREAD_ARCHIVED) await channels.unarchive(channelId);
    else if (code === NO_HISTORY_FOR_REPLY && reference !== null) reference = null;
    // Discord does not say which permission is missing: embeds are worth more than a picture.
    else if (showsPictures && !closed && showsPicture(message) && refusesFiles(error)) showsPictures = false;
    else if (showsEmbeds && !closed && message.embeds.length > 0 && code === MISSING_PERMISSIONS)
      showsEmbeds = false;
    else return false;
    channels.forgive(channelId);
    return true;
  }

  return {
    async write(messages, state) {
      if (!looked) await lookForEarlier(messages[0]);
      if (complete) return;
      for (let tries = 0; ; tries++) {
        const pictured = showsPictures && showsEmbeds ? messages : withoutPictures(messages);
        const shown = showsEmbeds ? pictured : withoutEmbeds(pictured);
        let current: DiscordMessage | undefined;
        try {
          for (const [place, message] of shown.entries()) {
            current = message;
            await put(message, place + kept);
          }
          if (state === 'final') complete = true;
          return;
        } catch (error) {
          if (current === undefined || tries === MAX_TRIES || !(await giveWay(error, current))) throw error;
        }
      }
    },
  };
}
