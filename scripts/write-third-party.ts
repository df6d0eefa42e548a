/** `npm run licences`: writes `THIRD-PARTY.md`, and tells licences that are not allowed. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { supplyProblems, thirdPartyPage } from './supply/third-party.ts';

const root = resolve(import.meta.dirname, '..');
writeFileSync(join(root, 'THIRD-PARTY.md'), thirdPartyPage(root));
const problems = supplyProblems(root);
console.log(['THIRD-PARTY.md', ...problems].join('\n'));
process.exitCode = problems.length === 0 ? 0 : 1;
