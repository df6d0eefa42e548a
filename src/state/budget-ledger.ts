/** The tokens that models used, day by day. */
import type { BudgetLedger } from '../answer/model/budget-ledger.ts';
import type { StateDatabase } from './state-database.ts';

export function createBudgetLedger({ run }: Pick<StateDatabase, 'run'>): BudgetLedger {
  return {
    async used(day) {
      const sums = await run((db) =>
        db
          .selectFrom('model_usage')
          .select(({ fn }) => [fn.sum<number>('input').as('input'), fn.sum<number>('output').as('output')])
          .where('day', '=', day)
          .executeTakeFirst(),
      );
      return { input: Number(sums?.input ?? 0), output: Number(sums?.output ?? 0) };
    },

    async add(day, model, { input, output }) {
      await run((db) =>
        db
          .insertInto('model_usage')
          .values({ day, model, input, output })
          .onConflict((conflict) =>
            conflict.columns(['day', 'model']).doUpdateSet((row) => ({
              input: row('model_usage.input', '+', input),
              output: row('model_usage.output', '+', output),
            })),
          )
          .execute(),
      );
    },
  };
}
