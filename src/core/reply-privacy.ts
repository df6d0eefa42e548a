/** Who sees the reply to a message. */
import type { IncomingMessage } from './chat.ts';
import type { ChatSettings } from './chat-settings.ts';

/**
 * True when the asker alone shall see it: as the message says, else its `private` option, else the channel's setting.
 * Settings, help and what is kept of a person concern nobody else.
 */
export function repliesPrivately(
  message: Pick<IncomingMessage, 'private' | 'options' | 'command' | 'direct'>,
  settings: Pick<ChatSettings, 'replies'>,
): boolean {
  if (message.direct === true) return false;
  if (message.private !== undefined) return message.private;
  const asked = message.options?.private;
  if (asked !== undefined) return asked === 'on';
  return message.command === 'casebook' || (message.command !== null && settings.replies === 'private');
}
