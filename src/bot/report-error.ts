/** `/casebook report`: tells those who run the bot what is wrong in an answer. */
import { MAX_ERROR_REPORT } from '../core/chat.ts';
import type { CommandContext, Subcommand } from './command.ts';
import { usageText } from './help-text.ts';
import { PHRASES } from './phrases.ts';

export const REPORT_SUBCOMMAND: Subcommand = {
  name: 'report',
  names: { fr: 'signaler', en: 'report', zh: '报告错误' },
  descriptions: {
    fr: 'Signaler une erreur dans une réponse : sa référence, puis ce qui est faux',
    en: 'Report an error in an answer: its reference, then what is wrong',
    zh: '报告回答中的错误：先写编号，再写错误内容',
  },
  arguments: [
    {
      name: 'answer',
      names: { fr: 'réponse', en: 'answer', zh: '回答编号' },
      descriptions: {
        fr: 'La référence de la réponse',
        en: 'The reference of the answer',
        zh: '回答的编号',
      },
      required: true,
      kind: 'text',
    },
    {
      name: 'error',
      names: { fr: 'erreur', en: 'error', zh: '错误' },
      descriptions: {
        fr: 'Ce qui est faux, en une phrase ou deux',
        en: 'What is wrong, in a sentence or two',
        zh: '用一两句话说明错误之处',
      },
      // Typed in one line, both are in the first: a form that asks for the second would be in the way.
      required: false,
      kind: 'text',
    },
  ],
};

/** Typed, both come as one text: the reference is its first word. */
export async function reportError(context: CommandContext): Promise<string> {
  const { text, options, store, message, lang, commands, nameOf } = context;
  const phrases = PHRASES[lang];
  if (store === null) return phrases.nothingKept;
  const [, reference = '', typed = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  const error = [typed, options.error ?? ''].join(' ').trim();
  const casebook = commands.find(({ subcommands }) => subcommands?.includes(REPORT_SUBCOMMAND) === true);
  if ((reference === '' || error === '') && casebook !== undefined)
    return usageText(casebook, REPORT_SUBCOMMAND.name, lang, nameOf);
  if (error.length > MAX_ERROR_REPORT) return phrases.reportTooLong(MAX_ERROR_REPORT);
  const { platform, workspaceId, channelId, userId } = message;
  const place = { platform, workspaceId, channelId };
  const kept = await store.errors.report({ ...place, userId, answerId: reference, text: error });
  return kept ? phrases.reportKept : phrases.reportNotKept(reference);
}
