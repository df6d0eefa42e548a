/** The terminal as a platform: one question, one reply, printed as it is made. */
import type { Writable } from 'node:stream';
import type { AnswerLang } from '../../core/answer.ts';
import type { ChatAdapter, ChatDesk, IncomingMessage, ReplyEvent } from '../../core/chat.ts';
import { createPainter } from './painter.ts';
import { createReplyPrinter } from './print-reply.ts';
import { createTextWriter } from './write-text.ts';

export interface ConsoleOptions {
  readonly out: Writable;
  /** Receives what is said in place of an answer that failed; `out` when absent. */
  readonly err?: Writable;
  /** Colours and bold; for a terminal whose user has not set NO_COLOR. */
  readonly color: boolean;
  readonly newId: () => string;
}

export interface ConsoleAdapter extends ChatAdapter {
  /**
   * Puts one question; resolves when the reply has been printed. Call `start` first.
   *
   * @param lang forces the answer's language.
   * @returns the reply's final event; null when the output was closed before it came.
   */
  ask(text: string, lang?: AnswerLang): Promise<ReplyEvent | null>;
}

export function createConsoleAdapter({ out, err, color, newId }: ConsoleOptions): ConsoleAdapter {
  let desk: ChatDesk | null = null;
  const underWay = new Set<Promise<void>>();
  const finals = new Map<string, ReplyEvent>();
  const paint = createPainter(color);
  // One for all replies: a pipe that was closed stays closed.
  const write = createTextWriter(out);
  const writeFailure = err === undefined ? write : createTextWriter(err);

  return {
    platform: 'console',
    withoutPictures: true,
    async start(opened) {
      desk = opened;
    },
    async ask(text, lang) {
      if (desk === null) throw new Error('the console adapter has not been started');
      const id = newId();
      const asker = { platform: 'console', workspaceId: 'local', channelId: 'console', userId: 'local' };
      const taken = desk.take({
        ...asker,
        id,
        threadId: 'console',
        text,
        command: null,
        ...(lang === undefined ? {} : { lang }),
      });
      const work = taken.then(({ done }) => done);
      underWay.add(work);
      await work.finally(() => underWay.delete(work));
      const final = finals.get(id) ?? null;
      finals.delete(id);
      return final;
    },
    async reply(to: IncomingMessage, events: AsyncIterable<ReplyEvent>) {
      const printer = createReplyPrinter({ write, writeFailure }, paint, to.lang ?? 'en');
      for await (const event of events) {
        // A reader such as `head` has seen enough: leaving the loop ends the work.
        if (!(await printer.print(event))) return undefined;
        if (event.type !== 'status' && event.type !== 'sentence') finals.set(to.id, event);
      }
      return undefined;
    },
    async stop() {
      desk = null;
      await Promise.all(underWay);
    },
  };
}
