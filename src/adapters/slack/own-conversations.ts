/** Which direct messages are the app's own: people use commands in those between themselves, too. */
import type { SlackCall } from './slack-call.ts';
import { isRefusal } from './slack-trouble.ts';

export interface OwnConversations {
  /** The app is surely in it: it heard something there. */
  note(channel: string): void;
  /** Whether it is a conversation of one person with the app alone. False where Slack does not tell. Never rejects. */
  has(channel: string): Promise<boolean>;
}

const MOST_REMEMBERED = 10_000;

export function createOwnConversations(call: SlackCall): OwnConversations {
  const known = new Map<string, boolean>();

  function remember(channel: string, own: boolean): boolean {
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(channel, own);
    return own;
  }

  return {
    note: (channel) => void remember(channel, true),
    async has(channel) {
      if (!channel.startsWith('D')) return false;
      const remembered = known.get(channel);
      if (remembered !== undefined) return remembered;
      try {
        await call.once('conversations.history', { channel, limit: 1 });
        return remember(channel, true);
      } catch (error) {
        return isRefusal(error, ['channel_not_found', 'not_in_channel']) && remember(channel, false);
      }
    },
  };
}
