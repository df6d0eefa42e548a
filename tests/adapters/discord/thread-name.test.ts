/** The names of threads: short, visible, and never empty. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { threadName } from '../../../src/adapters/discord/thread-name.ts';

test('a question names its thread', () => {
  expect(threadName('Qui a attaqué\nle ministère ?')).toBe('Qui a attaqué le ministère ?');
  expect(threadName(' \u200b ')).toBe('Casebook');
  expect(threadName(`${'mot '.repeat(40)}?`)).toMatch(/mot…$/);
});

test('whatever is asked, Discord takes the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (question) => {
      const name = threadName(question);
      expect(name.length).toBeGreaterThanOrEqual(1);
      expect(name.length).toBeLessThanOrEqual(100);
      expect(name).not.toMatch(/\p{Cc}/u);
    }),
  );
});
