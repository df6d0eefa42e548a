/** The port between the bot and the platforms it lives on. */
import type { Answer, AnswerLang, AnswerSentence, Citation } from './answer.ts';

/** A message or command that reached us, in the bot's terms: no platform id has a meaning here beyond equality. */
export interface IncomingMessage {
  /** Unique for each event of the platform; a redelivered event carries the same id. */
  readonly id: string;
  /** `web`, `console`, `slack`, `discord`. */
  readonly platform: string;
  /** The installation whose settings and own documents apply; `local` for web and console. */
  readonly workspaceId: string;
  readonly channelId: string;
  /** The conversation: messages of one thread are answered one after the other. */
  readonly threadId: string;
  readonly userId: string;
  /** What was said, without the mention of the bot. */
  readonly text: string;
  /** The name of the command from the registry; null for a plain message. */
  readonly command: string | null;
  /** The reply's language when the asker or the channel forces it; otherwise the question's own. */
  readonly lang?: AnswerLang;
}

/** What happens to a reply, in order: any number of `status` and `sentence`, then exactly one of the final events. */
export type ReplyEvent =
  /** Work goes on; shown as the platform shows such things. */
  | { readonly type: 'status'; readonly status: 'searching' | 'writing' }
  /** A whole sentence of the answer, as it will stay, with the citations it uses for the first time. */
  | {
      readonly type: 'sentence';
      readonly sentence: AnswerSentence;
      readonly newCitations: readonly Citation[];
    }
  /** Final: the complete answer. It holds every sentence sent before and may hold more. */
  | { readonly type: 'answer'; readonly answer: Answer }
  /** Final: a text of the bot's own (help, a limit reached, what the corpus holds). */
  | { readonly type: 'text'; readonly text: string }
  /** Final: something broke. The text is a short apology; the log has the cause under the reference id. */
  | { readonly type: 'failure'; readonly text: string; readonly referenceId: string };

/** Receives messages; resolves when the reply has been delivered or given up. Never rejects. */
export type MessageHandler = (message: IncomingMessage) => Promise<void>;

/** A platform. */
export interface ChatAdapter {
  readonly platform: string;
  /** Begins to receive. Rejects with an OperatorError when the platform cannot be reached or refuses the settings. */
  start(onMessage: MessageHandler): Promise<void>;
  /**
   * Delivers one reply by consuming the events to the end. Rejects when the platform did not take the reply; the
   * events then still end, since the bot stops producing when the consumer returns.
   */
  reply(to: IncomingMessage, events: AsyncIterable<ReplyEvent>): Promise<void>;
  /** Stops receiving, lets replies under way finish, and frees ports and handles. */
  stop(): Promise<void>;
}
