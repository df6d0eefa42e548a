/** What a command of the bot is: the registry holds them, platforms offer them, the bot runs them. */
import type { AnswerLang } from '../core/answer.ts';
import type { AskQuestion } from '../core/ask.ts';
import type { CaseBook } from '../core/case-book.ts';
import type { IncomingMessage, ReplyEvent } from '../core/chat.ts';
import type { ChatSettings } from '../core/chat-settings.ts';
import type { ReadOverview } from '../core/corpus-overview.ts';
import type { NewsDesk } from '../core/news-desk.ts';
import type { OnStage } from '../core/stage.ts';
import type { Turn } from '../core/thread.ts';
import type { BotStore } from './bot-store.ts';
import type { Pictures } from './pictures.ts';

export type Localized = Readonly<Record<AnswerLang, string>>;

export interface CommandArgument {
  /** Lower case, at most 32 letters and hyphens. */
  readonly name: string;
  /** Names that a person may type or see in her own language; the English one is `name`. */
  readonly names: Localized;
  /** At most 100 characters each. */
  readonly descriptions: Localized;
  readonly required: boolean;
  /**
   * `text`: free words. `case`: a case's id, offered by autocomplete, or words of its title. `choice`: one of `choices`.
   * `switch`: `on` or `off`. `users`: ids of people.
   */
  readonly kind: 'text' | 'case' | 'choice' | 'switch' | 'users';
  /** Of a `choice`. */
  readonly choices?: readonly { readonly value: string; readonly labels: Localized }[];
}

/** A part of a command that platforms offer by itself. */
export interface Subcommand {
  readonly name: string;
  readonly names: Localized;
  readonly descriptions: Localized;
  readonly arguments: readonly CommandArgument[];
  /** True: offered only to those who may change settings. The handler checks it again. */
  readonly adminOnly?: boolean;
}

export interface Command {
  /** Name on every platform: lower case, at most 32 letters. */
  readonly name: string;
  /** Names that a person may type in her own language; the English one is `name`. */
  readonly names: Localized;
  /** At most 100 characters each. */
  readonly descriptions: Localized;
  /** The first is the main one: it comes as the message's text; the others come as its options. */
  readonly arguments: readonly CommandArgument[];
  /** When there are any, the command has no arguments of its own; the first is meant where none is named. */
  readonly subcommands?: readonly Subcommand[];
  /** True: platforms do not offer it, since they have one of that name; it may be typed to the bot. */
  readonly typedOnly?: boolean;
  readonly handler: CommandHandler;
}

/** Yields `status` and `sentence` events, then one final event. Throws on defects and when `signal` aborts. */
export type CommandHandler = (context: CommandContext) => AsyncIterable<ReplyEvent>;

export interface CommandContext {
  /** The main argument, trimmed. */
  readonly text: string;
  /** The subcommand's name; null for a command without. */
  readonly subcommand: string | null;
  /** The other arguments, by their names in the registry. */
  readonly options: Readonly<Record<string, string>>;
  /** Language of the bot's own words. */
  readonly lang: AnswerLang;
  /** The answer's language when the asker or the channel forces it. */
  readonly forcedLang?: AnswerLang;
  /** Workspace whose own documents are searched besides the global ones. */
  readonly scope: string;
  readonly signal: AbortSignal;
  readonly message: IncomingMessage;
  /** Those that hold where the message was said. */
  readonly settings: ChatSettings;
  /** True when the sender may change the settings of the place. */
  readonly isAdmin: () => Promise<boolean>;
  readonly ask: AskQuestion;
  /** The id of what is answered, and who is told as its stages end; absent where nobody follows it. */
  readonly followed?: { readonly referenceId: string; readonly onStage: OnStage };
  readonly readOverview: ReadOverview;
  readonly cases: CaseBook;
  /** Null where news are not set up. */
  readonly news: NewsDesk | null;
  /** Absent where the platform needs no pictures. */
  readonly pictures?: Pick<Pictures, 'draw'>;
  /** What was said before in the conversation, oldest first, as far as it is remembered. */
  readonly history: () => Promise<readonly Turn[]>;
  /** Null where nothing is kept: a terminal. */
  readonly store: BotStore | null;
  readonly commands: readonly Command[];
  /** How a command is called where the reader is. */
  readonly nameOf: (command: Pick<Command, 'name' | 'names'>, lang: AnswerLang) => string;
}
