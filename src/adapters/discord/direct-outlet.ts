/** A reply as direct messages to the asker: where it is for her alone, or where the bot may not write. */
import { apiCode, CANNOT_WRITE_TO_USER } from './api-errors.ts';
import { createChannelOutlet } from './channel-outlet.ts';
import type { Outlet } from './outlet.ts';
import { buttonsAbroad } from './render/buttons-abroad.ts';
import { renderText } from './render/render-text.ts';
import type { ReplyDeps } from './reply-deps.ts';

export interface DirectOutletOptions {
  readonly userId: string;
  readonly questionId: string;
  readonly isWord: boolean;
  /** Where the answer is kept; null where that is the conversation itself. */
  readonly guildId: string | null;
  /** Comes before the reply; null for none. */
  readonly preface: string | null;
}

/** Says nothing where the person takes no direct messages; the log tells. */
export function createDirectOutlet(
  { channels, botId, log }: Pick<ReplyDeps, 'channels' | 'botId' | 'log'>,
  { userId, preface, guildId, ...rest }: DirectOutletOptions,
): Outlet {
  let outlet: Outlet | null = null;
  const before = preface === null ? [] : renderText(preface);
  return {
    async write(messages, state) {
      if (state === 'draft' && before.length > 0) return;
      try {
        if (outlet === null) {
          const channelId = await channels.directChannel(userId);
          const place = { channelId, mark: 'd', asReply: false, resumed: false } as const;
          outlet = createChannelOutlet({ ...rest, ...place, channels, botId });
        }
        const shown = guildId === null ? messages : buttonsAbroad(messages, guildId);
        await outlet.write([...before, ...shown], state);
      } catch (error) {
        if (apiCode(error) !== CANNOT_WRITE_TO_USER) throw error;
        log.info({ messageId: rest.questionId }, 'the asker takes no direct messages: nothing could be said');
      }
    },
  };
}
