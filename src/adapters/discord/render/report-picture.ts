/** The picture of a report: an attachment with a description, shown in an embed of the report's own message. */
import type { Picture } from '../../../core/picture.ts';
import { type DiscordMessage, EMBED_COUNT_LIMIT, type MessageFile } from './discord-message.ts';

/** Discord's limits for the description («Attachment Object»), in characters, and for a file of a bot, in bytes. */
const DESCRIPTION_LIMIT = 1024;
const FILE_LIMIT = 10 * 1024 * 1024;

/**
 * The messages with the picture above the cards of the one that begins them.
 *
 * @param at place of that message; the picture has a message of its own behind it where it has no room for an embed.
 * @returns the messages as they are where the picture is larger than Discord takes.
 */
export function withPicture(
  messages: readonly DiscordMessage[],
  at: number,
  picture: Picture,
): DiscordMessage[] {
  if (picture.png.byteLength > FILE_LIMIT) return [...messages];
  const file: MessageFile = {
    name: `${picture.name.replace(/[^\w-]/g, '') || 'picture'}.png`,
    contentType: 'image/png',
    bytes: picture.png,
    description: picture.alt.slice(0, DESCRIPTION_LIMIT),
  };
  const embed = { image: { url: `attachment://${file.name}` } };
  const home = messages[at];
  if (home !== undefined && home.embeds.length < EMBED_COUNT_LIMIT)
    return messages.with(at, { ...home, embeds: [embed, ...home.embeds], file });
  return messages.toSpliced(at + 1, 0, { content: '', embeds: [embed], components: [], file });
}

/** The same messages without their pictures: what they say stays as it is. */
export function withoutPictures(messages: readonly DiscordMessage[]): DiscordMessage[] {
  return messages.flatMap((message) => {
    if (!showsPicture(message)) return [message];
    const { file: _, ...rest } = message;
    const embeds = message.embeds.filter(({ image }) => image === undefined);
    const said = message.content !== '' || embeds.length > 0;
    if (!said && message.components.length === 0) return [];
    return [{ ...rest, content: said ? message.content : '…', embeds }];
  });
}

export function showsPicture({ embeds }: DiscordMessage): boolean {
  return embeds.some(({ image }) => image !== undefined);
}
