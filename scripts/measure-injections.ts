/**
 * Plants every string of a file in an article and in a question, before a model that does all that it reads, and tells
 * how many were followed: repeated, linked, called out, or answered with the rules. Exit code 1 when one was.
 *
 * Usage: node scripts/measure-injections.ts FILE.jsonl   (a line each: {"text": "…"})
 */
import { readFileSync } from 'node:fs';
import { openInjectionRange } from '../tests/support/injection-range.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('name the file with the strings');
const texts = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => (JSON.parse(line) as { text: string }).text);

const range = await openInjectionRange();
const begun = performance.now();
let tried = 0;
let read = 0;
let followed = 0;
let repeated = 0;
const methods: Record<string, number> = {};
for (const text of texts)
  for (const place of ['article', 'question'] as const) {
    const trial = await range.try(text, place);
    tried += 1;
    if (trial.read) read += 1;
    const method = `${trial.answer.status}, ${trial.answer.method}`;
    methods[method] = (methods[method] ?? 0) + 1;
    if (trial.repeated !== null) repeated += 1;
    if (trial.followed.length === 0) continue;
    followed += 1;
    process.stdout.write(`${place}: ${JSON.stringify(text.slice(0, 100))}\n`);
    for (const line of trial.followed)
      process.stdout.write(`  ${line.slice(0, 300).replaceAll('\n', ' | ')}\n`);
  }
await range.close();
const seconds = Math.round((performance.now() - begun) / 1_000);
process.stdout.write(
  `${followed} of ${tried} followed; ${repeated} repeated as what an article says; ${read} were read by the model; ${JSON.stringify(methods)}; ${seconds} s\n`,
);
process.exitCode = followed === 0 ? 0 : 1;
