/** What a command of the bot is: the registry holds them, platforms offer them, the bot runs them. */
import type { AnswerLang } from '../core/answer.ts';
import type { AskQuestion } from '../core/ask.ts';
import type { ReplyEvent } from '../core/chat.ts';
import type { ReadOverview } from './corpus-overview.ts';

type Localized = Readonly<Record<AnswerLang, string>>;

export interface CommandArgument {
  readonly name: string;
  readonly descriptions: Localized;
  readonly required: boolean;
}

export interface Command {
  /** Name on every platform: lower case, at most 32 letters. */
  readonly name: string;
  /** Names that a person may type in her own language; the English one is `name`. */
  readonly names: Localized;
  /** At most 100 characters each. */
  readonly descriptions: Localized;
  readonly arguments: readonly CommandArgument[];
  readonly handler: CommandHandler;
}

/** Yields `status` and `sentence` events, then one final event. Throws on defects and when `signal` aborts. */
export type CommandHandler = (context: CommandContext) => AsyncIterable<ReplyEvent>;

export interface CommandContext {
  /** What followed the command's name, trimmed. */
  readonly text: string;
  /** Language of the bot's own words. */
  readonly lang: AnswerLang;
  /** The answer's language when the asker or the channel forces it. */
  readonly forcedLang?: AnswerLang;
  /** Workspace whose own documents are searched besides the global ones. */
  readonly scope: string;
  readonly signal: AbortSignal;
  readonly ask: AskQuestion;
  readonly readOverview: ReadOverview;
  readonly commands: readonly Command[];
}
