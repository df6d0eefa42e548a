/** What `doctor` says of a model, asked for a word. */
import { expect, it } from 'vitest';
import { diagnose } from '../src/app-doctor.ts';
import { inspectConfig } from '../src/config.ts';
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
