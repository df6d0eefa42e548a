/** Which language the bot's own words are in: the forced one, else the text's, the command's, the client's. */
import { ANSWER_LANGS, type AnswerLang } from '../core/answer.ts';
import type { IncomingMessage } from '../core/chat.ts';
import { identifyLanguage } from '../lexicon/identify-language.ts';
import type { Command } from './command.ts';

/** @param typedName the command's name as the person typed it: «/aide» asks in French. */
export function replyLanguage(
  message: Pick<IncomingMessage, 'lang' | 'uiLang'>,
  text: string,
  command: Command | undefined,
  typedName: string | null,
): AnswerLang {
  if (message.lang !== undefined) return message.lang;
  const identified = identifyLanguage(text);
  const spoken = ANSWER_LANGS.find((lang) => lang === identified);
  if (spoken !== undefined) return spoken;
  const typed = typedName?.toLowerCase();
  const named = ANSWER_LANGS.filter((lang) => command?.names[lang] === typed);
  return (named.length === 1 ? named[0] : undefined) ?? message.uiLang ?? 'en';
}
