/** `npm run docs:commands`: makes the list of chat commands in `docs/commands.md` anew. A test says when it is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withChatCommands } from './commands-reference.ts';

const page = join(resolve(import.meta.dirname, '..'), 'docs', 'commands.md');
writeFileSync(page, withChatCommands(readFileSync(page, 'utf8')));
console.log('docs/commands.md');
