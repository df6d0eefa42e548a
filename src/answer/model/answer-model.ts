/** A chat model set up for its tasks: prompts, limits, and what is kept of its use. */

import type { ModelFailure } from '../../core/model-failure.ts';
import type { VerifySentence } from '../../verify/verify-sentence.ts';
import type { BudgetLedger, TokenCount } from './budget-ledger.ts';
import { createModelCaller, type ModelCaller } from './call-model.ts';
import { type ChatModelSettings, createChatModel } from './chat-model.ts';
import { type BreakerState, createCircuitBreaker } from './circuit-breaker.ts';
import { loadPrompts, type Prompts } from './load-prompts.ts';
import { MODEL_LIMITS, type ModelLimits } from './stream-text.ts';
import { createTokenBudget } from './token-budget.ts';

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
  /** Sentences that were put right, by what was wrong with them. */
  readonly repaired: Readonly<Record<string, number>>;
  /** Null when the model was not called. */
  readonly tokens: TokenCount | null;
  /** Message and status hold no secret. May be set although sentences were kept. */
  readonly failure: ModelFailure | null;
}

export interface AnswerModel {
  readonly caller: ModelCaller;
  /** Those of now: read them anew for each call. */
  readonly prompts: Prompts;
  readonly verify: VerifySentence;
  readonly onReport: (report: ModelReport) => void;
  /** Tokens of the present day, where they are counted. */
  spentToday(): Promise<number>;
  /**
   * Reads the prompt files again.
   *
   * @returns whether any has changed. @throws OperatorError that names file and line; the prompts from before stay.
   */
  reloadPrompts(): boolean;
}

export interface AnswerModelOptions {
  /** Every sentence that a model writes goes through it. */
  readonly verify: VerifySentence;
  readonly limits?: ModelLimits;
  readonly onReport?: (report: ModelReport) => void;
  /** Folder of other prompt files. */
  readonly promptsDir?: string | undefined;
  /** 0: no limit. */
  readonly tokensPerDay?: number;
  readonly ledger?: BudgetLedger | null;
  readonly now?: () => Date;
  /** Told of what each call used, when it has ended. */
  readonly onUse?: (tokens: TokenCount) => void;
  readonly onBreaker?: (state: BreakerState, reason: string) => void;
  /** A summary, a translation or the like failed, and was done without; messages hold no secret. */
  readonly onFailure?: (failure: ModelFailure) => void;
  /** The use of tokens could not be read or kept. */
  readonly onLedgerTrouble?: (message: string) => void;
}

/**
 * Five in a row are no accident. Half a minute is what a restarted server needs; an hour is the longest that a server may
 * ask for, lest one wrong header switches the model off for good.
 */
const BREAKER = { failures: 5, restMs: 30_000, longestRestMs: 3_600_000 } as const;

/**
 * Checks settings and prompts now; the provider's package is loaded with the first question.
 *
 * @throws OperatorError for an unknown provider, a missing key, or a prompt file that cannot be used.
 */
export function createAnswerModel(settings: ChatModelSettings, options: AnswerModelOptions): AnswerModel {
  const { onBreaker, onFailure, onLedgerTrouble, onUse } = options;
  let prompts = loadPrompts(options.promptsDir);
  const budget = createTokenBudget({
    perDay: options.tokensPerDay ?? 0,
    ledger: options.ledger ?? null,
    now: options.now ?? (() => new Date()),
    ...(onLedgerTrouble === undefined ? {} : { onTrouble: onLedgerTrouble }),
  });
  return {
    spentToday: budget.spentToday,
    caller: createModelCaller({
      chat: createChatModel(settings),
      limits: options.limits ?? MODEL_LIMITS,
      budget,
      breaker: createCircuitBreaker({
        ...BREAKER,
        now: () => performance.now(),
        ...(onBreaker === undefined ? {} : { onChange: onBreaker }),
      }),
      secrets: settings.apiKey === null ? [] : [settings.apiKey],
      random: Math.random,
      ...(onFailure === undefined ? {} : { onFailure }),
      ...(onUse === undefined ? {} : { onUse }),
    }),
    get prompts() {
      return prompts;
    },
    reloadPrompts() {
      const before = hashesOf(prompts);
      prompts = loadPrompts(options.promptsDir);
      return hashesOf(prompts) !== before;
    },
    verify: options.verify,
    onReport: options.onReport ?? (() => undefined),
  };
}

function hashesOf(prompts: Prompts): string {
  return Object.values(prompts)
    .map(({ hash }) => hash)
    .join();
}
