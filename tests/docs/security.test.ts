/** The limits that the page on security names are where it says. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('docs/security.md');
const codes = (cell: string | undefined) =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');

it('each constant of the table of limits stands in one of the files beside it', () => {
  const rows = page.split('\n').filter((line) => /\| `src\/[^|]+\|$/.test(line));
  expect(rows.length).toBeGreaterThan(25);
  for (const row of rows) {
    const cells = row.split('|');
    const texts = codes(cells[4]).map(read);
    for (const constant of codes(cells[3]))
      expect(
        texts.some((text) => new RegExp(`const ${constant}\\b`).test(text)),
        `${constant}: ${row}`,
      ).toBe(true);
  }
});

it('each file that it names is there', () => {
  for (const [, path] of page.matchAll(/`((?:src|tests|prompts|scripts)\/[\w/.-]+\.ts)`/g))
    expect(existsSync(new URL(`../../${path}`, import.meta.url)), path).toBe(true);
});
