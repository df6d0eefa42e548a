/** Whether the connection stands, as probes ask it. */
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { started } from '../../support/discord/keeping-bot.ts';

test('stands, is down while it is cut, and stands again', async () => {
  const { server, running } = await started();
  const { adapter } = running;
  expect(adapter.connected?.()).toBe(true);
  server.gateway.cut();
  while (adapter.connected?.() === true) await turn();
  await server.until(() => adapter.connected?.() === true, 15_000);
});
