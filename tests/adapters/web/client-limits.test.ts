/** Clients are counted in windows, by network, and in a memory that floods do not fill. */
import { expect, it } from 'vitest';
import { countedClient } from '../../../src/adapters/web/client-address.ts';
import { createClientLimit, MAX_CLIENTS } from '../../../src/adapters/web/client-limits.ts';

it('a window begins with the first time and ends after its length', () => {
  let now = 1_000_000;
  const limit = createClientLimit({ most: 2, windowMs: 60_000 }, () => now);
  limit.count('192.0.2.1');
  now += 30_000;
  limit.count('192.0.2.1');
  expect(limit.waiting('192.0.2.1')).toBe(30);
  expect(limit.waiting('192.0.2.2')).toBeNull();
  now += 30_000;
  expect(limit.waiting('192.0.2.1')).toBeNull();
});

it('forgets the longest unseen of very many', () => {
  const limit = createClientLimit({ most: 1, windowMs: 60_000 }, () => 0);
  limit.count('first');
  for (let client = 0; client < MAX_CLIENTS; client += 1) limit.count(`client-${client}`);
  expect(limit.waiting('first')).toBeNull();
  expect(limit.waiting(`client-${MAX_CLIENTS - 1}`)).toBe(60);
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8::1', '2001:0db8:0000:0000'],
  ['2001:DB8:0:0:ffff::', '2001:0db8:0000:0000'],
  ['::1', '0000:0000:0000:0000'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, counted) => {
  expect(countedClient(address)).toBe(counted);
});
