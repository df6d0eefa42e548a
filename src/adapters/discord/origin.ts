/** What the adapter needs for replying to a message, as the bot keeps it with the message. */
import type { IncomingMessage } from '../../core/chat.ts';

export interface MessageOrigin {
  readonly kind: 'message';
  /** Where it was said; a thread has an id of its own. */
  readonly channelId: string;
  readonly messageId: string;
  /** Null in direct messages. */
  readonly guildId: string | null;
  /** True where a thread can be opened on the message. */
  readonly threadable: boolean;
}

export interface InteractionOrigin {
  readonly kind: 'interaction';
  readonly id: string;
  /** Good for fifteen minutes, and for this interaction alone. */
  readonly token: string;
  readonly applicationId: string;
  readonly channelId: string;
  /** True when the answer was announced to one person alone. */
  readonly ephemeral: boolean;
  /** True where the bot can write without the token. */
  readonly mayWrite: boolean;
  /** True where only the person installed the app: five further answers at most. */
  readonly userInstall: boolean;
  /** True when the person manages the server; null where the interaction does not tell. */
  readonly admin: boolean | null;
  /** When it reached us, milliseconds since 1970. */
  readonly receivedAt: number;
}

export type Origin = MessageOrigin | InteractionOrigin;

export function writeOrigin(origin: Origin): string {
  return JSON.stringify(origin);
}

/** @throws Error when the message did not come from this adapter. */
export function readOrigin({ id, origin }: Pick<IncomingMessage, 'id' | 'origin'>): Origin {
  const read: unknown = JSON.parse(origin ?? 'null');
  if (typeof read === 'object' && read !== null && 'kind' in read)
    if (read.kind === 'message' || read.kind === 'interaction') return read as Origin;
  throw new Error(`the message ${id} did not come from Discord`);
}
