/** Whether parts answer: none can hold up the rest, and a busy one is no dead one. */
import { expect, test } from 'vitest';
import { askParts, createPatientCheck, report } from '../../src/ops/health.ts';

const never = () => new Promise<never>(() => undefined);

test('a part that is silent or fails is told by name, the others as they are', async () => {
  const failed: [string, unknown][] = [];
  const states = await askParts(
    [
      { name: 'index', check: async () => null },
      { name: 'state', check: async () => Promise.reject(new Error('postgres://u:secret@db')) },
      { name: 'slack', check: async () => 'not connected' },
      { name: 'discord', check: never },
    ],
    (part, error) => void failed.push([part, error]),
    20,
  );
  expect(states).toEqual({
    index: { ok: true, state: 'ok' },
    state: { ok: false, state: 'failing' },
    slack: { ok: false, state: 'not connected' },
    discord: { ok: false, state: 'no answer in time' },
  });
  expect(failed).toEqual([['state', new Error('postgres://u:secret@db')]]);
});

test('is ready only while it runs and every part is well', () => {
  const well = { index: { ok: true, state: 'ok' } };
  expect(report('running', well)).toMatchObject({ ok: true, status: 'ready' });
  expect(report('starting', well)).toMatchObject({ ok: false, status: 'starting' });
  expect(report('stopping', well)).toMatchObject({ ok: false, status: 'stopping' });
  expect(report('running', { index: { ok: false, state: 'failing' } })).toMatchObject({
    ok: false,
    status: 'not ready',
  });
});

test('what is busy is well until it has been silent for too long, and is asked once at a time', async () => {
  let time = 0;
  let asked = 0;
  let answer = Promise.withResolvers<void>();
  const check = createPatientCheck(
    () => {
      asked += 1;
      return answer.promise;
    },
    { longest: 1_000, now: () => time, patience: 5 },
  );
  expect(await check()).toBeNull();
  time = 900;
  expect(await check()).toBeNull();
  time = 1_100;
  expect(await check()).toBe('no answer in time');
  expect(asked).toBe(1);
  answer.resolve();
  await answer.promise;
  answer = Promise.withResolvers();
  expect(await check()).toBeNull();
  expect(asked).toBe(2);
  const failing = createPatientCheck(() => Promise.reject(new Error('closed')), { longest: 9, now: () => 0 });
  await expect(failing()).rejects.toThrow('closed');
});
