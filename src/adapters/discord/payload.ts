/** The body of everything that the bot writes on Discord: made here alone, so that none can ping anybody. */
import type { DiscordMessage } from './render/discord-message.ts';

/** Nobody is notified, whatever the text holds, and neither is the one who is replied to. */
export const NO_MENTIONS = { parse: [], replied_user: false } as const;

/** Flag of a message that one person alone sees («Message Flags»). */
export const EPHEMERAL = 1 << 6;

export interface PayloadOptions {
  readonly ephemeral?: boolean;
  /** Of an edit: a part that is taken away must be named. */
  readonly replyTo?: string | null;
  /** At most 25 characters; a second message with it within minutes is the first one. */
  readonly nonce?: string;
}

/** A message as the REST API takes it. */
export function payload(message: DiscordMessage, options: PayloadOptions = {}): Record<string, unknown> {
  const { ephemeral = false, replyTo = null, nonce } = options;
  return {
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    allowed_mentions: NO_MENTIONS,
    ...(ephemeral ? { flags: EPHEMERAL } : {}),
    ...(replyTo === null ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
    ...(nonce === undefined ? {} : { nonce, enforce_nonce: true }),
  };
}
