/** A server that is watched: probes, metrics, log, traces, changed files and a graceful end, as an operator sees them. */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { ReplyEvent } from '../src/core/chat.ts';
import { run, SHIPPED_CORPUS, start } from './support/run-process.ts';
import { startServices } from './support/services-kit.ts';

const [FIRST, SECOND] = ['2023-wuhan-seismic-us.md', '2018-opcw-gru-netherlands.md'] as const;
const QUESTION = 'Who attacked the seismic monitoring centre in Wuhan?';
const PATIENT = { timeout: 40_000, interval: 100 };

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-operation-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface LogLine {
  readonly level: string;
  readonly msg: string;
  readonly referenceId?: string;
  readonly url?: string;
  readonly input?: string;
  readonly what?: string;
  readonly reason?: string;
}

/** A server in folders of its own, with one case in its corpus. */
function serve(env: Record<string, string>) {
  const cwd = newFolder();
  const corpus = join(cwd, 'corpus');
  const prompts = join(cwd, 'prompts');
  mkdirSync(corpus);
  cpSync(join(SHIPPED_CORPUS, FIRST), join(corpus, FIRST));
  cpSync(resolve(SHIPPED_CORPUS, '..', 'prompts'), prompts, { recursive: true });
  const settings = {
    CORPUS_DIRS: corpus,
    PROMPTS_DIR: prompts,
    PORT: '0',
    OPS_PORT: '0',
    STOP_SECONDS: '60',
  };
  const server = start('main.ts', [], { cwd, env: { ...settings, ...env } });
  onTestFinished(async () => {
    server.child.kill('SIGKILL');
    await server.outcome;
  });
  let stderr = '';
  server.child.stderr.on('data', (chunk: string) => {
    stderr += chunk;
  });
  const log = () =>
    stderr
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as LogLine);
  const opsUrl = () =>
    vi.waitFor(() => {
      const line = log().find(({ msg }) => msg === 'probes and metrics are served');
      expect(line).toBeDefined();
      return line?.url ?? '';
    }, PATIENT);
  return { server, cwd, corpus, prompts, log, text: () => stderr, opsUrl };
}

async function ask(url: string, text: string): Promise<ReplyEvent> {
  const response = await fetch(`${url}/api/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, threadId: 't', lang: 'en' }),
  });
  const last = (await response.text()).trim().split('\n').at(-1) ?? '';
  return JSON.parse(last) as ReplyEvent;
}

const idOf = (event: ReplyEvent) => (event.type === 'answer' ? event.answer.id : '');

async function probe(url: string): Promise<{ status: number; said: string }> {
  const response = await fetch(url);
  return { status: response.status, said: ((await response.json()) as { status: string }).status };
}

test('is watched from the first moment to the last, and finishes its answers', async () => {
  const services = await startServices('NO_ANSWER');
  const { server, corpus, prompts, log, text, opsUrl } = serve({
    CHAT_MODEL: 'openai:small',
    OPENAI_API_KEY: 'sk-test-key-123456',
    OPENAI_BASE_URL: `${services.url}/v1`,
    OTEL_EXPORTER_OTLP_ENDPOINT: services.url,
    LANGSMITH_TRACING: 'true',
    LANGSMITH_API_KEY: 'lsv2_test_key',
    LANGSMITH_ENDPOINT: services.url,
  });
  const ops = await opsUrl();
  // Long before it can answer.
  expect(await probe(`${ops}/healthz`)).toEqual({ status: 200, said: 'alive' });
  expect(await probe(`${ops}/readyz`)).toEqual({ status: 503, said: 'starting' });
  const url = (await server.waitFor(/Casebook answers at (http:\S+)/))[1] ?? '';
  expect(await probe(`${ops}/readyz`)).toEqual({ status: 200, said: 'ready' });
  const metrics = async () => (await fetch(`${ops}/metrics`)).text();
  const logged = (msg: string) => log().filter((line) => line.msg === msg);

  // One id from the event to the reply, and nobody's words.
  const first = await ask(url, QUESTION);
  const course = log().filter(({ referenceId }) => referenceId === idOf(first));
  expect(course.map(({ msg }) => msg)).toEqual(
    expect.arrayContaining(['received', 'admitted', 'retrieved', 'generated', 'verified', 'delivered']),
  );
  expect(text()).not.toMatch(/seismic|sk-test|lsv2_test/);
  expect(log().some(({ msg }) => msg.includes('texts leave this machine'))).toBe(true);
  expect(await metrics()).toMatch(/casebook_questions_total\{platform="web",lang="en",.*\} 1/);
  expect(await metrics()).toContain('casebook_model_tokens_total{direction="input"} 1000');

  // A case that comes is taken up; one that breaks is told once, and goes on as it was.
  cpSync(join(SHIPPED_CORPUS, SECOND), join(corpus, '.new'));
  renameSync(join(corpus, '.new'), join(corpus, SECOND));
  await vi.waitFor(async () => {
    expect(logged('took up a changed corpus')).toHaveLength(1);
    expect(await metrics()).toContain('casebook_index_entries{what="cases"} 2');
  }, PATIENT);
  writeFileSync(join(corpus, SECOND), '---\nid: [broken\n---\n');
  const left = () => log().filter(({ msg }) => msg.startsWith('left out of the corpus'));
  await vi.waitFor(() => expect(left()).toHaveLength(1), PATIENT);
  appendFileSync(join(corpus, FIRST), '\n');
  await vi.waitFor(() => expect(logged('took up a changed corpus')).toHaveLength(2), PATIENT);
  expect(left()).toEqual([expect.objectContaining({ input: expect.stringContaining(SECOND) })]);
  expect(await metrics()).toContain('casebook_reloads_total{what="corpus",outcome="refused"} 1');

  // Prompts likewise.
  const prompt = join(prompts, 'answer.md');
  appendFileSync(prompt, '\nRemember the lighthouse.\n');
  await vi.waitFor(() => expect(logged('took up changed prompts')).toHaveLength(1), PATIENT);
  appendFileSync(prompt, '\n{{nobody-fills-this}}\n');
  await vi.waitFor(() => {
    const [refused] = logged('a change was not taken up: what was read before stays');
    expect(refused?.reason).toMatch(/answer\.md:\d+: .*nobody-fills-this/);
  }, PATIENT);
  await ask(url, 'And who denied it in Wuhan, the seismic monitoring centre?');
  expect(services.prompts.at(-1)).toContain('Remember the lighthouse.');
  expect(services.prompts.at(-1)).not.toContain('nobody-fills-this');

  // SIGHUP reads all again, and tells again what is broken.
  server.child.kill('SIGHUP');
  await vi.waitFor(() => {
    expect(left()).toHaveLength(2);
    expect(logged('read all files again')).toHaveLength(1);
  }, PATIENT);

  // An answer under way at the end is finished; meanwhile nobody new is sent here.
  const model = services.hold();
  const asked = services.prompts.length;
  const last = ask(url, 'Who attacked the seismic monitoring centre in Wuhan in 2023?');
  await vi.waitFor(() => expect(services.prompts.length).toBeGreaterThan(asked), PATIENT);
  server.child.kill('SIGTERM');
  await vi.waitFor(
    async () => expect(await probe(`${ops}/readyz`)).toEqual({ status: 503, said: 'stopping' }),
    PATIENT,
  );
  model.release();
  expect(await last).toMatchObject({ type: 'answer' });
  expect((await server.outcome).code).toBe(0);
  await expect(fetch(`${ops}/healthz`)).rejects.toThrow();

  // Each question is a trace under its id; the calls of the model are with LangSmith.
  const trace = idOf(await last).replaceAll('-', '');
  expect(trace).toMatch(/^[\da-f]{32}$/);
  expect(services.spans.join('')).toContain(trace);
  expect(services.spans.join('')).not.toContain('seismic');
  expect(services.runs.join('')).toContain('lsv2_test_key');
}, 120_000);

test('texts are in the log where they are asked for, and no model means no LangSmith', async () => {
  const services = await startServices('');
  const { server, text, log } = serve({
    LOG_TEXT: 'on',
    OPS_PORT: '',
    LANGSMITH_TRACING: 'true',
    LANGSMITH_API_KEY: 'lsv2_test_key',
    LANGSMITH_ENDPOINT: services.url,
  });
  const url = (await server.waitFor(/Casebook answers at (http:\S+)/))[1] ?? '';
  const answer = await ask(url, QUESTION);
  expect(text()).toContain(QUESTION);
  expect(log().filter(({ referenceId }) => referenceId === idOf(answer)).length).toBeGreaterThan(4);
  expect(services.runs).toEqual([]);
}, 60_000);

test('a port in use is told before anything is opened', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await new Promise((done) => other.once('listening', done));
  const { port } = other.address() as AddressInfo;
  const outcome = await run('main.ts', [], {
    cwd: newFolder(),
    env: { OPS_PORT: String(port), CORPUS_DIRS: '' },
  });
  expect(outcome).toMatchObject({ code: 1, stdout: '' });
  expect(outcome.stderr).toBe(
    `127.0.0.1:${port} is in use: stop the program that uses it, or set OPS_PORT to another\n`,
  );
}, 30_000);
