/** The server as a process: start to first answer, one for each folder, and a clean end. */
import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import type { ReplyEvent } from '../src/core/chat.ts';
import { newFolder, type RunningProcess, run, SHIPPED_CORPUS, start } from './support/run-process.ts';

const QUESTION = 'Who attacked the Czech foreign ministry?';
/** What `npm start` passes to Node. */
const START_OPTIONS = /^node (--.*) src\/main\.ts$/.exec(pkg.scripts.start)?.[1]?.split(' ') ?? [];
/** Megabytes after the first answer, beside the thread that has just written the index; on a later start it is a third less. */
const MOST_MEMORY = 340;
const running: RunningProcess[] = [];

function serve(env: Record<string, string>): RunningProcess {
  const process = start('main.ts', [], {
    nodeArgs: START_OPTIONS,
    env: { CORPUS_DIRS: SHIPPED_CORPUS, PORT: '0', ...env },
  });
  running.push(process);
  return process;
}

async function urlOf(server: RunningProcess): Promise<string> {
  return (await server.waitFor(/Casebook answers at (http:\S+)/))[1] ?? '';
}

async function ask(url: string, text: string): Promise<ReplyEvent[]> {
  const response = await fetch(`${url}/api/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, threadId: 't', lang: 'en' }),
  });
  const lines = (await response.text()).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as ReplyEvent);
}

afterEach(async () => {
  for (const { child, outcome } of running.splice(0)) {
    child.kill('SIGKILL');
    await outcome;
  }
});

test('serves an empty folder within seconds, answers, and ends cleanly', async () => {
  const dataDir = newFolder();
  const started = performance.now();
  const server = serve({ CASEBOOK_DATA_DIR: dataDir });
  const url = await urlOf(server);
  const events = await ask(url, QUESTION);
  const seconds = (performance.now() - started) / 1000;
  console.log(`first start to first answer: ${seconds.toFixed(1)} s`);
  expect(seconds).toBeLessThan(30);
  expect(events.at(-1)).toMatchObject({ type: 'answer', answer: { status: 'answered' } });

  const memory = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1];
  console.log(`memory: ${Math.round(Number(memory) / 1024)} MB`);
  expect(Number(memory)).toBeLessThan(MOST_MEMORY * 1024);

  server.child.kill('SIGINT');
  const { code, stdout, stderr } = await server.outcome;
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^Casebook answers at \S+ \(\d+ cases, \d+ sources, \d+ passages\)\. Ctrl-C stops it\.\n$/,
  );
  expect(stderr).not.toMatch(/"level":"(error|fatal)"/);
  expect(existsSync(join(dataDir, 'server.json'))).toBe(false);

  // The data folder is free again, and the second start finds everything in place.
  const again = serve({ CASEBOOK_DATA_DIR: dataDir });
  expect((await ask(await urlOf(again), QUESTION)).at(-1)).toMatchObject({ type: 'answer' });
  again.child.kill('SIGTERM');
  expect((await again.outcome).code).toBe(0);
});

test('an open connection does not hold up the end', async () => {
  const server = serve({ CASEBOOK_DATA_DIR: newFolder() });
  const url = await urlOf(server);
  const idle = request(`${url}/api/ask`, { method: 'POST', headers: { 'content-length': '10' } });
  idle.on('error', () => undefined).flushHeaders();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const stopped = performance.now();
  server.child.kill('SIGINT');
  await server.outcome;
  expect(performance.now() - stopped).toBeLessThan(11_500);
});

test('stops at once at the second signal, and while still starting', async () => {
  const server = serve({ CASEBOOK_DATA_DIR: newFolder() });
  await new Promise((resolve) => setTimeout(resolve, 700));
  server.child.kill('SIGINT');
  server.child.kill('SIGINT');
  const { code } = await server.outcome;
  expect([0, 130, null]).toContain(code);
});

describe('what is in the way is told in one line', () => {
  test('a second server on the folder', async () => {
    const env = { CASEBOOK_DATA_DIR: newFolder() };
    const url = await urlOf(serve(env));
    const second = await serve(env).outcome;
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toMatch(
      /^another Casebook server .* is using .*: stop it, or set CASEBOOK_DATA_DIR.*\n$/,
    );
    expect(second.stderr).toContain(url);

    // Commands share the folder meanwhile, and doctor knows whose port it is.
    const settings = { ...env, CORPUS_DIRS: SHIPPED_CORPUS, PORT: new URL(url).port };
    expect(await run('cli/ask.ts', [QUESTION, '--json'], { env: settings })).toMatchObject({ code: 0 });
    const doctor = await run('cli/doctor.ts', [], { env: settings });
    expect(doctor).toMatchObject({ code: 0, stderr: '' });
    expect(doctor.stdout).toContain(`a Casebook server is running at ${url}`);
    expect((await ask(url, QUESTION)).at(-1)).toMatchObject({ type: 'answer' });
  });

  test('a port in use', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
    });
    const { code, stdout, stderr } = await serve({ CASEBOOK_DATA_DIR: newFolder(), PORT: String(port) })
      .outcome;
    other.close();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trim().split('\n').at(-1)).toBe(
      `port ${port} is in use: stop the other program or set PORT`,
    );
    expect(stderr).not.toMatch(/ at /);
  });
});
