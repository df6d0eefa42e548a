/** Whether a message is meant for the bot, and whether its sender may ask here. */
import type { IncomingMessage } from '../core/chat.ts';
import type { ChatSettings } from '../core/chat-settings.ts';
import { readFollowUpForm } from '../lexicon/follow-up-form.ts';
import type { ThreadBook } from './bot-store.ts';

export type Admission =
  | 'welcome'
  /** Said to others: no reply at all. */
  | 'not-for-us'
  /** The bot does not answer in this channel; who speaks to it is told. */
  | 'not-here'
  /** The sender is not among those who may ask; who speaks to the bot is told. */
  | 'not-allowed';

export async function admit(
  message: IncomingMessage,
  settings: ChatSettings,
  { threads, isAdmin }: { readonly threads: ThreadBook | null; readonly isAdmin: () => Promise<boolean> },
): Promise<Admission> {
  const addressed = message.addressed ?? 'bot';
  if (addressed === 'channel' && !settings.askChannel) return 'not-for-us';
  if (addressed === 'thread' && !(await isFollowUp(message, settings, threads))) return 'not-for-us';
  // Settings and one's own data can be reached from everywhere: who closed a channel must be able to open it.
  // A channel that takes news need not take questions.
  if (message.command === 'casebook' || message.command === 'news') return 'welcome';
  const refuse = (reason: Admission) => (addressed === 'bot' ? reason : 'not-for-us');
  if (!settings.answers && message.direct !== true) return refuse('not-here');
  const listed = settings.users.length === 0 || settings.users.includes(message.userId);
  if (!listed && !(await isAdmin())) return refuse('not-allowed');
  return 'welcome';
}

async function isFollowUp(
  message: IncomingMessage,
  settings: ChatSettings,
  threads: ThreadBook | null,
): Promise<boolean> {
  if (!looksLikeQuestion(message.text)) return false;
  // In a channel where each message is a question, so is what is said in its threads.
  if (settings.askChannel) return true;
  return settings.followUps && (await threads?.has(message, message.threadId)) === true;
}

/**
 * Keeps «thanks» and «👍» in a thread from being answered with a search: a question mark, three words, or four Chinese
 * characters make a question, and so does what asks for more of the last answer: «la suite».
 */
function looksLikeQuestion(text: string): boolean {
  if (/[?？]/.test(text) || readFollowUpForm(text) !== null) return true;
  if ((text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4) return true;
  return (text.match(/\p{L}[\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0) >= 3;
}
