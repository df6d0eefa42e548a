/** What a message asks for: which command, with which arguments, in which language. */
import type { AnswerLang } from '../core/answer.ts';
import type { AskQuestion } from '../core/ask.ts';
import type { CaseBook } from '../core/case-book.ts';
import type { IncomingMessage, ReplyEvent } from '../core/chat.ts';
import type { ChatSettings } from '../core/chat-settings.ts';
import type { ReadOverview } from '../core/corpus-overview.ts';
import type { NewsDesk } from '../core/news-desk.ts';
import { repliesPrivately } from '../core/reply-privacy.ts';
import type { BotStore } from './bot-store.ts';
import type { Command, CommandContext } from './command.ts';
import { askCommand } from './commands/ask.ts';
import { newsCommand } from './commands/news.ts';
import { type CommandName, helpText, usageText } from './help-text.ts';
import { PHRASES, type Phrases } from './phrases.ts';
import type { Pictures } from './pictures.ts';
import { readTyped, type TypedArguments } from './read-typed.ts';
import { COMMANDS, findCommand, parseCommandText } from './registry.ts';
import { replyLanguage } from './reply-language.ts';

export interface ResolvedMessage {
  /** Name of the command that is meant; `other` for one that there is not. */
  readonly command: string;
  /** The message as it is answered: with its place's language, and private if so asked. */
  readonly message: IncomingMessage;
  /** In the language in which the bot speaks to this person. */
  readonly phrases: Phrases;
  /** Does what was asked. */
  events(signal: AbortSignal, followed?: CommandContext['followed']): AsyncIterable<ReplyEvent>;
}

export interface CommandDeps {
  readonly ask: AskQuestion;
  readonly readOverview: ReadOverview;
  readonly cases: CaseBook;
  readonly news: NewsDesk | null;
  readonly pictures?: Pick<Pictures, 'draw'>;
  readonly store: BotStore | null;
  readonly isAdmin: () => Promise<boolean>;
  readonly history: CommandContext['history'];
  readonly nameOf: CommandName;
}

/** Code units of a message that are read: no question or command of ours is as long, and Slack lets people send 40,000. */
const MAX_READ = 8_000;

export function resolveMessage(
  whole: IncomingMessage,
  settings: ChatSettings,
  deps: CommandDeps,
): ResolvedMessage {
  const received = whole.text.length <= MAX_READ ? whole : { ...whole, text: whole.text.slice(0, MAX_READ) };
  // A platform's own command comes by name; elsewhere it is typed: «/sources».
  const typedCommand = received.command === null ? parseCommandText(received.text) : null;
  const name = received.command ?? typedCommand?.name ?? null;
  const command = name === null ? askCommand : findCommand(name);
  const given: TypedArguments =
    // Only who writes a command writes options: a question may well hold a dash.
    name === null || command === undefined
      ? { subcommand: null, text: received.text.trim(), options: received.options ?? {}, problem: null }
      : readTyped(command, typedCommand?.rest ?? received.text, received.options);
  const forcedLang = forcedLanguage(received, given, settings);
  const message: IncomingMessage = {
    ...received,
    ...(forcedLang === undefined ? {} : { lang: forcedLang }),
    private: repliesPrivately({ ...received, options: given.options, command: name }, settings),
  };
  // Telling a language takes longer than all the rest, and the platform waits for its acknowledgement: not before it
  // is needed.
  let known: AnswerLang | undefined;
  const langOf = () => {
    const said = hasNoLanguage(given.text, command) ? '' : given.text;
    known ??= replyLanguage(message, said, command, typedCommand?.name ?? null);
    return known;
  };
  return {
    command: command?.name ?? 'other',
    message,
    get phrases() {
      return PHRASES[langOf()];
    },
    async *events(signal, followed) {
      const lang = langOf();
      const phrases = PHRASES[lang];
      if (command === undefined) {
        yield {
          type: 'text',
          text: `${phrases.unknownCommand(name ?? '')}\n${helpText(COMMANDS, lang, deps.nameOf)}`,
        };
        return;
      }
      if (given.problem !== null) {
        const { option, value } = given.problem;
        const wrong = value === null ? phrases.unknownOption(option) : phrases.badValue(option, value);
        yield { type: 'text', text: `${wrong}\n${usageText(command, given.subcommand, lang, deps.nameOf)}` };
        return;
      }
      yield* command.handler({
        ...given,
        ...deps,
        ...(followed === undefined ? {} : { followed }),
        lang,
        scope: message.workspaceId,
        signal,
        message,
        settings,
        commands: COMMANDS,
        ...(forcedLang === undefined ? {} : { forcedLang }),
      });
    },
  };
}

/**
 * A case that was picked comes as its id, whose words are of no language: «us» at its end would be English. So do an
 * address and the id of a subscription.
 */
function hasNoLanguage(text: string, command: Command | undefined): boolean {
  if (command === newsCommand) return !/\s/.test(text) || text.includes('://');
  return command?.arguments[0]?.kind === 'case' && /^[a-z\d.]+(?:-[a-z\d.]+)+$/.test(text);
}

/** The asker's wish comes first, then the message's, then the channel's. */
function forcedLanguage(
  message: IncomingMessage,
  { options }: TypedArguments,
  settings: ChatSettings,
): IncomingMessage['lang'] {
  const { language } = options;
  if (message.command !== 'casebook' && (language === 'fr' || language === 'en' || language === 'zh'))
    return language;
  if (message.lang !== undefined) return message.lang;
  return settings.language === 'auto' ? undefined : settings.language;
}
