/** A reply as messages of a channel or thread, each of them written exactly once. */
import type { Outlet } from './outlet.ts';
import { createPlacedOutlet } from './placed-outlet.ts';
import type { RestChannels } from './rest-channels.ts';
import type { WireMessage } from './rest-port.ts';

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

export function createChannelOutlet(options: ChannelOutletOptions): Outlet {
  const { channels, botId, channelId, questionId, mark, asReply, resumed, isWord } = options;

  /** The bot's own messages of this reply, oldest first. */
  async function find(): Promise<WireMessage[]> {
    const found = await channels.after(channelId, questionId);
    return found.filter(
      ({ author, message_reference: to, interaction_metadata: command }) =>
        author?.id === botId &&
        (asReply ? to?.message_id === questionId : to === undefined && command === undefined),
    );
  }

  return createPlacedOutlet({
    channels,
    channelId,
    reference: asReply ? questionId : null,
    nonce: (place) => `${questionId}${mark}${place}`,
    find,
    resumed,
    // Buttons come with the last message of a finished answer: there is nothing left to do.
    isComplete: (found, [first]) =>
      (found.at(-1)?.components?.length ?? 0) > 0 ||
      (isWord && found.some((message) => message?.content === first?.content)),
    keepsFound: isWord,
  });
}
