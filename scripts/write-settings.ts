/** `npm run docs:settings`: writes `docs/settings.md` and `.env.example`. A test says when they are stale. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { envExample, settingsPage } from './settings-reference.ts';

const root = resolve(import.meta.dirname, '..');
writeFileSync(join(root, '.env.example'), envExample());
writeFileSync(join(root, 'docs', 'settings.md'), settingsPage());
console.log('.env.example\ndocs/settings.md');
