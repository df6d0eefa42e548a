/** What doctor says of the probes of a running server. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { checkProbes } from '../../src/ops/check-probes.ts';
import type { HealthReport } from '../../src/ops/health.ts';
import { startOpsServer } from '../../src/ops/ops-server.ts';

async function probed(report: HealthReport) {
  const routes = { live: async () => report, ready: async () => report, onError: () => undefined };
  const metrics = async () => ({ contentType: 'text/plain', text: '' });
  const server = await startOpsServer({ host: '127.0.0.1', port: 0 }, { ...routes, metrics });
  onTestFinished(() => server.close());
  // As in containers: it listens everywhere.
  return checkProbes({ host: '0.0.0.0', port: server.port }, fetch);
}

test('a server that is ready', async () => {
  const [finding] = await probed({ ok: true, status: 'ready', parts: {} });
  expect(finding).toMatchObject({ status: 'ok', message: expect.stringMatching(/^ready, says http:/) });
});

test('one that is not names the parts', async () => {
  const parts = { index: { ok: true, state: 'ok' }, slack: { ok: false, state: 'not connected' } };
  const [finding] = await probed({ ok: false, status: 'not ready', parts });
  expect(finding?.status).toBe('warn');
  expect(finding?.message).toMatch(/^not ready \(slack: not connected\), says http:/);
});

test('one that answers nothing there, or something else', async () => {
  const other = createServer((_, response) => response.end('hello'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const ask = () => checkProbes({ host: '127.0.0.1', port }, fetch);
  const silent = [expect.objectContaining({ status: 'warn', fix: expect.stringContaining('OPS_PORT') })];
  expect(await ask()).toEqual(silent);
  other.closeAllConnections();
  await new Promise((resolve) => other.close(resolve));
  expect(await ask()).toEqual(silent);
});
