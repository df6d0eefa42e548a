/** `npm run -s sbom [-- --out FILE]`: the bill of materials of the production tree, as CycloneDX JSON. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeSbom } from './supply/make-sbom.ts';
import { readProductionTree } from './supply/production-packages.ts';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const text = `${JSON.stringify(makeSbom(readProductionTree(resolve(import.meta.dirname, '..'))), null, 2)}\n`;
if (values.out === undefined) process.stdout.write(text);
else writeFileSync(values.out, text);
