/** Slash commands: those of the registry, each with its form where an argument is missing. */
import type { App, SlashCommand } from '@slack/bolt';
import type { Command } from '../../bot/command.ts';
import { COMMANDS } from '../../bot/registry.ts';
import type { IncomingMessage } from '../../core/chat.ts';
import { ackAfter } from './ack-after.ts';
import { chooseForm } from './choose-form.ts';
import { text } from './fields.ts';
import { openForm } from './handle-forms.ts';
import type { Handling, HandlingOf } from './handling.ts';
import { offeredCommands } from './offered-commands.ts';
import { writeOrigin } from './origin.ts';
import { plainText } from './plain-text.ts';
import { quoteCommand } from './quote-command.ts';

/** @param prefix stands before each command's name. */
export function handleCommands(app: App, handlingOf: HandlingOf, prefix: string): void {
  for (const command of offeredCommands(COMMANDS))
    app.command(`/${prefix}${command.name}`, async ({ command: payload, ack, context }) => {
      const handling = handlingOf(context);
      const message = await commandMessage(payload, command, handling);
      const form = chooseForm(command, message.text);
      if (form === null) return ackAfter(handling.take(message), () => ack(), handling.log);
      await ack();
      const to = { channel: payload.channel_id, user: payload.user_id, responseUrl: payload.response_url };
      handling.afterwards('a command', to, async () => {
        const allowed =
          form.subcommand?.adminOnly !== true ||
          message.direct === true ||
          (await handling.people.isAdmin(payload.user_id));
        const opened =
          allowed && (await openForm(form, message, { trigger: payload.trigger_id, to }, handling));
        // Without the form, the bot says what it makes of the words.
        if (!opened) await handling.take(message);
      });
    });
}

async function commandMessage(
  payload: SlashCommand,
  { name }: Command,
  { identity, prefix, since, langOf, isDirect, newId }: Handling,
): Promise<IncomingMessage> {
  const id = `command:${text(payload.trigger_id) ?? text(payload.response_url) ?? newId()}`;
  const said = plainText(text(payload.text) ?? '', identity.botUser);
  const [uiLang, direct] = await Promise.all([langOf(payload.user_id), isDirect(payload.channel_id)]);
  return {
    id,
    platform: 'slack',
    workspaceId: identity.teamId,
    channelId: payload.channel_id,
    threadId: id,
    userId: payload.user_id,
    text: said,
    command: name,
    ...(direct ? { direct } : {}),
    ...(uiLang === undefined ? {} : { uiLang }),
    origin: writeOrigin({
      since: since(),
      team: payload.team_id,
      responseUrl: payload.response_url,
      quote: quoteCommand(prefix, name, said),
    }),
  };
}
