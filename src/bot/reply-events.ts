/** A reply as a platform consumes it: it ends with exactly one final event, whatever the handler does. */
import type { ReplyEvent } from '../core/chat.ts';

export interface Reply {
  /** To be consumed once. Ending the iteration early aborts the work behind it at once. */
  readonly events: AsyncIterable<ReplyEvent>;
  /** Aborts the work behind the reply; for a platform that did not consume the events to the end. */
  cancel(): void;
}

export interface ReplySource {
  /** The handler's events. `signal` aborts when nobody wants them any more. */
  produce(signal: AbortSignal): AsyncIterable<ReplyEvent>;
  /** The final event in place of one that never came. Not called once the consumer is gone. */
  onFailure(error: unknown): ReplyEvent;
  /** A defect after the final event, which nobody will be told of. */
  onLateFailure(error: unknown): void;
  /** Ends the reply from outside: its reason reaches `onFailure`. */
  readonly signal: AbortSignal;
}

export function createReply(source: ReplySource): Reply {
  const consumer = new AbortController();
  const signal = AbortSignal.any([consumer.signal, source.signal]);
  const inner = finalOnce(source, signal, consumer.signal);
  const cancel = () => consumer.abort(new DOMException('nobody reads the reply any more', 'AbortError'));
  const iterator: AsyncIterator<ReplyEvent> = {
    next: () => inner.next(),
    // A generator would wait for its pending step before it returns: abort first, so that the step ends now.
    async return() {
      cancel();
      return inner.return();
    },
  };
  return { events: { [Symbol.asyncIterator]: () => iterator }, cancel };
}

async function* finalOnce(
  { produce, onFailure, onLateFailure }: ReplySource,
  signal: AbortSignal,
  consumer: AbortSignal,
): AsyncGenerator<ReplyEvent, void, undefined> {
  let final: ReplyEvent | undefined;
  let iterator: AsyncIterator<ReplyEvent> | undefined;
  const aborted = whenAborted(signal);
  try {
    signal.throwIfAborted();
    iterator = produce(signal)[Symbol.asyncIterator]();
    while (final === undefined) {
      // The race: a handler that does not heed the signal must not hold the reply.
      const step = await Promise.race([iterator.next(), aborted.promise]);
      if (step.done === true) throw new Error('the reply ended without a final event');
      if (isFinal(step.value)) final = step.value;
      else yield step.value;
    }
  } catch (error) {
    if (!consumer.aborted) final = onFailure(error);
  } finally {
    aborted.forget();
    // Not awaited: a handler that hangs would hang here too.
    Promise.resolve(iterator?.return?.()).catch(onLateFailure);
  }
  if (final !== undefined) yield final;
}

function isFinal(event: ReplyEvent): boolean {
  return event.type !== 'status' && event.type !== 'sentence';
}

function whenAborted(signal: AbortSignal): { promise: Promise<never>; forget(): void } {
  const { promise, reject } = Promise.withResolvers<never>();
  const listener = () => reject(signal.reason);
  signal.addEventListener('abort', listener, { once: true });
  // Lost races are nobody's business; the winner's rejection is caught where it is awaited.
  promise.catch(() => undefined);
  return { promise, forget: () => signal.removeEventListener('abort', listener) };
}
