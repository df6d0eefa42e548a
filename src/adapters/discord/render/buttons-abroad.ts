/** Messages with buttons that find their answer from outside of the server where it was given. */
import { abroad } from './custom-ids.ts';
import type { DiscordMessage, DiscordRow } from './discord-message.ts';

export function buttonsAbroad(messages: readonly DiscordMessage[], guildId: string): DiscordMessage[] {
  return messages.map((message) => ({
    ...message,
    components: message.components.map(
      (row): DiscordRow => ({ ...row, components: row.components.map((one) => sendAbroad(one, guildId)) }),
    ),
  }));
}

function sendAbroad<T extends DiscordRow['components'][number]>(component: T, guildId: string): T {
  return {
    ...component,
    ...('custom_id' in component ? { custom_id: abroad(component.custom_id, guildId) } : {}),
    ...('options' in component
      ? { options: component.options.map((each) => ({ ...each, value: abroad(each.value, guildId) })) }
      : {}),
  };
}
