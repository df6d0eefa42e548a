/** How the bot behaves in a channel or a whole workspace. */
import { ANSWER_LANGS, type AnswerLang } from './answer.ts';

export interface ChatSettings {
  /** Language of the answers; `auto` is the question's own. */
  readonly language: 'auto' | AnswerLang;
  /** False: the bot does not answer here. */
  readonly answers: boolean;
  /** Who sees the reply to a command: the channel or the asker alone. */
  readonly replies: 'public' | 'private';
  /** True: what is said in a thread in which the bot has answered needs no mention. */
  readonly followUps: boolean;
  /** True: each message of the channel is a question. */
  readonly askChannel: boolean;
  /** True: a thread is opened for the answer to a message in a channel. Slack answers in threads always. */
  readonly threads: boolean;
  /** Ids of the people who may ask; empty: everyone. */
  readonly users: readonly string[];
}

export const DEFAULT_CHAT_SETTINGS: ChatSettings = {
  language: 'auto',
  answers: true,
  replies: 'public',
  followUps: true,
  askChannel: false,
  threads: true,
  users: [],
};

export type ChatSettingName = keyof ChatSettings;
export const CHAT_SETTING_NAMES = Object.keys(DEFAULT_CHAT_SETTINGS) as ChatSettingName[];

/** More would not fit a form, and a channel serves better. */
const MAX_USERS = 100;

/**
 * Reads one setting as a person or a form writes it: `on`/`off`, `auto`/`fr`/`en`/`zh`, `public`/`private`, ids
 * separated by blanks or commas.
 *
 * @returns the part of the settings that it changes; null when the value is not allowed.
 */
export function readChatSetting(name: ChatSettingName, written: string): Partial<ChatSettings> | null {
  const value = written.trim();
  switch (name) {
    case 'language': {
      const language = (['auto', ...ANSWER_LANGS] as const).find((known) => known === value);
      return language === undefined ? null : { language };
    }
    case 'replies':
      return value === 'public' || value === 'private' ? { replies: value } : null;
    case 'users': {
      const users = [...new Set(value.split(/[\s,]+/))].filter((id) => id !== '' && id !== 'everyone');
      return users.length > MAX_USERS || users.some((id) => !/^\w{1,40}$/.test(id)) ? null : { users };
    }
    default:
      return value === 'on' || value === 'off' ? { [name]: value === 'on' } : null;
  }
}

/** The setting as `readChatSetting` reads it. */
export function writeChatSetting(name: ChatSettingName, settings: ChatSettings): string {
  const value = settings[name];
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'string' ? value : value.length === 0 ? 'everyone' : value.join(' ');
}
