/** Answers what an earlier process took and left unanswered, because it was killed. */
import type { ChatAdapter, IncomingMessage, Receipt } from '../core/chat.ts';
import { DEFAULT_CHAT_SETTINGS } from '../core/chat-settings.ts';
import { type DeliverDeps, deliver } from './deliver.ts';
import type { Memory } from './memory.ts';
import { PHRASES } from './phrases.ts';
import { replyLanguage } from './reply-language.ts';

/** Milliseconds after which an answer would come as a surprise: a word of apology comes in its place. */
const TOO_LATE = 15 * 60_000;

export async function resume({
  adapter,
  memory,
  delivering,
  clock,
  take,
}: {
  readonly adapter: Pick<ChatAdapter, 'reply' | 'platform'>;
  readonly memory: Memory;
  readonly delivering: DeliverDeps;
  readonly clock: () => Date;
  readonly take: (message: IncomingMessage) => Promise<Receipt>;
}): Promise<void> {
  await memory.settleLeft();
  const left = await unsettled(memory, adapter.platform);
  if (left.length > 0)
    delivering.log.info(
      { platform: adapter.platform, left: left.length },
      'answering what was left unanswered',
    );
  const work = left.map(async ({ message: stored, takenAt }) => {
    const message = { ...stored, resumed: true };
    try {
      if (clock().getTime() - takenAt.getTime() < TOO_LATE) {
        await (await take(message)).done;
        return;
      }
      const settings = { ...DEFAULT_CHAT_SETTINGS, ...(await memory.settings(message)) };
      const forced = settings.language === 'auto' ? {} : { lang: settings.language };
      const phrases = PHRASES[replyLanguage({ ...message, ...forced }, message.text, undefined, null)];
      const produce = async function* () {
        yield { type: 'text' as const, text: phrases.interrupted };
      };
      await deliver(adapter, message, { phrases, produce }, delivering);
    } catch (error) {
      memory.report(error, message, 'answering what was left unanswered failed');
    }
    await memory.settle(message);
  });
  await Promise.all(work);
}

async function unsettled(memory: Memory, platform: string) {
  try {
    return (await memory.store?.inbox.unsettled(platform)) ?? [];
  } catch (error) {
    memory.report(error, { platform, id: '' }, 'reading what was left unanswered failed');
    return [];
  }
}
