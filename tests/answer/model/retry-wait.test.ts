/** When a call is tried again: what may pass, while it fits into the time left. */
import { expect, it } from 'vitest';
import { retryWait } from '../../../src/answer/model/retry-wait.ts';
import { ModelFailure, toModelFailure } from '../../../src/core/model-failure.ts';

const wait = (failure: ModelFailure, calls = 1, left = 20_000) => retryWait(failure, calls, left, () => 0.5);
const busy = (retryAfterMs: number | null) => new ModelFailure('rate-limit', 'busy', 429, retryAfterMs);

it('waits a little, then twice as long, then no more', () => {
  expect([1, 2, 3].map((calls) => wait(new ModelFailure('server', 'oops', 503), calls))).toEqual([
    400,
    800,
    null,
  ]);
});

it('waits as long as the server asks, if the person can', () => {
  expect(wait(busy(6_000))).toBe(6_000);
  expect(wait(busy(6_000), 1, 6_500)).toBeNull();
  expect(wait(busy(60_000))).toBeNull();
});

it('repeats nothing that is refused', () => {
  for (const kind of ['auth', 'rejected', 'timeout', 'cut-off', 'empty', 'over-budget'] as const)
    expect(wait(new ModelFailure(kind, 'no'))).toBeNull();
});

it('reads the wait from the headers of each client', () => {
  const after = (headers: unknown) => toModelFailure(Object.assign(new Error('x'), { status: 429, headers }));
  expect(after(new Headers({ 'retry-after': '7' })).retryAfterMs).toBe(7_000);
  expect(after({ 'retry-after': '0.5' }).retryAfterMs).toBe(500);
  expect(after(new Headers({ 'retry-after-ms': '250', 'retry-after': '7' })).retryAfterMs).toBe(250);
  const inAMinute = after(new Headers({ 'retry-after': new Date(Date.now() + 60_000).toUTCString() }));
  expect(inAMinute.retryAfterMs).toBeGreaterThan(50_000);
  for (const headers of [undefined, {}, new Headers({ 'retry-after': 'soon' }), { 'retry-after': '' }])
    expect(after(headers).retryAfterMs).toBeNull();
});
