/** A message as Discord's REST API takes it and discord.js sends it unchanged: raw JSON, names in snake_case. */
import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js';

export type DiscordRow = APIActionRowComponent<APIComponentInMessageActionRow>;

export interface DiscordMessage {
  /** At most 2,000 UTF-16 units; empty when embeds alone are shown. */
  readonly content: string;
  /** At most 10, with 6,000 UTF-16 units together. */
  readonly embeds: APIEmbed[];
  readonly components: DiscordRow[];
  /** Sent with the message; an embed of it may show it by `attachment://name`. */
  readonly file?: MessageFile;
}

export interface MessageFile {
  /** `timeline.png`: letters, digits, `-`, `_` and a dot, which Discord leaves as they are. */
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** What a picture shows, for who does not see it; at most 1,024 characters. */
  readonly description?: string;
}

/**
 * Limits of the developer documentation («Create Message», «Embed Limits»). It names no unit; we count UTF-16 units,
 * which are never fewer than code points.
 */
export const CONTENT_LIMIT = 2000;
export const DESCRIPTION_LIMIT = 4096;
/** Of all the embeds of a message together. */
export const EMBEDS_LIMIT = 6000;
export const EMBED_COUNT_LIMIT = 10;

/** Numbers of the developer documentation («Component Reference»). */
export const ACTION_ROW = 1;
export const BUTTON = 2;
export const SECONDARY = 2;

/** Messages without buttons of which the first ones have the contents and the last of these the first embeds. */
export function toMessages(contents: readonly string[], embeds: readonly APIEmbed[]): DiscordMessage[] {
  const messages = contents.map((content): DiscordMessage => ({ content, embeds: [], components: [] }));
  let room = messages.length === 0 ? 0 : EMBEDS_LIMIT;
  for (const embed of embeds) {
    const length = embed.description?.length ?? 0;
    let last = messages.at(-1);
    if (last === undefined || length > room || last.embeds.length === EMBED_COUNT_LIMIT) {
      last = { content: '', embeds: [], components: [] };
      messages.push(last);
      room = EMBEDS_LIMIT;
    }
    last.embeds.push(embed);
    room -= length;
  }
  return messages;
}

/** @param type without the encoding, which is UTF-8. */
export function textFile(name: string, type: 'text/plain' | 'text/markdown', text: string): MessageFile {
  return { name, contentType: `${type}; charset=utf-8`, bytes: new TextEncoder().encode(text) };
}
