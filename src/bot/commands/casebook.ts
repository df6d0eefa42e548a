/** `/casebook`: help, settings of a channel or workspace, reporting an error, deleting what is stored of oneself. */

import { changeSettings } from '../change-settings.ts';
import type { Command } from '../command.ts';
import { helpText } from '../help-text.ts';
import { PHRASES } from '../phrases.ts';
import { REPORT_SUBCOMMAND, reportError } from '../report-error.ts';
import { SETTINGS_ARGUMENTS } from '../settings-arguments.ts';
import { helpCommand } from './help.ts';

export const casebookCommand: Command = {
  name: 'casebook',
  names: { fr: 'casebook', en: 'casebook', zh: '案件簿' },
  descriptions: {
    fr: 'Aide, réglages, signalement d’une erreur, et suppression de vos données',
    en: 'Help, settings, reporting an error, and deletion of your data',
    zh: '帮助、设置、报告错误与删除您的数据',
  },
  arguments: [],
  subcommands: [
    {
      name: helpCommand.name,
      names: helpCommand.names,
      descriptions: helpCommand.descriptions,
      arguments: [],
    },
    {
      name: 'settings',
      names: { fr: 'réglages', en: 'settings', zh: '设置' },
      descriptions: {
        fr: 'Voir ou changer la façon dont Casebook répond ici',
        en: 'See or change how Casebook answers here',
        zh: '查看或更改 Casebook 在此处的回答方式',
      },
      arguments: SETTINGS_ARGUMENTS,
      adminOnly: true,
    },
    REPORT_SUBCOMMAND,
    {
      name: 'forget-me',
      names: { fr: 'oubliez-moi', en: 'forget-me', zh: '删除我的数据' },
      descriptions: {
        fr: 'Supprimer vos questions, leurs réponses, vos avis et vos signalements enregistrés',
        en: 'Delete your stored questions, their answers, your ratings and reports of errors',
        zh: '删除已保存的您的提问、回答、评价与错误报告',
      },
      arguments: [],
    },
  ],
  async *handler(context) {
    const { subcommand, lang, commands, store, message, nameOf } = context;
    const phrases = PHRASES[lang];
    if (subcommand === 'settings') yield { type: 'text', text: await changeSettings(context) };
    else if (subcommand === REPORT_SUBCOMMAND.name) yield { type: 'text', text: await reportError(context) };
    else if (subcommand === 'forget-me')
      yield {
        type: 'text',
        text: store === null ? phrases.nothingKept : phrases.forgotten(await store.forgetUser(message)),
      };
    else yield { type: 'text', text: helpText(commands, lang, nameOf) };
  },
};
