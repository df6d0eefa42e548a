/** A reply in no more messages than Discord allows: what has no room goes into a file. */
import type { AdapterPhrases } from './adapter-phrases.ts';
import { type DiscordMessage, toMessages } from './render/discord-message.ts';
import type { TextFile } from './rest-interactions.ts';

export interface Fitted {
  readonly messages: readonly DiscordMessage[];
  /** Belongs to the last message. */
  readonly file: TextFile | null;
}

/** @param room at least 1. */
export function fitMessages(
  messages: readonly DiscordMessage[],
  room: number,
  phrases: Pick<AdapterPhrases, 'restInFile' | 'fileName'>,
): Fitted {
  if (messages.length <= room) return { messages, file: null };
  const rest = messages.slice(room - 1);
  const text = rest
    .flatMap(({ content, embeds }) => [content, ...embeds.map(({ description }) => description ?? '')])
    .filter((part) => part !== '')
    .join('\n\n');
  const note = toMessages([phrases.restInFile], []).map((message) => ({
    ...message,
    components: messages.at(-1)?.components ?? [],
  }));
  return { messages: [...messages.slice(0, room - 1), ...note], file: { name: phrases.fileName, text } };
}
