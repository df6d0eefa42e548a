/** Arguments that several commands share. */
import type { CommandArgument } from './command.ts';

export const LANGUAGE_ARGUMENT: CommandArgument = {
  name: 'language',
  names: { fr: 'langue', en: 'language', zh: '语言' },
  descriptions: {
    fr: 'Langue de la réponse ; sinon celle de la question',
    en: 'Language of the answer; otherwise that of the question',
    zh: '回答所用语言；默认与提问语言相同',
  },
  required: false,
  kind: 'choice',
  choices: [
    { value: 'fr', labels: { fr: 'français', en: 'French', zh: '法语' } },
    { value: 'en', labels: { fr: 'anglais', en: 'English', zh: '英语' } },
    { value: 'zh', labels: { fr: 'chinois', en: 'Chinese', zh: '中文' } },
  ],
};

export const PRIVATE_ARGUMENT: CommandArgument = {
  name: 'private',
  names: { fr: 'privé', en: 'private', zh: '仅自己可见' },
  descriptions: {
    fr: 'Répondre à vous seul',
    en: 'Answer to you alone',
    zh: '仅向您本人显示回答',
  },
  required: false,
  kind: 'switch',
};

/** Of a report, whose own words are in it; the case's digest stays in its language. */
export const REPORT_LANGUAGE_ARGUMENT: CommandArgument = {
  ...LANGUAGE_ARGUMENT,
  descriptions: {
    fr: 'Langue des titres et des libellés',
    en: 'Language of headings and labels',
    zh: '标题和标签所用语言',
  },
};

export const CASE_ARGUMENT: CommandArgument = {
  name: 'case',
  names: { fr: 'affaire', en: 'case', zh: '案件' },
  descriptions: {
    fr: 'L’affaire : quelques mots de son titre, ou un acteur',
    en: 'The case: some words of its title, or an actor',
    zh: '案件：标题中的词语或行为者',
  },
  required: false,
  kind: 'case',
};
