/** The replies that browsers are reading, one JSON object a line. */
import type { ReplyEvent } from '../../core/chat.ts';
import { toWire } from './wire-event.ts';

/** What a reply is written to; hono's streams fit. */
export interface LineStream {
  writeln(line: string): Promise<unknown>;
  onAbort(listener: () => void): void;
}

export interface OpenReplies {
  readonly size: number;
  /** How many of them are one client's. */
  openFor(client: string): number;
  /** Opens the stream for a message and keeps it until `work` has ended; never rejects. */
  serve(messageId: string, client: string, stream: LineStream, work: () => Promise<void>): Promise<void>;
  /** Writes the events to the message's stream until they end or the browser has gone. */
  write(messageId: string, events: AsyncIterable<ReplyEvent>): Promise<void>;
}

interface OpenReply {
  readonly client: string;
  readonly stream: LineStream;
  gone: boolean;
  leave: () => void;
}

/** @param prepare what becomes of an event before it is written. */
export function createOpenReplies(prepare: (event: ReplyEvent) => Promise<ReplyEvent>): OpenReplies {
  const open = new Map<string, OpenReply>();

  return {
    get size() {
      return open.size;
    },
    openFor: (client) => [...open.values()].filter((reply) => reply.client === client).length,
    async serve(messageId, client, stream, work) {
      const reply: OpenReply = { client, stream, gone: false, leave: () => undefined };
      open.set(messageId, reply);
      stream.onAbort(() => {
        reply.gone = true;
        reply.leave();
      });
      try {
        await work();
      } finally {
        open.delete(messageId);
      }
    },
    async write(messageId, events) {
      const reply = open.get(messageId);
      if (reply === undefined || reply.gone) return;
      const iterator = events[Symbol.asyncIterator]();
      // The browser may leave while the answer is being searched for: end the work then, not at the next event.
      reply.leave = () => void iterator.return?.();
      while (!reply.gone) {
        const step = await iterator.next();
        if (step.done === true) return;
        await reply.stream.writeln(JSON.stringify(toWire(await prepare(step.value))));
      }
    },
  };
}
