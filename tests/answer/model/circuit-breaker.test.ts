/** A model that fails is left alone, and comes back by one trial. */
import { describe, expect, it } from 'vitest';
import {
  type CircuitBreaker,
  createCircuitBreaker,
  type Pass,
} from '../../../src/answer/model/circuit-breaker.ts';

function start() {
  const clock = { time: 0 };
  const changes: string[] = [];
  const breaker = createCircuitBreaker({
    failures: 3,
    restMs: 1_000,
    longestRestMs: 5_000,
    now: () => clock.time,
    onChange: (state, reason) => changes.push(`${state}: ${reason}`),
  });
  return { clock, breaker, changes };
}

const pass = (breaker: CircuitBreaker): Pass => breaker.enter() ?? expect.fail('the model rests');
const fail = (breaker: CircuitBreaker, times = 1, restMs?: number): void => {
  for (let i = 0; i < times; i += 1) pass(breaker).fail('no answer', restMs);
};

describe('a circuit breaker', () => {
  it('opens after so many failures in a row, not counting those before a success', () => {
    const { breaker, changes } = start();
    fail(breaker, 2);
    pass(breaker).succeed();
    fail(breaker, 2);
    expect(breaker.state).toBe('closed');
    fail(breaker);
    expect(breaker.enter()).toBeNull();
    expect(changes).toEqual(['open: no answer']);
  });

  it('lets one try after the rest, and closes when that one succeeds', () => {
    const { breaker, clock } = start();
    fail(breaker, 3);
    clock.time = 999;
    expect(breaker.enter()).toBeNull();
    clock.time = 1_000;
    const trial = pass(breaker);
    expect(breaker.enter()).toBeNull();
    trial.succeed();
    expect(breaker.state).toBe('closed');
    fail(breaker, 2);
    expect(breaker.state).toBe('closed');
  });

  it('rests twice as long each time the trial fails, up to a limit', () => {
    const { breaker, clock } = start();
    fail(breaker, 3);
    for (const rest of [1_000, 2_000, 4_000, 5_000, 5_000]) {
      clock.time += rest - 1;
      expect(breaker.enter()).toBeNull();
      clock.time += 1;
      fail(breaker);
    }
  });

  it('lets another try when the first one told nothing', () => {
    const { breaker, clock } = start();
    fail(breaker, 3);
    clock.time = 1_000;
    pass(breaker).withdraw();
    pass(breaker).succeed();
    expect(breaker.state).toBe('closed');
  });

  it('opens at once for as long as the server asks, within the limit', () => {
    const { breaker, clock } = start();
    fail(breaker, 1, 3_000);
    clock.time = 2_999;
    expect(breaker.enter()).toBeNull();
    clock.time = 3_000;
    fail(breaker, 1, 1e9);
    clock.time = 8_000;
    pass(breaker).succeed();
    expect(breaker.state).toBe('closed');
  });

  it('hears nothing from calls that began before it opened', () => {
    const { breaker, clock } = start();
    const late = pass(breaker);
    fail(breaker, 3);
    late.succeed();
    expect(breaker.state).toBe('open');
    clock.time = 1_000;
    const trial = pass(breaker);
    late.fail('late');
    trial.succeed();
    expect(breaker.state).toBe('closed');
  });
});
