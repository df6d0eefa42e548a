/** A reply in no more messages than Discord allows: what has no room goes into a file. */
import type { AdapterPhrases } from './adapter-phrases.ts';
import { type DiscordMessage, textFile, toMessages } from './render/discord-message.ts';

/** @param room at least 1. */
export function fitMessages(
  messages: readonly DiscordMessage[],
  room: number,
  phrases: Pick<AdapterPhrases, 'restInFile' | 'fileName'>,
): readonly DiscordMessage[] {
  if (messages.length <= room) return messages;
  const rest = messages.slice(room - 1);
  const text = rest
    .flatMap(({ content, embeds }) => [content, ...embeds.map(({ description }) => description ?? '')])
    .filter((part) => part !== '')
    .join('\n\n');
  const file = textFile(phrases.fileName, 'text/markdown', text);
  const note = toMessages([phrases.restInFile], []).map((message) => ({
    ...message,
    components: messages.at(-1)?.components ?? [],
    file,
  }));
  return [...messages.slice(0, room - 1), ...note];
}
