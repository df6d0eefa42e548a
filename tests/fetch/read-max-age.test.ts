import { expect, test } from 'vitest';
import { readMaxAge } from '../../src/fetch/read-max-age.ts';

test.each([
  [undefined, null],
  ['', null],
  ['public', null],
  ['max-age=60', 60],
  ['Public, MAX-AGE="600"', 600],
  ['s-maxage=9, max-age=0', 0],
  ['max-age=60, no-cache', 0],
  ['no-store', 0],
  ['max-age=-5', null],
  ['max-age=soon', null],
])('%j: %j seconds', (header, seconds) => {
  expect(readMaxAge(header)).toBe(seconds);
});
