import { expect, test } from 'vitest';
import { isPinyinIn } from '../../src/verify/pinyin.ts';
import { sameName } from '../../src/verify/spelling.ts';

test.each([
  ['galouchkevitch', 'galushkevich'],
  ['badine', 'badin'],
  ['kostioukov', 'kostyukov'],
  ['sergueï', 'sergei'],
])('%s and %s are one name', (a, b) => {
  expect(sameName(a.normalize('NFKD').replace(/\p{M}/gu, ''), b)).toBe(true);
});

test('another ending is another name', () => {
  expect(sameName('zerodate', 'zerodata')).toBe(false);
});

test('a name in pinyin is found by the initials of its syllables', () => {
  expect(isPinyinIn('tianhe', '广州市公安局天河区分局')).toBe(true);
  expect(isPinyinIn('haizhu', '广州市公安局天河区分局')).toBe(false);
  expect(isPinyinIn('microsoft', '广州市')).toBe(false);
});
