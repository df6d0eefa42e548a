/** One call of a chat model, within its limits: time, repetition, the tokens of the day, and rest after failures. */

import { ModelFailure, type ModelFailureKind } from '../../core/model-failure.ts';
import type { TokenCount } from './budget-ledger.ts';
import { type ChatModel, MAX_OUTPUT_TOKENS } from './chat-model.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import type { PromptMessages } from './load-prompt.ts';
import { type ModelLimits, streamText } from './stream-text.ts';
import { estimateTokens, type TokenBudget } from './token-budget.ts';

export interface CallerDeps {
  readonly chat: ChatModel;
  readonly limits: ModelLimits;
  readonly budget: TokenBudget;
  readonly breaker: CircuitBreaker;
  /** Values that no failure may show. */
  readonly secrets: readonly string[];
  /** From 0 to 1. */
  readonly random: () => number;
  /** Told what each call used, when it has ended. */
  readonly onUse?: (tokens: TokenCount) => void;
  /** Told of each `complete` that failed: who asks for it goes on without, and says nothing. */
  readonly onFailure?: (failure: ModelFailure) => void;
}

export interface CallOptions {
  /** Those of the settings when left out. */
  readonly limits?: ModelLimits;
  /** Aborting ends the request; the call then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told once, when the call has ended however it did: as the provider tells, estimated otherwise. */
  readonly onTokens?: (tokens: TokenCount) => void;
}

export interface ModelCaller {
  /** `provider:model`. */
  readonly name: string;
  /**
   * Parts of the text as they come in. Ending the iteration early ends the request.
   *
   * @throws ModelFailure when the model is not called or does not answer, or not to the end.
   */
  stream(messages: PromptMessages, options?: CallOptions): AsyncGenerator<string, void, undefined>;
  /** The whole text. @throws ModelFailure as `stream`. */
  complete(messages: PromptMessages, options?: CallOptions): Promise<string>;
}

/** What was told when it began. */
const NOT_CALLED: ReadonlySet<ModelFailureKind> = new Set(['over-budget', 'resting']);
/** Answers that were cut off or hold nothing still come from a model that is there. */
const THERE: ReadonlySet<ModelFailureKind> = new Set(['cut-off', 'empty', 'unsupported']);

export function createModelCaller(deps: CallerDeps): ModelCaller {
  const { chat, budget, breaker, secrets, random } = deps;

  async function* stream(
    messages: PromptMessages,
    { signal, onTokens, limits = deps.limits }: CallOptions = {},
  ): AsyncGenerator<string, void, undefined> {
    signal?.throwIfAborted();
    const input = estimateTokens(messages.system + messages.user);
    const reservation = await budget.reserve(chat.name, { input, output: MAX_OUTPUT_TOKENS });
    if (reservation === null)
      throw new ModelFailure('over-budget', `${chat.name}: MODEL_TOKENS_PER_DAY is used up for today`);
    const pass = breaker.enter();
    let text = '';
    let told: TokenCount | null = null;
    try {
      if (pass === null) throw new ModelFailure('resting', `${chat.name}: left alone after failures`);
      for await (const part of streamText(chat, messages, { limits, signal, secrets, random })) {
        if (part.tokens !== null) told = part.tokens;
        if (part.text === '') continue;
        text += part.text;
        yield part.text;
      }
      pass.succeed();
    } catch (error) {
      if (!(error instanceof ModelFailure)) pass?.withdraw();
      else if (THERE.has(error.kind)) pass?.succeed();
      else pass?.fail(error.message, error.retryAfterMs);
      throw error;
    } finally {
      // Reached without a word to `pass` when the reader has enough.
      if (text === '') pass?.withdraw();
      else pass?.succeed();
      const called = pass !== null;
      const used = told ?? { input: called ? input : 0, output: estimateTokens(text) };
      if (called) {
        onTokens?.(used);
        deps.onUse?.(used);
      }
      await reservation.settle(called ? used : { input: 0, output: 0 });
    }
  }

  return {
    name: chat.name,
    stream,
    async complete(messages, options) {
      try {
        let text = '';
        for await (const part of stream(messages, options)) text += part;
        if (text.trim() === '') throw new ModelFailure('empty', `${chat.name}: an empty answer`);
        return text;
      } catch (error) {
        if (error instanceof ModelFailure && !NOT_CALLED.has(error.kind)) deps.onFailure?.(error);
        throw error;
      }
    },
  };
}
