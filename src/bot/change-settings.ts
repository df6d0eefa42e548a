/** `/casebook settings`: shows how the bot behaves here, and changes it for those who may. */
import {
  type ChatSettings,
  DEFAULT_CHAT_SETTINGS,
  readChatSetting,
  writeChatSetting,
} from '../core/chat-settings.ts';
import type { CommandContext } from './command.ts';
import { PHRASES } from './phrases.ts';
import { SETTING_OF_ARGUMENT, SETTINGS_ARGUMENTS } from './settings-arguments.ts';

/** @returns what to tell the person: the settings that now hold, or why nothing was changed. */
export async function changeSettings(context: CommandContext): Promise<string> {
  const { options, lang, store, message, settings } = context;
  const phrases = PHRASES[lang];
  const given = Object.entries(options).filter(([name]) => name in SETTING_OF_ARGUMENT);
  if (given.length === 0) return describeSettings(settings, context);
  if (store === null) return phrases.nothingKept;
  const level = options.for === 'workspace' ? 'workspace' : 'channel';
  // A conversation with the bot alone is the person's own; the workspace is not.
  const ownPlace = message.direct === true && level === 'channel';
  if (!ownPlace && !(await context.isAdmin())) return phrases.adminsOnly;
  const changes: Partial<ChatSettings> = {};
  for (const [name, value] of given) {
    const setting = SETTING_OF_ARGUMENT[name];
    const change = setting === undefined ? null : readChatSetting(setting, value);
    if (change === null) return phrases.badValue(name, value);
    Object.assign(changes, change);
  }
  await store.settings.write(message, level, changes);
  const now = { ...DEFAULT_CHAT_SETTINGS, ...(await store.settings.read(message)) };
  return `${phrases.settingsSaved(level)}\n${describeSettings(now, context)}`;
}

function describeSettings(settings: ChatSettings, { lang }: CommandContext): string {
  const lines = SETTINGS_ARGUMENTS.flatMap((argument) => {
    const setting = SETTING_OF_ARGUMENT[argument.name];
    if (setting === undefined) return [];
    const value = writeChatSetting(setting, settings);
    const label = argument.choices?.find((choice) => choice.value === value)?.labels[lang];
    const shown = label === undefined ? value : `${value} (${label})`;
    return [`• --${argument.names[lang]} ${shown} — ${argument.descriptions[lang]}`];
  });
  return [PHRASES[lang].settingsNow, ...lines].join('\n');
}
