/** Says something unasked in a conversation where the bot has answered, once. */
import type { ChatAdapter } from '../../core/chat.ts';
import { apiCode, refusesThePlace, THREAD_ARCHIVED, UNKNOWN_CHANNEL } from './api-errors.ts';
import type { DiscordLog } from './discord-options.ts';
import { hashedMark } from './hashed-mark.ts';
import { renderNotice } from './render/render-notice.ts';
import { signedPart } from './render/sign-message.ts';
import type { RestChannels } from './rest-channels.ts';
import type { WireMessage } from './rest-port.ts';

export interface PostNoticeDeps {
  readonly channels: RestChannels;
  readonly botId: string;
  readonly log: DiscordLog;
}

interface Spot {
  readonly channelId: string;
  /** The answer that the notice is about; null where the channel is the conversation. */
  readonly replyTo: string | null;
}

export function createPostNotice(deps: PostNoticeDeps): NonNullable<ChatAdapter['post']> {
  const { channels, botId, log } = deps;

  async function write(spot: Spot, text: string, mark: string): Promise<void> {
    const { channelId, replyTo } = spot;
    const written = async (): Promise<WireMessage | null> =>
      (await channels.latest(channelId)).find(
        ({ author, content }) => author?.id === botId && signedPart(content, mark) !== null,
      ) ?? null;
    if ((await written()) !== null) return;
    const messages = renderNotice(text, mark);
    for (const [i, message] of messages.entries()) {
      const last = i === messages.length - 1;
      const options = { nonce: `${mark}n${i}`, replyTo: i === 0 ? replyTo : null };
      await channels.send(channelId, message, options, async () => (last ? written() : null));
    }
  }

  async function writeAwake(spot: Spot, text: string, mark: string): Promise<void> {
    try {
      await write(spot, text, mark);
    } catch (error) {
      if (apiCode(error) !== THREAD_ARCHIVED) throw error;
      await channels.unarchive(spot.channelId);
      channels.forgive(spot.channelId);
      await write(spot, text, mark);
    }
  }

  /** The answer to what has that id, a message or an interaction, where it stands in the channel itself. */
  async function answerTo(channelId: string, id: string): Promise<string | null> {
    const found = (await channels.after(channelId, id)).find(
      ({ author, message_reference: to, interaction_metadata: by }) =>
        author?.id === botId && (to?.message_id === id || by?.id === id),
    );
    return found?.id ?? null;
  }

  async function post(channelId: string, threadId: string, text: string, mark: string): Promise<void> {
    try {
      return await writeAwake({ channelId: threadId, replyTo: null }, text, mark);
    } catch (error) {
      if (apiCode(error) !== UNKNOWN_CHANNEL || threadId === channelId) throw error;
      // No thread: an answer in the channel, or a thread that is gone, of which its channel need not hear.
      const replyTo = await answerTo(channelId, threadId);
      if (replyTo === null) throw error;
      await writeAwake({ channelId, replyTo }, text, mark);
    }
  }

  return async ({ channelId, threadId }, text, key) => {
    const mark = hashedMark(key);
    try {
      await post(channelId, threadId, text, mark);
    } catch (error) {
      if (!refusesThePlace(error)) throw error;
      log.info({ channelId, code: apiCode(error) }, 'a conversation can no longer be told of a correction');
    }
  };
}
