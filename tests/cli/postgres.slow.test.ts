/** Commands on a state in PostgreSQL, beside a server that has it open. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openState, type State } from '../../src/state/state.ts';
import { startPostgres, type TestPostgres } from '../support/postgres-kit.ts';
import { newFolder, run } from '../support/run-process.ts';
import { ANSWERED } from '../support/sample-answers.ts';

const PLACE = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };
let postgres: TestPostgres;
let state: State;
let env: Record<string, string>;

beforeAll(async () => {
  postgres = await startPostgres();
  const url = await postgres.newDatabase();
  env = { CASEBOOK_DATA_DIR: newFolder(), CORPUS_DIRS: '', WEB: 'off', DATABASE_URL: url };
  state = await openState({ place: { type: 'postgres', url, poolSize: 2 }, now: Date.now });
  await state.answers.save({ ...PLACE, userId: 'U1', question: 'Qui ?', answer: ANSWERED });
  await state.ratings.rate({ ...PLACE, answerId: ANSWERED.id, userId: 'U2', verdict: 'down' });
});
afterAll(async () => {
  await state.close();
  await postgres.stop();
});

it('feedback lists what is kept there', async () => {
  const { code, stdout, stderr } = await run('cli/feedback.ts', ['--json'], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject([{ answerId: ANSWERED.id, verdict: 'down' }]);
});

it('explain finds an answer there', async () => {
  const { code, stdout } = await run('cli/explain.ts', [ANSWERED.id, '--json'], { env });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ question: 'Qui ?', ratings: [{ verdict: 'down' }] });
});

it('doctor says which database it is, and shows no password', async () => {
  const { stdout } = await run('cli/doctor.ts', ['--json'], { env });
  const { checks } = JSON.parse(stdout) as { checks: { check: string; status: string; message: string }[] };
  expect(checks.find(({ check }) => check === 'state')).toMatchObject({
    status: 'ok',
    message: expect.stringMatching(/^PostgreSQL .* at 127\.0\.0\.1:\d+\/t1 \(schema \d+, can be written\)$/),
  });
  expect(stdout).not.toMatch(/pass:word|pass%3Aword/);
});

it('a database that is not there is told in one line', async () => {
  const gone = { ...env, DATABASE_URL: 'postgres://casebook:quince@127.0.0.1:1/casebook' };
  const { code, stderr } = await run('cli/feedback.ts', [], { env: gone });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^[^\n]*127\.0\.0\.1:1\/casebook cannot be reached \(ECONNREFUSED\)[^\n]*\n$/);
});
