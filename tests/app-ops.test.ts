/** What probes and metrics say while a part of the server does not answer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startOperation } from '../src/app-ops.ts';
import { inspectConfig } from '../src/config.ts';
import type { WorkCounts } from '../src/core/work-counts.ts';

type Opened = Parameters<Awaited<ReturnType<typeof startOperation>>['opened']>[0];

const NOBODY = () => new Promise<never>(() => undefined);
const BROKEN = () => Promise.reject(new Error('the database cannot be reached'));
const LOG = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A server whose every question to the index is answered by `index`, every one to the state by `state`. */
async function running(
  env: Record<string, string>,
  index: () => Promise<never>,
  state: () => Promise<never>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-ops-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { config } = inspectConfig({ OPS_PORT: '0', CASEBOOK_DATA_DIR: folder, ...env }, folder);
  const operation = await startOperation(config, LOG);
  onTestFinished(() => operation.close());
  const asked: Opened = { stats: index, neuralState: index, answers: index, ownersOf: index };
  operation.opened(asked);
  const countWork: () => Promise<WorkCounts> = state;
  operation.started({ health: { connected: () => ({ web: true }), ping: state, countWork } });
  const ask = async (path: string) => {
    const response = await fetch(`${operation.url}${path}`, { signal: AbortSignal.timeout(10_000) });
    return { status: response.status, text: await response.text() };
  };
  return { operation, ask };
}

test('metrics are told while a database does not answer: that is when they are looked at', async () => {
  const { operation, ask } = await running({}, NOBODY, NOBODY);
  operation.telemetry.model.watchBudget(NOBODY);
  operation.telemetry.messages.watchQueue(() => ({ waiting: 7, underWay: 1 }));
  const { status, text } = await ask('/metrics');
  expect(status).toBe(200);
  expect(text).toContain('casebook_queue_messages{state="waiting"} 7');
  expect(text).toContain('casebook_ready 0');
  expect(text).not.toMatch(/^casebook_(?:waiting|dead_posts|index_entries|model_budget_tokens)\b/m);
});

test('metrics are told while the tokens of the day cannot be read', async () => {
  const { operation, ask } = await running({}, BROKEN, BROKEN);
  operation.telemetry.model.watchBudget(BROKEN);
  expect(await ask('/metrics')).toMatchObject({
    status: 200,
    text: expect.stringContaining('casebook_ready 0'),
  });
});

test('a process lives while its PostgreSQL is gone: to be started again would not bring it back', async () => {
  const url = { DATABASE_URL: 'postgres://casebook@127.0.0.1:5432/casebook' };
  const { ask } = await running(url, BROKEN, BROKEN);
  expect(await ask('/readyz')).toMatchObject({ status: 503 });
  expect(await ask('/healthz')).toMatchObject({ status: 200 });
});

test('a process does not live whose own index is broken', async () => {
  const { ask } = await running({}, BROKEN, BROKEN);
  expect(await ask('/healthz')).toMatchObject({ status: 503 });
});
