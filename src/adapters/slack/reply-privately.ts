/** A reply that the asker alone sees: at once and whole, since nothing of it can be changed afterwards. */
import type { IncomingMessage, ReplyEvent } from '../../core/chat.ts';
import { type FinalEvent, type SentenceEvent, wholeMessages } from './final-messages.ts';
import type { Origin } from './origin.ts';
import { type BesideDeps, sendPictured } from './send-pictured.ts';

export async function replyPrivately(
  to: IncomingMessage,
  { thread, inThread, responseUrl }: Origin,
  events: AsyncIterable<ReplyEvent>,
  deps: BesideDeps,
): Promise<void> {
  const sentences: SentenceEvent[] = [];
  let final: FinalEvent | undefined;
  for await (const event of events) {
    if (event.type === 'sentence') sentences.push(event);
    else if (event.type !== 'status') final = event;
  }
  if (final === undefined) return;
  const lang = sentences[0]?.lang ?? 'en';
  const messages = wholeMessages(final, { sentences, lang }, null);
  const recipient = {
    channel: to.channelId,
    user: to.userId,
    ...(inThread === true && thread !== undefined ? { thread } : {}),
    ...(responseUrl === undefined ? {} : { responseUrl }),
  };
  await sendPictured(recipient, messages, final, ['response', 'ephemeral', 'direct'], deps);
}
