/** The arguments of `/casebook settings`, one for each setting, and the place that they are for. */
import type { ChatSettingName } from '../core/chat-settings.ts';
import type { CommandArgument } from './command.ts';

const optional = { required: false } as const;

/** By the argument's name, the setting that it changes. */
export const SETTING_OF_ARGUMENT: Readonly<Record<string, ChatSettingName>> = {
  language: 'language',
  answers: 'answers',
  replies: 'replies',
  'follow-ups': 'followUps',
  'ask-channel': 'askChannel',
  threads: 'threads',
  users: 'users',
};

export const SETTINGS_ARGUMENTS: readonly CommandArgument[] = [
  {
    name: 'language',
    names: { fr: 'langue', en: 'language', zh: '语言' },
    descriptions: { fr: 'Langue des réponses', en: 'Language of the answers', zh: '回答所用语言' },
    ...optional,
    kind: 'choice',
    choices: [
      { value: 'auto', labels: { fr: 'celle de la question', en: 'that of the question', zh: '与提问相同' } },
      { value: 'fr', labels: { fr: 'français', en: 'French', zh: '法语' } },
      { value: 'en', labels: { fr: 'anglais', en: 'English', zh: '英语' } },
      { value: 'zh', labels: { fr: 'chinois', en: 'Chinese', zh: '中文' } },
    ],
  },
  {
    name: 'answers',
    names: { fr: 'réponses', en: 'answers', zh: '回答' },
    descriptions: {
      fr: 'Casebook répond-il ici ?',
      en: 'Whether Casebook answers here',
      zh: 'Casebook 是否在此处回答',
    },
    ...optional,
    kind: 'switch',
  },
  {
    name: 'replies',
    names: { fr: 'visibilité', en: 'replies', zh: '可见性' },
    descriptions: {
      fr: 'Qui voit la réponse à une commande',
      en: 'Who sees the reply to a command',
      zh: '谁能看到对命令的回复',
    },
    ...optional,
    kind: 'choice',
    choices: [
      { value: 'public', labels: { fr: 'tout le canal', en: 'the whole channel', zh: '整个频道' } },
      {
        value: 'private',
        labels: { fr: 'la personne qui demande', en: 'only the person who asks', zh: '仅提问者' },
      },
    ],
  },
  {
    name: 'follow-ups',
    names: { fr: 'suites', en: 'follow-ups', zh: '追问' },
    descriptions: {
      fr: 'Répondre sans mention dans les fils où Casebook a déjà répondu',
      en: 'Answer without a mention in threads where Casebook has answered',
      zh: '在已回答过的消息列中无需提及即可追问',
    },
    ...optional,
    kind: 'switch',
  },
  {
    name: 'ask-channel',
    names: { fr: 'canal-de-questions', en: 'ask-channel', zh: '提问频道' },
    descriptions: {
      fr: 'Chaque message de ce canal est une question',
      en: 'Each message of this channel is a question',
      zh: '本频道的每条消息都视为提问',
    },
    ...optional,
    kind: 'switch',
  },
  {
    name: 'threads',
    names: { fr: 'fils', en: 'threads', zh: '消息列' },
    descriptions: {
      fr: 'Ouvrir un fil pour chaque réponse (Slack le fait toujours)',
      en: 'Open a thread for each answer (Slack always does)',
      zh: '为每个回答开启消息列（Slack 始终如此）',
    },
    ...optional,
    kind: 'switch',
  },
  {
    name: 'users',
    names: { fr: 'personnes', en: 'users', zh: '用户' },
    descriptions: {
      fr: 'Les personnes qui peuvent demander ; « everyone » : toutes',
      en: 'The people who may ask; “everyone” for all',
      zh: '可以提问的人；“everyone”表示所有人',
    },
    ...optional,
    kind: 'users',
  },
  {
    name: 'for',
    names: { fr: 'pour', en: 'for', zh: '适用于' },
    descriptions: {
      fr: 'Ce canal, ou tout l’espace de travail',
      en: 'This channel, or the whole workspace',
      zh: '本频道，或整个工作区',
    },
    ...optional,
    kind: 'choice',
    choices: [
      { value: 'channel', labels: { fr: 'ce canal', en: 'this channel', zh: '本频道' } },
      { value: 'workspace', labels: { fr: 'tout l’espace', en: 'the whole workspace', zh: '整个工作区' } },
    ],
  },
];
