/** Metrics of the chat model: tokens and their price, failures, and what verification did to its sentences. */
import { Gauge, type Registry } from 'prom-client';
import { countersOf } from './counters.ts';

/** Prices of a million tokens, in whatever currency the operator thinks in; 0: unknown. */
export interface TokenPrices {
  readonly input: number;
  readonly output: number;
}

/** Tokens of the present day against the limit; null where there is no limit. */
export type BudgetFigures = { readonly used: number; readonly limit: number } | null;

const MILLION = 1_000_000;

export function createModelMetrics(registry: Registry, prices: TokenPrices) {
  const registers = [registry];
  const counter = countersOf(registry);
  const tokens = counter(
    'casebook_model_tokens_total',
    'Tokens that the chat model read (input) and wrote (output), in this process, for whatever it was asked',
    'direction',
  );
  const cost = counter(
    'casebook_model_cost_total',
    'What these tokens cost by MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT, in their currency; 0 where they are not set',
  );
  const answers = counter(
    'casebook_model_answers_total',
    'Answers that the chat model was to write, by how that went',
    'outcome',
  );
  const failures = counter(
    'casebook_model_failures_total',
    'Failures of the chat model, by kind; over-budget and resting: it was not called',
    'kind',
  );
  const dropped = counter(
    'casebook_sentences_dropped_total',
    'Sentences of the model that verification kept from the reader, by the first reason',
    'reason',
  );
  const repaired = counter(
    'casebook_sentences_repaired_total',
    'Sentences of the model that verification put right, by the first reason',
    'reason',
  );
  const resting = new Gauge({
    name: 'casebook_model_resting',
    help: '1 while the chat model is left alone after failures',
    registers,
  });
  new Gauge({
    name: 'casebook_model_budget_tokens',
    help: 'Tokens of the present day (UTC) that all processes together used, and MODEL_TOKENS_PER_DAY; absent without a limit',
    labelNames: ['state'] as const,
    registers,
    async collect() {
      const figures = await read();
      this.reset();
      if (figures === null) return;
      this.set({ state: 'used' }, figures.used);
      this.set({ state: 'limit' }, figures.limit);
    },
  });
  let read: () => Promise<BudgetFigures> = async () => null;
  return {
    onUse(used: { readonly input: number; readonly output: number }): void {
      tokens.inc({ direction: 'input' }, used.input);
      tokens.inc({ direction: 'output' }, used.output);
      cost.inc((used.input * prices.input + used.output * prices.output) / MILLION);
    },
    onWritten(report: {
      readonly outcome: string;
      readonly dropped: Readonly<Record<string, number>>;
      readonly repaired: Readonly<Record<string, number>>;
    }): void {
      answers.inc({ outcome: report.outcome });
      for (const [reason, count] of Object.entries(report.dropped)) dropped.inc({ reason }, count);
      for (const [reason, count] of Object.entries(report.repaired)) repaired.inc({ reason }, count);
    },
    onFailure: (kind: string): void => failures.inc({ kind }),
    onResting: (rests: boolean): void => resting.set(rests ? 1 : 0),
    watchBudget(ask: () => Promise<BudgetFigures>): void {
      read = ask;
    },
  };
}
