/** What a message asks for: which command, with what text, in which language. */
import type { AskQuestion } from '../core/ask.ts';
import type { IncomingMessage, ReplyEvent } from '../core/chat.ts';
import { askCommand } from './commands/ask.ts';
import type { ReadOverview } from '../core/corpus-overview.ts';
import { helpText } from './help-text.ts';
import { PHRASES, type Phrases } from './phrases.ts';
import { COMMANDS, findCommand, parseCommandText } from './registry.ts';
import { replyLanguage } from './reply-language.ts';

export interface ResolvedMessage {
  /** In the language in which the bot speaks to this person. */
  readonly phrases: Phrases;
  /** Does what was asked. */
  events(signal: AbortSignal): AsyncIterable<ReplyEvent>;
}

export function resolveMessage(
  message: IncomingMessage,
  { ask, readOverview }: { ask: AskQuestion; readOverview: ReadOverview },
): ResolvedMessage {
  // A platform's own command comes by name; elsewhere it is typed: «/sources».
  const typed = message.command === null ? parseCommandText(message.text) : null;
  const name = message.command ?? typed?.name ?? null;
  const command = name === null ? askCommand : findCommand(name);
  const text = (typed === null ? message.text : typed.rest).trim();
  const lang = replyLanguage(message, text, command, typed?.name ?? null);
  const phrases = PHRASES[lang];
  return {
    phrases,
    async *events(signal) {
      if (command === undefined) {
        yield { type: 'text', text: `${phrases.unknownCommand(name ?? '')}\n${helpText(COMMANDS, lang)}` };
        return;
      }
      yield* command.handler({
        text,
        lang,
        scope: message.workspaceId,
        signal,
        ask,
        readOverview,
        commands: COMMANDS,
        ...(message.lang === undefined ? {} : { forcedLang: message.lang }),
      });
    },
  };
}
