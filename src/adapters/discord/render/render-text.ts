/** Texts of the bot's own as Discord's messages: help, what the corpus holds, settings, and what went wrong. */
import type { AnswerLang } from '../../../core/answer.ts';
import { type DiscordMessage, toMessages } from './discord-message.ts';
import { DISCORD_PHRASES } from './discord-phrases.ts';
import { fixed, foreignLine, foreignText } from './spans.ts';
import { block, packBlocks } from './write-contents.ts';

/** A text shown literally, since it may repeat what a user typed; at least one message. */
export function renderText(text: string): DiscordMessage[] {
  const contents = packBlocks([block(foreignText(text))]);
  return toMessages(contents.length > 0 ? contents : ['…'], []);
}

/** An apology, with the reference under which the log has the cause where the text does not say it itself. */
export function renderFailure(text: string, referenceId: string, lang: AnswerLang): DiscordMessage[] {
  const [apology, reference] = [foreignText(text), foreignLine(DISCORD_PHRASES[lang].reference(referenceId))];
  const blocks = text.includes(referenceId)
    ? [block(apology)]
    : [block(apology), block(fixed('-# '), reference)];
  const contents = packBlocks(blocks);
  return toMessages(contents.length > 0 ? contents : ['…'], []);
}
