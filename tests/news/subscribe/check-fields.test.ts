/** What is wrong with a field is said on one line, however it was typed. */
import { expect, it } from 'vitest';
import { loadLexicon } from '../../../src/lexicon/lexicon.ts';
import { checkFields } from '../../../src/news/subscribe/check-fields.ts';

it('repeats of what was typed as much as it takes to know it again, on one line', () => {
  const typed = `nonsense\nwith lines\u202e and ${'more '.repeat(100)}`;
  const fields = { timeZone: typed, schedule: typed, quietHours: typed, maxPerHour: typed, mode: 'digest' };
  const checked = checkFields(fields as never, { lexicon: loadLexicon(), lang: 'en', timeZone: 'UTC' });
  const problems = checked.ok ? [] : checked.problems;
  expect(problems.map(({ field }) => field)).toEqual(['timeZone', 'schedule', 'quietHours', 'maxPerHour']);
  for (const { text } of problems) {
    expect(text).toContain('nonsense with lines and');
    expect(text).not.toMatch(/[\n\u202e]/);
    expect(text.length).toBeLessThan(400);
  }
});
