/** What is kept of the tokens that models used, from one process to the next. */

/** Tokens of one call or of many. */
export interface TokenCount {
  /** Read by the model. */
  readonly input: number;
  /** Written by the model. */
  readonly output: number;
}

/** Days are YYYY-MM-DD in UTC. */
export interface BudgetLedger {
  /** Of all models together on that day. */
  used(day: string): Promise<TokenCount>;
  /** @param model `provider:model`. */
  add(day: string, model: string, tokens: TokenCount): Promise<void>;
}
