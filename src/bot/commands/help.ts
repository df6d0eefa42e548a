/** `/help`: what the bot does and how to ask. */
import type { Command } from '../command.ts';
import { helpText } from '../help-text.ts';

export const helpCommand: Command = {
  name: 'help',
  names: { fr: 'aide', en: 'help', zh: '帮助' },
  descriptions: {
    fr: 'Ce que Casebook sait faire et comment lui poser une question',
    en: 'What Casebook does and how to ask it',
    zh: 'Casebook 的用途与提问方法',
  },
  arguments: [],
  typedOnly: true,
  async *handler({ lang, commands, nameOf }) {
    yield { type: 'text', text: helpText(commands, lang, nameOf) };
  },
};
