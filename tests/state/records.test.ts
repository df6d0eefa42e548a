/** What commands read of answers, and the tokens of the day. */
import { expect, it } from 'vitest';
import { createBudgetLedger } from '../../src/state/budget-ledger.ts';
import { describeState } from '../../src/state/describe-state.ts';
import { findRecords } from '../../src/state/find-records.ts';
import { answerWith, newStatePath, openBeside, openTestState, PLACE, placeOf } from './state-kit.ts';

it('an answer is found by how its id begins, with all that is kept of it', async () => {
  const path = newStatePath();
  const state = await openTestState(path);
  for (const id of ['abc-1', 'abc-2', '%bc'])
    await state.answers.save({ ...PLACE, userId: 'U1', question: `${id}\u0000 ?`, answer: answerWith(id) });
  await state.ratings.rate({ ...PLACE, answerId: 'abc-1', userId: 'U2', verdict: 'down' });
  await state.errors.report({ ...PLACE, answerId: 'abc-1', userId: 'U2', text: 'No.' });
  const beside = await openBeside(path);
  const found = async (begins: string) =>
    (await findRecords(beside, begins, state.time)).map(({ answer }) => answer.id);
  expect(await found('abc')).toEqual(['abc-1', 'abc-2']);
  expect(await found('%')).toEqual(['%bc']);
  expect(await found('_bc')).toEqual([]);
  expect(await findRecords(beside, 'abc-1', state.time)).toMatchObject([
    {
      channelId: 'C1',
      question: 'abc-1\u0000 ?',
      audit: null,
      ratings: [{ verdict: 'down' }],
      errors: [{ text: 'No.', sentence: null }],
      corrections: [],
    },
  ]);
});

it('tokens add up by day, over models and processes', async () => {
  const path = newStatePath();
  const ledgers = [createBudgetLedger(await openBeside(path)), createBudgetLedger(await openBeside(path))];
  const [one, two] = ledgers as [(typeof ledgers)[0], (typeof ledgers)[0]];
  expect(await one.used('2026-01-31')).toEqual({ input: 0, output: 0 });
  await Promise.all([
    one.add('2026-01-31', 'a:x', { input: 3_000_000_000, output: 1 }),
    two.add('2026-01-31', 'a:x', { input: 1, output: 1 }),
    two.add('2026-01-31', 'b:y', { input: 1, output: 1 }),
    two.add('2026-02-01', 'b:y', { input: 1, output: 1 }),
  ]);
  expect(await one.used('2026-01-31')).toEqual({ input: 3_000_000_002, output: 3 });
});

it('doctor tells where it is and that it can be written', async () => {
  const place = await placeOf(newStatePath());
  const said = await describeState(place);
  expect(said).toMatch(/\(schema \d+, can be written\)$/);
  expect(said).toMatch(
    place.type === 'sqlite' ? /state\.sqlite/ : /^PostgreSQL \d+\.\d+ at 127\.0\.0\.1:\d+\/t\d+ /,
  );
});
