/** Forms: opened where a command lacks an argument, read when they come back, helped with cases meanwhile. */
import type { App } from '@slack/bolt';
import { COMMANDS } from '../../bot/registry.ts';
import type { IncomingMessage, Place } from '../../core/chat.ts';
import { CHAT_SETTING_NAMES, writeChatSetting } from '../../core/chat-settings.ts';
import { ackAfter } from './ack-after.ts';
import { type Form, findForm, mainArgument } from './choose-form.ts';
import { fields, text } from './fields.ts';
import { type FormState, readFormState, writeFormState } from './form-state.ts';
import { CASE_MENU, FORM, formView, LONGEST_OPTION } from './form-view.ts';
import type { Handling, HandlingOf } from './handling.ts';
import { readOrigin, writeOrigin } from './origin.ts';
import { cutText } from './plain-text.ts';
import { quoteCommand } from './quote-command.ts';
import { readForm } from './read-form.ts';
import { plainText } from './render/answer-actions.ts';
import type { Recipient } from './send-beside.ts';

/** @returns false when Slack opened none, as when the person took more than three seconds. */
export async function openForm(
  form: Form,
  message: IncomingMessage,
  { trigger, to }: { readonly trigger: string; readonly to: Recipient },
  handling: Handling,
): Promise<boolean> {
  const { call, prefix, log } = handling;
  const { team } = readOrigin(message.origin);
  const current =
    form.subcommand?.adminOnly === true ? await currentSettings(form, message, handling) : form.typed;
  const state: FormState = {
    command: form.command.name,
    subcommand: form.subcommand?.name ?? null,
    channel: to.channel,
    current,
    ...(team === undefined ? {} : { team }),
    ...(to.responseUrl === undefined ? {} : { responseUrl: to.responseUrl }),
  };
  const content = { current, lang: message.uiLang ?? 'en', prefix, privateMetadata: writeFormState(state) };
  try {
    await call.once('views.open', { trigger_id: trigger, view: formView(form, content) });
    return true;
  } catch (error) {
    log.warn({ error: String(error) }, 'Slack opened no form');
    return false;
  }
}

/** By the argument's name: `follow-ups` stands for the setting `followUps`. */
async function currentSettings(
  form: Form,
  place: Place,
  { desk }: Handling,
): Promise<Record<string, string>> {
  const settings = await desk.settings(place);
  const shown = form.arguments.flatMap(({ name }) => {
    const setting = CHAT_SETTING_NAMES.find(
      (known) => known === name.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase()),
    );
    return setting === undefined ? [] : [[name, writeChatSetting(setting, settings)]];
  });
  return Object.fromEntries(shown);
}

export function handleForms(app: App, handlingOf: HandlingOf): void {
  app.view(FORM, async ({ ack, body, context }) => {
    const handling = handlingOf(context);
    const message = await submittedMessage(body, handling);
    if (message === null) return ack();
    await ackAfter(handling.take(message), () => ack(), handling.log);
  });

  app.options(new RegExp(`^${CASE_MENU}`), async ({ ack, body, context }) => {
    const handling = handlingOf(context);
    const lang = (await handling.langOf(body.user.id)) ?? 'en';
    const found = await handling.desk
      .suggestCases(body.value, lang, handling.identity.teamId)
      .catch((error: unknown) => {
        handling.log.error({ error: String(error) }, 'suggesting cases failed');
        return [];
      });
    await ack({
      options: found.map(({ value, label }) => ({ text: plainText(cutText(label, LONGEST_OPTION)), value })),
    });
  });
}

async function submittedMessage(body: unknown, handling: Handling): Promise<IncomingMessage | null> {
  const { view, user, trigger_id } = fields(body);
  const { private_metadata, state, id } = fields(view);
  const filled = readFormState(private_metadata);
  const form = filled === null ? null : findForm(COMMANDS, filled);
  const userId = text(fields(user).id);
  if (filled === null || form === null || userId === undefined) return null;
  const values = readForm(fields(state).values, form.arguments);
  const main = mainArgument(form.arguments)?.name;
  const options = Object.entries(values).filter(
    ([name, value]) => name !== main && value !== filled.current[name],
  );
  const words = [form.subcommand?.name, main === undefined ? undefined : values[main]];
  const said = words.filter((word) => word !== undefined).join(' ');
  const [uiLang, direct] = await Promise.all([handling.langOf(userId), handling.isDirect(filled.channel)]);
  const messageId = `form:${text(id) ?? text(trigger_id) ?? handling.newId()}`;
  return {
    id: messageId,
    platform: 'slack',
    workspaceId: handling.identity.teamId,
    channelId: filled.channel,
    threadId: messageId,
    userId,
    text: said,
    command: form.command.name,
    options: Object.fromEntries(options),
    ...(direct ? { direct } : {}),
    ...(uiLang === undefined ? {} : { uiLang }),
    origin: writeOrigin({
      since: handling.since(),
      quote: quoteCommand(handling.prefix, form.command.name, said),
      ...(filled.team === undefined ? {} : { team: filled.team }),
      ...(filled.responseUrl === undefined ? {} : { responseUrl: filled.responseUrl }),
    }),
  };
}
