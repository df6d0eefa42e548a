/** What was said, without the mention of the bot and with names in place of the other mentions. */
import type { Message } from 'discord.js';

/** @param ownMentions how the bot was mentioned: as a person or by its own role. */
export function messageText(message: Message, ownMentions: readonly string[]): string {
  const { mentions, guild } = message;
  let text = message.content;
  for (const mention of ownMentions) text = text.replaceAll(mention, ' ');
  return text
    .replace(/<@!?(\d+)>/g, (_, id: string) => `@${mentions.users.get(id)?.displayName ?? id}`)
    .replace(/<@&(\d+)>/g, (_, id: string) => `@${guild?.roles.cache.get(id)?.name ?? id}`)
    .replace(/<#(\d+)>/g, (_, id: string) => `#${guild?.channels.cache.get(id)?.name ?? id}`)
    .replace(/<a?(:\w+:)\d+>/g, '$1')
    .replace(/<(\/[^:>]+):\d+>/g, '$1')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
