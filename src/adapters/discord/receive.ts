/** Everything that Discord's gateway tells the bot, sorted by what it is. */
import type { Interaction, Message } from 'discord.js';
import { offerCases } from './offer-cases.ts';
import { parseMessage } from './parse-message.ts';
import { type PressDeps, pressButton } from './press-button.ts';
import { receiveCommand } from './receive-command.ts';
import { receiveReport } from './report-by-form.ts';

/** Rejects when something was not foreseen. */
export async function receiveInteraction(interaction: Interaction, deps: PressDeps): Promise<void> {
  if (interaction.isAutocomplete()) await offerCases(interaction, deps);
  else if (interaction.isButton() || interaction.isStringSelectMenu()) await pressButton(interaction, deps);
  else if (interaction.isModalSubmit()) await receiveReport(interaction, deps);
  else if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
    await receiveCommand(interaction, deps);
}

/**
 * Resolves when the reply, if there is one, has been given.
 *
 * @param begunBy id of what began the conversation, where the message replies to an answer in a channel.
 */
export async function receiveMessage(
  message: Message,
  begunBy: string | null,
  deps: PressDeps,
): Promise<void> {
  const incoming = parseMessage(message, deps.botId, begunBy);
  if (incoming === null) return;
  // Who speaks to the bot is answered by direct message; others would wonder at one.
  const spokenTo = incoming.addressed === undefined || incoming.addressed === 'bot';
  if (!spokenTo && deps.refused.isRefused(message.channelId)) return;
  await (await deps.desk.take(incoming)).done;
}
