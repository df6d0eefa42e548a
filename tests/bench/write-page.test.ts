import { expect, it } from 'vitest';
import { replaceBetweenMarks } from '../../bench/write-page.ts';

const page = 'Before\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nAfter\n';

it('replaces what is between the marks, as often as it is run', () => {
  const once = replaceBetweenMarks(page, 'new');
  expect(once).toBe('Before\n<!-- bench: begin -->\n\nnew\n\n<!-- bench: end -->\nAfter\n');
  expect(replaceBetweenMarks(once, 'new')).toBe(once);
});

it('refuses a page without marks', () => {
  expect(() => replaceBetweenMarks('Nothing here', 'new')).toThrow('bench: begin');
});
