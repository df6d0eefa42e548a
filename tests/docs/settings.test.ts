/** The reference of settings is what the schema says. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { envExample, settingsPage } from '../../scripts/settings-reference.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test.each([
  ['.env.example', envExample],
  ['docs/settings.md', settingsPage],
])('%s is up to date: npm run docs:settings writes it', (file, make) => {
  expect(make()).toBe(read(file));
});
