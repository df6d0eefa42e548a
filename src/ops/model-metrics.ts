/** Metrics of the chat model: tokens and their price, failures, and what verification did to its sentences. */
import { Counter, Gauge, type Registry } from 'prom-client';

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
  const tokens = new Counter({
    name: 'casebook_model_tokens_total',
    help: 'Tokens that the chat model read (input) and wrote (output), in this process, for whatever it was asked',
    labelNames: ['direction'] as const,
    registers,
  });
  const cost = new Counter({
    name: 'casebook_model_cost_total',
    help: 'What these tokens cost by MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT, in their currency; 0 where they are not set',
    registers,
  });
  const answers = new Counter({
    name: 'casebook_model_answers_total',
    help: 'Answers that the chat model was to write, by how that went',
    labelNames: ['outcome'] as const,
    registers,
  });
  const failures = new Counter({
    name: 'casebook_model_failures_total',
    help: 'Failures of the chat model, by kind; over-budget and resting: it was not called',
    labelNames: ['kind'] as const,
    registers,
  });
  const dropped = new Counter({
    name: 'casebook_sentences_dropped_total',
    help: 'Sentences of the model that verification kept from the reader, by the first reason',
    labelNames: ['reason'] as const,
    registers,
  });
  const repaired = new Counter({
    name: 'casebook_sentences_repaired_total',
    help: 'Sentences of the model that verification put right, by the first reason',
    labelNames: ['reason'] as const,
    registers,
  });
  const resting = new Gauge({
    name: 'casebook_model_resting',
    help: '1 while the chat model is left alone after failures',
    registers,
  });
  const budget = new Gauge({
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
  void budget;
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
