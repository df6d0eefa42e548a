/** The text of a chat model's answer as it comes in, within limits of time and length. */
import type { AIMessageChunk } from '@langchain/core/messages';
import type { ChatModel } from './chat-model.ts';
import type { PromptMessages } from './load-prompt.ts';
import { ModelFailure, toModelFailure } from './model-failure.ts';

export interface ModelLimits {
  /** Milliseconds until the first word. */
  readonly firstWordMs: number;
  /** Milliseconds until the last word. */
  readonly totalMs: number;
}

export const MODEL_LIMITS: ModelLimits = { firstWordMs: 30_000, totalMs: 60_000 };

/** UTF-16 code units beyond which an answer is no answer any more. */
const LONGEST_TEXT = 12_000;

export interface StreamOptions {
  readonly limits: ModelLimits;
  /** Aborting ends the request; the iteration then throws the signal's reason. */
  readonly signal: AbortSignal | undefined;
  /** Values that no failure may show. */
  readonly secrets: readonly string[];
}

/**
 * Parts of the text, none of them empty. Ending the iteration early ends the request.
 *
 * @throws ModelFailure when the model does not answer, or not to the end.
 */
export async function* streamText(
  model: ChatModel,
  messages: PromptMessages,
  { limits, signal, secrets }: StreamOptions,
): AsyncGenerator<string, void, undefined> {
  const own = new AbortController();
  const any = signal === undefined ? own.signal : AbortSignal.any([own.signal, signal]);
  const late = (what: string, ms: number) =>
    setTimeout(() => own.abort(new ModelFailure('timeout', `${model.name}: ${what} after ${ms} ms`)), ms);
  const first = late('no first word', limits.firstWordMs);
  const total = late('no end', limits.totalMs);
  const aborted = rejection(any);
  let iterator: AsyncIterator<AIMessageChunk> | undefined;
  let length = 0;
  let cutOff = false;
  try {
    any.throwIfAborted();
    // The races: a client that does not heed the signal must not hold the answer.
    const chunks = await Promise.race([model.stream(messages, any), aborted.promise]);
    iterator = chunks[Symbol.asyncIterator]();
    for (;;) {
      const step = await Promise.race([iterator.next(), aborted.promise]);
      if (step.done === true) break;
      cutOff ||= endedByLimit(step.value);
      const { text } = step.value;
      if (text === '') continue;
      clearTimeout(first);
      length += text.length;
      if (length > LONGEST_TEXT) throw new ModelFailure('cut-off', `${model.name}: the answer does not end`);
      yield text;
    }
    if (cutOff) throw new ModelFailure('cut-off', `${model.name}: the output limit cut the answer off`);
  } catch (error) {
    signal?.throwIfAborted();
    // A client reports our own abort in words of its own.
    throw own.signal.aborted ? own.signal.reason : toModelFailure(error, secrets);
  } finally {
    clearTimeout(first);
    clearTimeout(total);
    aborted.forget();
    own.abort();
    // Not awaited: a stream that hangs would hang here too.
    Promise.resolve(iterator?.return?.()).catch(() => undefined);
  }
}

/** Each provider has its own word for an answer that was cut off by the output limit. */
function endedByLimit(chunk: AIMessageChunk): boolean {
  const told = { ...chunk.additional_kwargs, ...chunk.response_metadata } as Record<string, unknown>;
  const reason = told.finish_reason ?? told.finishReason ?? told.stop_reason ?? told.done_reason;
  return reason === 'length' || reason === 'max_tokens';
}

function rejection(signal: AbortSignal): { promise: Promise<never>; forget(): void } {
  const { promise, reject } = Promise.withResolvers<never>();
  const listener = () => reject(signal.reason);
  signal.addEventListener('abort', listener, { once: true });
  // Lost races are nobody's business; the winner's rejection is caught where it is awaited.
  promise.catch(() => undefined);
  return { promise, forget: () => signal.removeEventListener('abort', listener) };
}
