/** What the bot asks the gateway to tell it. */

/** Bits of the developer documentation («Gateway Intents»). */
const GUILDS = 1 << 0;
const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;
const MESSAGE_CONTENT = 1 << 15;

/** Without the privileged one, mentions, direct messages and commands still come with their text. */
export function gatewayIntents(messageContent: boolean): number {
  return GUILDS | GUILD_MESSAGES | DIRECT_MESSAGES | (messageContent ? MESSAGE_CONTENT : 0);
}
