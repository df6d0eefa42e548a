/** The text of a chat model's answer as it comes in, within limits of time and length. */
import type { AIMessageChunk } from '@langchain/core/messages';
import { ModelFailure, toModelFailure } from '../../core/model-failure.ts';
import type { TokenCount } from './budget-ledger.ts';
import type { ChatModel } from './chat-model.ts';
import type { PromptMessages } from './load-prompt.ts';
import { retryWait } from './retry-wait.ts';

export interface ModelLimits {
  /** Milliseconds until the first word, whatever is tried again meanwhile. */
  readonly firstWordMs: number;
  /** Milliseconds without any sign of life after it. */
  readonly stallMs: number;
  /** Milliseconds until the last word. */
  readonly totalMs: number;
}

export const MODEL_LIMITS: ModelLimits = { firstWordMs: 30_000, stallMs: 15_000, totalMs: 60_000 };

/** UTF-16 code units beyond which an answer is no answer any more. */
const LONGEST_TEXT = 12_000;

export interface StreamOptions {
  readonly limits: ModelLimits;
  /** Aborting ends the request; the iteration then throws the signal's reason. */
  readonly signal: AbortSignal | undefined;
  /** Values that no failure may show. */
  readonly secrets: readonly string[];
  /** From 0 to 1. */
  readonly random: () => number;
}

export interface StreamedPart {
  /** May be empty. */
  readonly text: string;
  /** What the provider has counted so far; null while it has not told. */
  readonly tokens: TokenCount | null;
}

/**
 * Parts of the text. Ending the iteration early ends the request. What fails before the first word is tried again,
 * while there is time.
 *
 * @throws ModelFailure when the model does not answer, or not to the end.
 */
export async function* streamText(
  model: ChatModel,
  messages: PromptMessages,
  { limits, signal, secrets, random }: StreamOptions,
): AsyncGenerator<StreamedPart, void, undefined> {
  const own = new AbortController();
  const any = signal === undefined ? own.signal : AbortSignal.any([own.signal, signal]);
  const late = (what: string, ms: number) =>
    setTimeout(() => own.abort(new ModelFailure('timeout', `${model.name}: ${what} after ${ms} ms`)), ms);
  const begun = performance.now();
  const first = late('no first word', limits.firstWordMs);
  const total = late('no end', limits.totalMs);
  let stall: ReturnType<typeof setTimeout> | undefined;
  const aborted = rejection(any);
  let iterator: AsyncIterator<AIMessageChunk> | undefined;
  const counted = new TokenSum();
  let length = 0;
  let cutOff = false;
  try {
    any.throwIfAborted();
    for (let calls = 1; ; calls += 1) {
      try {
        // The races: a client that does not heed the signal must not hold the answer.
        const chunks = await Promise.race([model.stream(messages, any), aborted.promise]);
        iterator = chunks[Symbol.asyncIterator]();
        for (;;) {
          const step = await Promise.race([iterator.next(), aborted.promise]);
          if (step.done === true) break;
          cutOff ||= endedByLimit(step.value);
          counted.add(step.value);
          const { text } = step.value;
          if (text !== '') {
            clearTimeout(first);
            length += text.length;
          }
          if (length > LONGEST_TEXT)
            throw new ModelFailure('cut-off', `${model.name}: the answer does not end`);
          clearTimeout(stall);
          yield { text, tokens: counted.sum };
          if (length > 0) stall = late('nothing more', limits.stallMs);
        }
        break;
      } catch (error) {
        if (any.aborted || length > 0) throw error;
        const left = limits.firstWordMs - (performance.now() - begun);
        const wait = retryWait(toModelFailure(error, secrets), calls, left, random);
        if (wait === null) throw error;
        await Promise.race([pause(wait), aborted.promise]);
      }
    }
    if (cutOff) throw new ModelFailure('cut-off', `${model.name}: the output limit cut the answer off`);
  } catch (error) {
    signal?.throwIfAborted();
    // A client reports our own abort in words of its own.
    throw own.signal.aborted ? own.signal.reason : toModelFailure(error, secrets);
  } finally {
    for (const timer of [first, total, stall]) clearTimeout(timer);
    aborted.forget();
    own.abort();
    // Not awaited: a stream that hangs would hang here too.
    Promise.resolve(iterator?.return?.()).catch(() => undefined);
  }
}

/** Providers tell the tokens in one part of the stream or in several that add up. */
class TokenSum {
  sum: TokenCount | null = null;

  add(chunk: AIMessageChunk): void {
    // Typed as a part of any message of any kind, which has none.
    const told = chunk.usage_metadata as { input_tokens: number; output_tokens: number } | undefined;
    if (told === undefined) return;
    this.sum = {
      input: (this.sum?.input ?? 0) + told.input_tokens,
      output: (this.sum?.output ?? 0) + told.output_tokens,
    };
  }
}

/** Each provider has its own word for an answer that was cut off by the output limit. */
function endedByLimit(chunk: AIMessageChunk): boolean {
  const told = { ...chunk.additional_kwargs, ...chunk.response_metadata } as Record<string, unknown>;
  const reason = told.finish_reason ?? told.finishReason ?? told.stop_reason ?? told.done_reason;
  return reason === 'length' || reason === 'max_tokens';
}

/** Unreferenced: a wait that lost its race must not hold up the end of the process. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

function rejection(signal: AbortSignal): { promise: Promise<never>; forget(): void } {
  const { promise, reject } = Promise.withResolvers<never>();
  const listener = () => reject(signal.reason);
  signal.addEventListener('abort', listener, { once: true });
  // Lost races are nobody's business; the winner's rejection is caught where it is awaited.
  promise.catch(() => undefined);
  return { promise, forget: () => signal.removeEventListener('abort', listener) };
}
