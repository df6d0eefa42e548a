/** A chat model set up to write answers. */
import { loadAnswerPrompt, type WritePrompt } from './answer-prompt.ts';
import { type ChatModel, type ChatModelSettings, createChatModel } from './chat-model.ts';
import type { ModelFailure } from './model-failure.ts';
import { MODEL_LIMITS, type ModelLimits } from './stream-text.ts';

/** How the writing of one answer went, for log and metrics. */
export interface ModelReport {
  /** Reference id of the answer. */
  readonly answerId: string;
  /** `provider:model`. */
  readonly model: string;
  readonly outcome: 'answered' | 'refused' | 'failed';
  /** Sentences that were kept. */
  readonly sentences: number;
  /** Sentences that were not, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
  /** Message and status hold no secret. May be set although sentences were kept. */
  readonly failure: ModelFailure | null;
}

export interface AnswerModel {
  readonly chat: ChatModel;
  readonly writePrompt: WritePrompt;
  readonly limits: ModelLimits;
  /** Values that no failure may show. */
  readonly secrets: readonly string[];
  readonly onReport: (report: ModelReport) => void;
}

export interface AnswerModelOptions {
  readonly limits?: ModelLimits;
  readonly onReport?: (report: ModelReport) => void;
  /** Path of another prompt file. */
  readonly prompt?: string;
}

/**
 * Checks settings and prompt now; the provider's package is loaded with the first question, or by `chat.load`.
 *
 * @throws OperatorError for an unknown provider, a missing key, or a prompt file that cannot be used.
 */
export function createAnswerModel(
  settings: ChatModelSettings,
  options: AnswerModelOptions = {},
): AnswerModel {
  return {
    chat: createChatModel(settings),
    writePrompt: loadAnswerPrompt(options.prompt),
    limits: options.limits ?? MODEL_LIMITS,
    secrets: settings.apiKey === null ? [] : [settings.apiKey],
    onReport: options.onReport ?? (() => undefined),
  };
}
