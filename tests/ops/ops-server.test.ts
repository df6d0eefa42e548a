/** The port for probes and metrics, over real HTTP. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { HealthReport } from '../../src/ops/health.ts';
import { type OpsRoutes, startOpsServer } from '../../src/ops/ops-server.ts';

const WELL: HealthReport = { ok: true, status: 'ready', parts: { index: { ok: true, state: 'ok' } } };
const STARTING: HealthReport = { ok: false, status: 'starting', parts: {} };
const LOCAL = { host: '127.0.0.1', port: 0 };

async function serving(routes: Partial<OpsRoutes> = {}) {
  const errors: unknown[] = [];
  const server = await startOpsServer(LOCAL, {
    live: async () => WELL,
    ready: async () => STARTING,
    metrics: async () => ({ contentType: 'text/plain; version=0.0.4', text: 'up 1\n' }),
    onError: (error) => void errors.push(error),
    ...routes,
  });
  onTestFinished(() => server.close());
  const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init);
  return { get, errors, server };
}

test('says with its status and in JSON what is well', async () => {
  const { get } = await serving();
  const live = await get('/healthz');
  expect([live.status, await live.json()]).toEqual([200, WELL]);
  const ready = await get('/readyz?verbose');
  expect([ready.status, await ready.json()]).toEqual([503, STARTING]);
  expect(ready.headers.get('cache-control')).toBe('no-store');
});

test('gives metrics as Prometheus reads them, and HEAD without a body', async () => {
  const { get } = await serving();
  const metrics = await get('/metrics');
  expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4');
  expect(await metrics.text()).toBe('up 1\n');
  const head = await get('/metrics', { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '5', '']);
});

test('takes nothing else', async () => {
  const { get } = await serving();
  expect((await get('/')).status).toBe(404);
  expect((await get('/metrics/../healthz/x')).status).toBe(404);
  const posted = await get('/readyz', { method: 'POST', body: 'x'.repeat(100_000) });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('a defect is told to the log and shows nothing', async () => {
  const failing = async () => {
    throw new Error('of inner things');
  };
  const { get, errors } = await serving({ metrics: failing });
  const response = await get('/metrics');
  expect([response.status, await response.text()]).toEqual([500, '']);
  expect(errors).toEqual([new Error('of inner things')]);
});

test('a port in use is told with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const { server } = await serving();
  const starting = startOpsServer({ host: '127.0.0.1', port }, {} as OpsRoutes);
  await expect(starting).rejects.toThrow(
    `127.0.0.1:${port} is in use: stop the program that uses it, or set OPS_PORT to another`,
  );
  await expect(startOpsServer({ host: '192.0.2.1', port: 0 }, {} as OpsRoutes)).rejects.toThrow('OPS_HOST');
  expect(server.port).toBeGreaterThan(0);
});
