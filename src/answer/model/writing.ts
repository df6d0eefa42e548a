/** How the writing of an answer went: for the log, and for the record behind the reference id. */
import type { AnswerAudit, AuditedSentence } from '../../core/audit.ts';
import type { ModelFailure } from '../../core/model-failure.ts';
import type { AnswerModel, ModelReport } from './answer-model.ts';
import type { TokenCount } from './budget-ledger.ts';
import type { Draft } from './draft.ts';

export interface Writing {
  readonly report: Omit<ModelReport, 'answerId'>;
  readonly audited: NonNullable<AnswerAudit['model']>;
  readonly sentences: readonly AuditedSentence[];
  /** Milliseconds spent on checking sentences. */
  readonly checkingMs: number;
}

export function describeWriting(
  model: AnswerModel,
  draft: Draft,
  outcome: ModelReport['outcome'],
  failure: ModelFailure | null,
  tokens: TokenCount | null,
): Writing {
  const { name } = model.caller;
  const { dropped, repaired, audited, written, checkingMs } = draft;
  return {
    report: { model: name, outcome, sentences: written.length, dropped, repaired, tokens, failure },
    audited: {
      name,
      promptHash: model.prompts.answer.hash,
      outcome: failure?.kind === 'over-budget' || failure?.kind === 'resting' ? failure.kind : outcome,
      failure: failure?.message ?? null,
      tokens,
    },
    sentences: audited,
    checkingMs,
  };
}
