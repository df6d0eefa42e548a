/** Marked secrets in every setting that holds one, and services that fail and throw them back: none is ever shown. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SECRET_NAMES } from '../../src/settings.ts';
import { type Outcome, run, SHIPPED_CORPUS, start } from '../support/run-process.ts';

const MARK = 'ultramarine-otter-7391';
/** Milliseconds after which a process that goes on trying is ended. */
const PATIENCE = 60_000;
/** As each setting wants its value to begin. */
const SHAPES: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN: `xoxb-${MARK}`,
  SLACK_APP_TOKEN: `xapp-${MARK}`,
  DATABASE_URL: `postgres://casebook:${MARK}@127.0.0.1:9/casebook`,
};

/** Refuses everything, and says in the error all that it was told: the worst that a service could do. */
let echo: Server;
let url: string;
const told: string[] = [];
beforeAll(async () => {
  echo = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      told.push(body);
      const said = `refused: ${JSON.stringify(request.headers)} ${body}`;
      response.writeHead(401, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: false, error: said, message: said, code: 0 }));
    });
  });
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
});
afterAll(() => echo.close());

const secret = (name: string): string => SHAPES[name] ?? MARK;
const env = (names: readonly string[], more: Record<string, string> = {}) => ({
  CORPUS_DIRS: SHIPPED_CORPUS,
  LOG_LEVEL: 'trace',
  ...Object.fromEntries(names.map((name) => [name, secret(name)])),
  ...more,
});

function expectSilent({ stdout, stderr }: Outcome): void {
  expect(stdout + stderr).not.toBe('');
  for (const line of (stdout + stderr).split('\n')) expect(line).not.toContain(MARK);
}

const MODEL = { CHAT_MODEL: 'openai:some-model', EMBEDDING_MODEL: 'embedded' };

it.each([
  [
    'a model that refuses its key',
    'cli/ask.ts',
    ['Who attacked the Czech foreign ministry?'],
    ['OPENAI_API_KEY'],
    MODEL,
  ],
  ['a database that does not answer', 'main.ts', [], ['DATABASE_URL'], { PORT: '0' }],
  ['Slack that refuses its token', 'main.ts', [], ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'], { WEB: 'off' }],
  ['Discord that refuses its token', 'main.ts', [], ['DISCORD_TOKEN'], { WEB: 'off' }],
  ['settings that are all wrong', 'main.ts', [], SECRET_NAMES, { PORT: 'x', HOST: '0.0.0.0' }],
  ['a doctor who looks at everything', 'cli/doctor.ts', ['--online'], SECRET_NAMES, { ...MODEL, PORT: '0' }],
] as const)('%s', async (_, entry, args, names, more) => {
  const addresses = {
    OPENAI_BASE_URL: `${url}/v1`,
    SLACK_API_URL: `${url}/api/`,
    DISCORD_API_URL: `${url}/api`,
  };
  const process = start(entry, args, { env: env(names, { ...addresses, ...more }) });
  // Some try again for ever: what they have said by then is enough.
  const late = setTimeout(() => process.child.kill('SIGKILL'), PATIENCE);
  const outcome = await process.outcome;
  clearTimeout(late);
  expectSilent(outcome);
});

it('secrets that are not of their form are told without their values', async () => {
  const wrong = Object.fromEntries(SECRET_NAMES.map((name) => [name, `${MARK} with blanks`]));
  const outcome = await run('main.ts', [], { env: env([], wrong) });
  expect(outcome.code).toBe(2);
  for (const name of SECRET_NAMES) expect(outcome.stderr).toContain(name);
  expectSilent(outcome);
});

it('no prompt held one', () => {
  expect(told.length).toBeGreaterThan(0);
  // Slack's own client may send the token in a form; what models are sent is JSON.
  for (const body of told) if (body.startsWith('{')) expect(body).not.toContain(MARK);
});
