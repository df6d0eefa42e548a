/** The port between the bot and the platforms it lives on. */
import type { Answer, AnswerLang, AnswerSentence, Citation } from './answer.ts';
import type { AnswerAudit } from './audit.ts';
import type { ChatSettings } from './chat-settings.ts';
import type { CorpusOverview } from './corpus-overview.ts';
import type { Picture, PictureFrame } from './picture.ts';
import type { CaseView, Report } from './report.ts';

/** Where something happens: settings and stored things belong to a place. */
export interface Place {
  /** `web`, `console`, `slack`, `discord`. */
  readonly platform: string;
  /** The installation whose settings and own documents apply; `local` for web and console. */
  readonly workspaceId: string;
  readonly channelId: string;
}

/** A message or command that reached us, in the bot's terms: no platform id has a meaning here beyond equality. */
export interface IncomingMessage extends Place {
  /** Unique for each event of the platform; a redelivered event carries the same id. */
  readonly id: string;
  /** The conversation: messages of one thread are answered one after the other. */
  readonly threadId: string;
  readonly userId: string;
  /** What was said, without the mention of the bot; for a command, its main argument. */
  readonly text: string;
  /** The name of the command from the registry; null for a plain message. */
  readonly command: string | null;
  /** The other arguments, by their names in the registry, where the platform asks for them one by one. */
  readonly options?: Readonly<Record<string, string>>;
  /** The reply's language when the asker forces it; otherwise the channel's, or the question's own. */
  readonly lang?: AnswerLang;
  /** Language of the person's client: the bot's own words are in it where the text does not tell. */
  readonly uiLang?: AnswerLang;
  /**
   * How it reached us: `bot` spoke to us (the default); `thread` was said in a thread without naming us, and is a
   * follow-up if we have answered there; `channel` was said in the open, and is a question where each message is one.
   */
  readonly addressed?: 'bot' | 'thread' | 'channel';
  /** True in a conversation with the bot alone. */
  readonly direct?: boolean;
  /** True when the asker alone shall see the reply. */
  readonly private?: boolean;
  /**
   * What the adapter needs for replying, in its own words: the bot keeps it with the message and looks not inside.
   * A message with it is answered even when the process is killed meanwhile, by the next one.
   */
  readonly origin?: string;
  /** True when an earlier process took the message and ended before it was done: a reply may already be there. */
  readonly resumed?: boolean;
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
      /** The answer's language, which the labels around the sentence are in. */
      readonly lang: AnswerLang;
    }
  /** Final: the complete answer. It holds every sentence sent before and may hold more. */
  | {
      readonly type: 'answer';
      readonly answer: Answer;
      /** How it came about: kept with the answer, never shown to the asker. */
      readonly audit?: AnswerAudit;
    }
  /** Final: what a look-up found. */
  | {
      readonly type: 'report';
      readonly report: Report;
      /** Shown with the report where the platform can; says nothing that the report does not. */
      readonly picture?: Picture;
    }
  /** Final: a text of the bot's own (help, a limit reached, what the corpus holds). */
  | { readonly type: 'text'; readonly text: string }
  /** Final: something broke. The text is a short apology; the log has the cause under the reference id. */
  | { readonly type: 'failure'; readonly text: string; readonly referenceId: string };

/** What became of a message that was handed to the bot. */
export interface Receipt {
  /** `new`: it is remembered and will be answered. `seen`: redelivered. `ignored`: it was not meant for us. */
  readonly status: 'new' | 'seen' | 'ignored';
  /** Resolves when the reply has been delivered or given up. Never rejects. */
  readonly done: Promise<void>;
}

/** What a person thought of an answer. */
export interface Rating extends Place {
  readonly answerId: string;
  readonly userId: string;
  readonly verdict: 'up' | 'down';
}

/** UTF-16 code units of what a person may say to be wrong in an answer: some two hundred words. */
export const MAX_ERROR_REPORT = 1_000;

/** What a person says to be wrong in an answer. */
export interface ErrorReport extends Place {
  readonly answerId: string;
  readonly userId: string;
  /** Not empty, at most `MAX_ERROR_REPORT` code units. */
  readonly text: string;
  /** Number of the sentence that is meant, from 1; absent where it is the answer as a whole. */
  readonly sentence?: number;
}

/** A case as autocomplete offers it. */
export interface CaseSuggestion {
  /** The case's id: what the command receives. */
  readonly value: string;
  /** The case's title in the person's language. */
  readonly label: string;
}

/** A case that has a place of its own on the platform, such as a page with an address. */
export interface CaseViewRequest {
  readonly id: string;
  readonly view: CaseView;
  readonly lang: AnswerLang;
}

/** A picture that has an address of its own on the platform. */
export interface PictureRequest {
  readonly lang: AnswerLang;
  /** The case whose timeline it shows; null for the balance of the corpus. */
  readonly caseId: string | null;
}

/** What the bot tells about itself on a platform's home page. */
export interface About extends CorpusOverview {
  /** Questions that the corpus can answer, in the reader's language. */
  readonly examples: readonly string[];
}

/** What a platform may ask of the bot. */
export interface ChatDesk {
  /** Remembers the message, then answers it. Acknowledge it to the platform when this has resolved; never rejects. */
  take(message: IncomingMessage): Promise<Receipt>;
  /** The settings that hold in a place: the channel's, else the workspace's, else the defaults. Never rejects. */
  settings(place: Place): Promise<ChatSettings>;
  /**
   * An answer given before in the workspace, with notices of what has become of its sources since; null when it is no
   * longer kept.
   */
  recall(answerId: string, place: Place): Promise<Answer | null>;
  /** Keeps a rating; the last one of each person counts. @returns false when the answer is no longer kept. */
  rate(rating: Rating): Promise<boolean>;
  /**
   * Keeps what a person says to be wrong in an answer. Cuts it at `MAX_ERROR_REPORT`.
   *
   * @returns false when it was not kept: it is empty, the answer is no longer kept, or the person sent too many today.
   */
  reportError(report: ErrorReport): Promise<boolean>;
  /** Cases whose title, actor or id fits what was typed so far, best first, at most 25. */
  suggestCases(typed: string, lang: AnswerLang, workspaceId: string): Promise<CaseSuggestion[]>;
  /** Every case that fits what was typed, best first; all cases, newest first, when nothing was. */
  findCases(typed: string, lang: AnswerLang): Promise<CaseSuggestion[]>;
  /** One view of the case that has this very id; null when there is no such case. */
  viewCase(request: CaseViewRequest, workspaceId: string): Promise<Report | null>;
  /** What the corpus holds. */
  viewSources(lang: AnswerLang, workspaceId: string): Promise<Report>;
  /** The picture of a report, not yet drawn; null when it has none. Never rejects. */
  describePicture(report: Report): Promise<PictureFrame | null>;
  /** A picture, drawn; null when there is no such case, or the picture cannot be drawn. */
  pictureOf(request: PictureRequest, workspaceId: string): Promise<Picture | null>;
  about(workspaceId: string, lang: AnswerLang): Promise<About>;
}

/** A platform. */
export interface ChatAdapter {
  readonly platform: string;
  /** Begins to receive. Rejects with an OperatorError when the platform cannot be reached or refuses the settings. */
  start(desk: ChatDesk): Promise<void>;
  /**
   * Delivers one reply by consuming the events to the end. Rejects when the platform did not take the reply; the
   * events then still end, since the bot stops producing when the consumer returns.
   */
  reply(to: IncomingMessage, events: AsyncIterable<ReplyEvent>): Promise<Delivery | undefined>;
  /** False while the connection to the platform is down; left out where there is none to lose. */
  connected?(): boolean;
  /** True where a report needs no picture drawn with it: none is shown, or it is fetched from an address. */
  readonly withoutPictures?: boolean;
  /** True when the sender may change the settings of the place. Without this method, nobody may. */
  isAdmin?(message: IncomingMessage): Promise<boolean>;
  /**
   * Says something in a conversation where the bot has answered, unasked: that a source was corrected. Without this method
   * nobody is told there. Never called for a conversation that one person alone saw (`private`).
   *
   * The text is plain, of several lines, and foreign in parts: escape it, let it mention nobody, and link only what stands
   * alone on a line as an address. Resolve when it is posted; also when the conversation is gone for good or the bot may not
   * write there: nobody is left to be told. Reject when a later attempt may succeed: it is made within minutes, then after
   * longer and longer pauses.
   *
   * A process may be killed after the platform took the text and before that is on record: the text is then posted again
   * with the same `key`. Where the platform can tell (Discord's enforced nonce, a mark in Slack's metadata), post nothing
   * then and resolve. Where it cannot, it is said twice: better than not at all.
   *
   * @param to `threadId` as a message of that conversation has it, or as `reply` returned it.
   * @param key of any length and characters; hash it to what the platform takes.
   */
  post?(to: Place & { readonly threadId: string }, text: string, key: string): Promise<void>;
  /**
   * Posts news in a channel, once: with the same `mark` it is the same post, whichever process asked for it before, and
   * however that ended. The platform looks for its own post first when `attempt` is above 1 (Slack's metadata, Discord's
   * messages since `firstTriedAt`), and posts with what makes it refuse a second one (Discord's enforced nonce).
   *
   * @returns what `revise` calls the post. Rejects with `PlaceGoneError` when nobody can ever be reached there again (the
   * channel is gone, the app was removed or may not write); with anything else when a later attempt may succeed.
   */
  publish?(to: Place, post: NewsPost): Promise<string>;
  /** Changes a post of `publish` in place; resolves also when it is gone: somebody deleted it. Rejects like `publish`. */
  revise?(to: Place, ref: string, post: Pick<NewsPost, 'report' | 'picture'>): Promise<void>;
  /**
   * How the platform offers a command, where that is not simply under its name in the reader's language: Slack has one
   * name for each, and either may have a prefix.
   */
  commandName?(name: string, localName: string): string;
  /** Stops receiving, lets replies under way finish, and frees ports and handles. */
  stop(): Promise<void>;
}

/** A post of news. */
export interface NewsPost {
  readonly report: Report;
  readonly picture?: Picture;
  /** Of any length and characters; hash it to what the platform takes. */
  readonly mark: string;
  /** From 1. */
  readonly attempt: number;
  /** When it was tried first: what was posted before cannot be it. The present at the first attempt. */
  readonly firstTriedAt: Date;
  /** What `publish` returned for the post that this one follows up on: shown as its reply, or in its thread. */
  readonly replyTo?: string;
}

/** Nobody can be reached in that place any more; trying again would not help. The message is one line for operators. */
export class PlaceGoneError extends Error {
  override readonly name = 'PlaceGoneError';
}

/** What an adapter tells of a reply that was delivered. */
export interface Delivery {
  /** The thread in which the conversation goes on, when it is not the message's own. */
  readonly threadId: string;
}
