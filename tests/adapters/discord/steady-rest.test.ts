/** A clock that is set back keeps nobody waiting: discord.js's own REST client, and a server that limits its calls. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REST } from 'discord.js';
import { afterEach, expect, it, vi } from 'vitest';
import { persist } from '../../../src/adapters/discord/persist.ts';
import { steadyRest } from '../../../src/adapters/discord/steady-rest.ts';

const HOUR = 3_600_000;
const closing: (() => void)[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const close of closing.splice(0)) close();
});

/** After each call, the next one may come in a second. */
async function limited() {
  let calls = 0;
  const server = createServer((_request, response) => {
    calls += 1;
    response.writeHead(200, {
      'content-type': 'application/json',
      'x-ratelimit-limit': '1',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': '1',
      'x-ratelimit-bucket': 'one',
    });
    response.end('{"id":"1"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const rest = new REST({ api: `http://127.0.0.1:${port}`, retries: 0, version: '10' }).setToken('token');
  let ahead = 0;
  const real = Date.now;
  vi.spyOn(Date, 'now').mockImplementation(() => real() + ahead);
  const steady = steadyRest(
    rest,
    { now: () => Date.now(), steady: () => performance.now() },
    { lookEvery: 10, onItsWay: 100 },
  );
  closing.push(steady.close, () => {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
    server.closeAllConnections();
    server.close();
  });
  return {
    steady,
    calls: () => calls,
    jump(ms: number) {
      ahead += ms;
    },
  };
}

it('a call that would wait for an hour is made again at once', async () => {
  const { steady, jump, calls } = await limited();
  const call = () => steady.post('/channels/1/messages', { body: {} });
  await call();
  // From the second one on, discord.js knows the limit of the route.
  await call();
  jump(-HOUR);
  await expect(persist(call, { now: () => Date.now() })).resolves.toEqual({ id: '1' });
  expect(calls()).toBe(3);
}, 30_000);

it('a clock that runs, or is set forward, disturbs nothing', async () => {
  const { steady, jump, calls } = await limited();
  await steady.get('/channels/1/messages');
  jump(HOUR);
  await steady.get('/channels/1/messages');
  await steady.get('/channels/1/messages');
  expect(calls()).toBe(3);
}, 30_000);
