/** Takes a slash command or the command on a message: acknowledges it at once, then hands it to the bot. */
import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import type { IncomingMessage } from '../../core/chat.ts';
import { DEFAULT_CHAT_SETTINGS } from '../../core/chat-settings.ts';
import { repliesPrivately } from '../../core/reply-privacy.ts';
import { messageText } from './message-text.ts';
import { parseCommand } from './parse-command.ts';
import { frameOf, originOf, placeOf } from './parse-interaction.ts';
import type { ReceiveDeps } from './receive-deps.ts';
import { within } from './within.ts';

/** Milliseconds that a look at the settings may cost: Discord waits three seconds for the first word. */
export const BEFORE_DEFER = 1_000;

export async function receiveCommand(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  deps: ReceiveDeps,
): Promise<void> {
  const { desk, acknowledging, commandPrefix, botId, log, now } = deps;
  const receivedAt = now();
  const place = placeOf(interaction);
  const asked = interaction.isChatInputCommand()
    ? (parseCommand(interaction, commandPrefix) ?? unknownCommand(interaction))
    : askAboutMessage(interaction, botId);
  if (place === null) {
    log.warn({ command: interaction.commandName }, 'a command came from no channel: it cannot be answered');
    return;
  }
  const frame = frameOf(interaction, place);
  const deferred = await acknowledging.defer(interaction, async () => {
    const settings = await within(desk.settings(place), BEFORE_DEFER, DEFAULT_CHAT_SETTINGS);
    // What is asked about a message is a command, too, for who sees the reply.
    return repliesPrivately({ ...frame, ...asked, command: interaction.commandName }, settings);
  });
  if (deferred === null) return;
  const { ephemeral } = deferred;
  const message: IncomingMessage = {
    ...frame,
    ...asked,
    ...(asked.command === null ? { private: ephemeral } : {}),
    origin: originOf(interaction, { ephemeral, receivedAt }),
  };
  await (await desk.take(message)).done;
}

/** One that an older version registered, and a client still shows: the bot says what there is instead. */
function unknownCommand({ commandName }: ChatInputCommandInteraction) {
  return { command: commandName, text: '', private: true };
}

/** The message's text as a question: nothing in it is a command of the one who asks about it. */
function askAboutMessage(
  { targetMessage }: MessageContextMenuCommandInteraction,
  botId: string,
): Pick<IncomingMessage, 'text' | 'command'> {
  const text = messageText(targetMessage, [`<@${botId}>`, `<@!${botId}>`]);
  return { text: text.replace(/^[/\s]+/, ''), command: null };
}
