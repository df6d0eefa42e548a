/** The same messages for a channel where the bot may not embed: what the cards say comes as text. */
import type { DiscordMessage } from './render/discord-message.ts';
import { CONTENT_LIMIT } from './render/discord-message.ts';
import { takePiece } from './render/take-piece.ts';

/**
 * Descriptions are written in the markdown of contents, so that they can move as they are.
 *
 * @param limit of a content in UTF-16 units; less than Discord's where something is to follow.
 */
export function withoutEmbeds(messages: readonly DiscordMessage[], limit = CONTENT_LIMIT): DiscordMessage[] {
  const contents: string[] = [];
  for (const { content, embeds } of messages) {
    if (content !== '') contents.push(content);
    for (const { description } of embeds) append(contents, description ?? '', limit);
  }
  return contents.map((content, i) => ({
    content,
    embeds: [],
    components: i === contents.length - 1 ? (messages.at(-1)?.components ?? []) : [],
  }));
}

function append(contents: string[], text: string, limit: number): void {
  const last = contents.at(-1);
  if (last !== undefined && last.length + 2 + text.length <= limit) {
    contents[contents.length - 1] = `${last}\n\n${text}`;
    return;
  }
  let rest = text;
  while (rest !== '') {
    const [piece, after] = takePiece(rest, limit, (part) => part.length);
    contents.push(piece);
    rest = after;
  }
}
