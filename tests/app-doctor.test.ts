/** What `doctor` says of a model, asked for a word, and of the state. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diagnose } from '../src/app-doctor.ts';
import { inspectConfig } from '../src/config.ts';
import { createState } from '../src/state/state.ts';
import { says, startServer } from './answer/model/model-kit.ts';
import { temporaryFolder } from './index/index-kit.ts';

const KEY = 'hunter2-secret-key';

async function modelCheck(url: string, more: Record<string, string> = {}) {
  const dataDir = temporaryFolder();
  const env = { CASEBOOK_DATA_DIR: dataDir, CORPUS_DIRS: '', WEB: 'off', CHAT_MODEL: 'openai:test-model' };
  const inspected = inspectConfig(
    { ...env, OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${url}/v1`, ...more },
    dataDir,
  );
  const checks = await diagnose(inspected, { online: true, signal: new AbortController().signal });
  return checks.find(({ check }) => check === 'model') ?? expect.fail('no check');
}

it('tells where the state is, and shows no password of a database that cannot be reached', async () => {
  const dataDir = temporaryFolder();
  const stateCheck = async (more: Record<string, string>) => {
    const env = { CASEBOOK_DATA_DIR: dataDir, CORPUS_DIRS: '', WEB: 'off', ...more };
    const inspected = inspectConfig(env, dataDir);
    const checks = await diagnose(inspected, { online: false, signal: new AbortController().signal });
    return checks.find(({ check }) => check === 'state') ?? expect.fail('no check');
  };
  expect(await stateCheck({})).toMatchObject({ status: 'ok', message: expect.stringContaining('none yet') });
  createState({ path: join(dataDir, 'state.sqlite'), now: Date.now }).close();
  const inFile = {
    status: 'ok',
    message: expect.stringMatching(/state\.sqlite \(schema \d+, can be written\)/),
  };
  expect(await stateCheck({})).toMatchObject(inFile);
  const unreachable = await stateCheck({ DATABASE_URL: `postgres://casebook:${KEY}@127.0.0.1:1/casebook` });
  expect(unreachable).toMatchObject({
    status: 'fail',
    message: expect.stringContaining('127.0.0.1:1/casebook'),
  });
  expect(JSON.stringify(unreachable)).not.toContain(KEY);
});

it('shows no key that the server refuses and repeats', async () => {
  const mock = await startServer();
  mock.on({ predicate: () => true }, { error: { message: `Incorrect API key: ${KEY}` }, status: 401 });
  const { status, message } = await modelCheck(mock.url);
  expect(status).toBe('fail');
  expect(message).toContain('Incorrect API key');
  expect(message).not.toContain(KEY);
});

it('says that a model answers, or which prompt cannot be used', async () => {
  const mock = await startServer();
  says(mock, 'OK');
  expect(await modelCheck(mock.url)).toMatchObject({ status: 'ok' });
  const broken = await modelCheck(mock.url, { PROMPTS_DIR: temporaryFolder() });
  expect(broken).toMatchObject({ status: 'fail', message: expect.stringContaining('answer.md') });
});
