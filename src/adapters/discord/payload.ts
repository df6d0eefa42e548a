/** The body of everything that the bot writes on Discord: made here alone, so that none can ping anybody. */
import type { DiscordMessage, MessageFile } from './render/discord-message.ts';

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
    // Of an edit: the only files that the message has from then on.
    ...(message.file === undefined ? {} : { attachments: [attachment(message.file)] }),
    allowed_mentions: NO_MENTIONS,
    ...(ephemeral ? { flags: EPHEMERAL } : {}),
    ...(replyTo === null ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
    ...(nonce === undefined ? {} : { nonce, enforce_nonce: true }),
  };
}

/** What a message says of the file that is sent with it, which is the first and only one. */
function attachment({ name, description }: MessageFile) {
  return { id: '0', filename: name, ...(description === undefined ? {} : { description }) };
}
