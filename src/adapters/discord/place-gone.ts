/** Which of Discord's refusals mean that nobody can be reached in a channel, and what an operator can do. */
import { PlaceGoneError } from '../../core/chat.ts';
import {
  apiCode,
  CANNOT_WRITE_TO_USER,
  MISSING_ACCESS,
  MISSING_PERMISSIONS,
  NO_COMMON_GUILD,
  NO_TEXT_CHANNEL,
  THREAD_ARCHIVED,
  THREAD_LOCKED,
  UNKNOWN_CHANNEL,
  UNKNOWN_GUILD,
  WRONG_CHANNEL_TYPE,
} from './api-errors.ts';

const REASONS: ReadonlyMap<number, string> = new Map([
  [UNKNOWN_CHANNEL, 'is gone'],
  [UNKNOWN_GUILD, 'is gone with its server'],
  [MISSING_ACCESS, 'is closed to the bot: invite it to the server, and allow it to view the channel'],
  [MISSING_PERMISSIONS, 'does not let the bot write: allow it to send messages and to embed links'],
  [THREAD_ARCHIVED, 'is a thread that was put away: open it again'],
  [THREAD_LOCKED, 'is a thread that was locked: unlock it'],
  [CANNOT_WRITE_TO_USER, 'belongs to somebody who takes no direct messages from the bot'],
  [NO_COMMON_GUILD, 'belongs to somebody who shares no server with the bot any more'],
  [NO_TEXT_CHANNEL, 'takes no messages: subscribe in a text channel, or in a post of the forum'],
  [WRONG_CHANNEL_TYPE, 'takes no messages: subscribe in a text channel, or in a post of the forum'],
]);

/** The error, or the one that says that the place is gone. A token that is refused is not the channel's fault. */
export function asPlaceGone(error: unknown, channelId: string): unknown {
  const reason = REASONS.get(apiCode(error) ?? 0);
  return reason === undefined
    ? error
    : new PlaceGoneError(`the Discord channel ${channelId} ${reason}`, { cause: error });
}
