/** Turns the events of one reply into its messages. */
import type { AnswerLang, AnswerSentence, Citation } from '../../core/answer.ts';
import type { ReplyEvent } from '../../core/chat.ts';
import { ADAPTER_PHRASES } from './adapter-phrases.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import type { Outlet } from './outlet.ts';
import type { DiscordMessage } from './render/discord-message.ts';
import { renderAnswer, renderPartial } from './render/render-answer.ts';
import { renderReport } from './render/render-report.ts';
import { renderFailure, renderText } from './render/render-text.ts';

export interface ReplyWay {
  /** Called once, when it is known what the reply is, an answer or a word of the bot's own, and in which language. */
  open(kind: 'answer' | 'word', lang: AnswerLang): Promise<Outlet>;
  /** Language of the reply's labels, where no sentence tells it. */
  readonly lang: AnswerLang;
  /** Resolves when the reply must end with what it has; null for a reply that has all the time it needs. */
  readonly timeUp: Promise<void> | null;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
}

/** Consumes the events to the end. Rejects when Discord did not take the reply. */
export async function writeReply(events: AsyncIterable<ReplyEvent>, way: ReplyWay): Promise<void> {
  const iterator = events[Symbol.asyncIterator]();
  const sentences: AnswerSentence[] = [];
  const citations: Citation[] = [];
  let { lang } = way;
  let outlet: Outlet | null = null;
  let drafts: Drafts | null = null;
  const open = async (kind: 'answer' | 'word'): Promise<Outlet> => {
    outlet ??= await way.open(kind, lang);
    return outlet;
  };
  const partial = (): DiscordMessage[] => renderPartial(sentences, citations, lang);
  const finish = async (kind: 'answer' | 'word', messages: readonly DiscordMessage[]) => {
    await drafts?.end();
    await (await open(kind)).write(messages, 'final');
  };

  try {
    for (;;) {
      const next = iterator.next();
      const step = way.timeUp === null ? await next : await Promise.race([next, way.timeUp]);
      if (step === undefined) {
        next.catch(() => undefined);
        await finish('word', [...partial(), ...renderText(ADAPTER_PHRASES[lang].cut)]);
        return;
      }
      if (step.done === true) return;
      const event = step.value;
      if (event.type === 'sentence') {
        lang = event.lang;
        sentences.push(event.sentence);
        citations.push(...event.newCitations);
        drafts ??= createDrafts(await open('answer'), way.now);
        drafts.show(partial());
      } else if (event.type === 'answer') {
        lang = event.answer.lang;
        await finish('answer', renderAnswer(event.answer));
      } else if (event.type === 'report') {
        lang = event.report.lang;
        await finish('answer', renderReport(event.report, event.picture));
      } else if (event.type === 'text') await finish('word', [...partial(), ...renderText(event.text)]);
      else if (event.type === 'failure') {
        const apology = renderFailure(event.text, event.referenceId, lang);
        await finish('word', [...partial(), ...apology]);
      }
    }
  } finally {
    await drafts?.end();
    await iterator.return?.();
  }
}
