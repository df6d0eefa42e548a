/** Tokens of a day: counted across processes, reserved while calls are under way, free again the next day. */
import { describe, expect, it } from 'vitest';
import { createTokenBudget, estimateTokens } from '../../../src/answer/model/token-budget.ts';
import { createBudgetLedger } from '../../../src/state/budget-ledger.ts';
import { openStateDatabase } from '../../../src/state/state-database.ts';
import { newStatePath } from '../../state/state-kit.ts';

const EXPECTED = { input: 60, output: 40 };

function start(perDay: number, path = newStatePath()) {
  const database = openStateDatabase(path);
  const clock = { date: new Date('2031-05-01T23:00:00Z') };
  const troubles: string[] = [];
  const budget = createTokenBudget({
    perDay,
    ledger: createBudgetLedger(database),
    now: () => clock.date,
    onTrouble: (message) => troubles.push(message),
  });
  return { database, clock, budget, troubles, path };
}

describe('a budget of tokens', () => {
  it('lets calls begin while anything is left, and none after', async () => {
    const { budget, database } = start(150);
    await (await budget.reserve('a:b', EXPECTED))?.settle({ input: 80, output: 20 });
    await (await budget.reserve('a:b', EXPECTED))?.settle({ input: 80, output: 20 });
    expect(await budget.reserve('a:b', EXPECTED)).toBeNull();
    await database.close();
  });

  it('counts what is under way as used', async () => {
    const { budget, database } = start(150);
    const both = await Promise.all([budget.reserve('a:b', EXPECTED), budget.reserve('a:b', EXPECTED)]);
    expect(both.filter((reservation) => reservation !== null)).toHaveLength(2);
    expect(await budget.reserve('a:b', EXPECTED)).toBeNull();
    for (const reservation of both) await reservation?.settle({ input: 1, output: 1 });
    expect(await budget.reserve('a:b', EXPECTED)).not.toBeNull();
    await database.close();
  });

  it('survives a restart, and begins anew at midnight', async () => {
    const first = start(100);
    await (await first.budget.reserve('a:b', EXPECTED))?.settle({ input: 90, output: 30 });
    await first.database.close();
    const second = start(100, first.path);
    expect(await second.budget.reserve('other:model', EXPECTED)).toBeNull();
    second.clock.date = new Date('2031-05-02T00:00:01Z');
    expect(await second.budget.reserve('a:b', EXPECTED)).not.toBeNull();
    await second.database.close();
  });

  it('counts what was used before the ledger has it', async () => {
    const writing = Promise.withResolvers<void>();
    const budget = createTokenBudget({
      perDay: 300,
      // Another process has used 200.
      ledger: { used: async () => ({ input: 200, output: 0 }), add: () => writing.promise },
      now: () => new Date('2031-05-01T12:00:00Z'),
    });
    const first = await budget.reserve('a:b', EXPECTED);
    const settled = first?.settle({ input: 90, output: 30 });
    expect(await budget.reserve('a:b', EXPECTED)).toBeNull();
    writing.resolve();
    await settled;
  });

  it('goes by what it has seen itself where the ledger cannot be used', async () => {
    const { budget, database, troubles } = start(100);
    await database.close();
    await (await budget.reserve('a:b', EXPECTED))?.settle({ input: 90, output: 30 });
    expect(await budget.reserve('a:b', EXPECTED)).toBeNull();
    expect(troubles.length).toBeGreaterThan(0);
  });

  it('of nought is no limit', async () => {
    const budget = createTokenBudget({ perDay: 0, ledger: null, now: () => new Date(0) });
    for (let i = 0; i < 3; i += 1)
      await (await budget.reserve('a:b', EXPECTED))?.settle({ input: 1e9, output: 1e9 });
    expect(await budget.reserve('a:b', EXPECTED)).not.toBeNull();
  });
});

describe('the estimate of a text’s tokens', () => {
  it('takes a Chinese character for one, and a few letters for one', () => {
    expect(estimateTokens('')).toBe(0);
    expect(estimateTokens('诺兰否认')).toBe(4);
    expect(estimateTokens('x'.repeat(350))).toBe(100);
  });
});
