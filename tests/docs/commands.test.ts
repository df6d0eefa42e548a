/** The page of commands has them all: those of the chat from the registry, those of the terminal from package.json. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withChatCommands } from '../../scripts/commands-reference.ts';
import { COMMANDS } from '../../src/bot/registry.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('docs/commands.md');

test('the chat commands are up to date: npm run docs:commands writes them', () => {
  expect(withChatCommands(page)).toBe(page);
  for (const { name, typedOnly } of COMMANDS)
    if (typedOnly !== true) expect(page).toContain(`\n### /${name}\n`);
});

test('each npm command has its line, and no other has one', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const lines = [...page.matchAll(/^\| `npm (?:run )?([\w:-]+)` \|/gm)].map((match) => match[1]);
  expect(lines.sort()).toEqual(Object.keys(scripts).sort());
});
