/**
 * `npm run fuzz -- [--minutes N] [--data FOLDER] [--only NAME] [--seed N]`: damaged inputs for every parser that meets
 * foreign bytes, in turn, until the time is over. Prints what was tried, and of each finding the seed that repeats it and
 * the shortest input found. Exit code 1 when there is one.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { ALL_TARGETS } from '../tests/support/fuzz/all-targets.ts';
import { damaged } from '../tests/support/fuzz/damage.ts';
import type { FuzzTarget } from '../tests/support/fuzz/fuzz-target.ts';
import { examplesFor, readExamples } from './fuzz/examples.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    data: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string' },
  },
});

/** Inputs of one parser before the next has its turn. */
const TURN = 200;
/** Characters of a long input that are shown, of its start and of its end. */
const SHOWN = 700;
/** Milliseconds of work that one input may take: more is an input made to be slow. Others' work does not count. */
const SLOW = 5_000;

const targets = ALL_TARGETS.filter(({ name }) => values.only === undefined || name.includes(values.only));
if (targets.length === 0) {
  console.error(
    `No parser is called ${values.only}; there are: ${ALL_TARGETS.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error('--minutes takes a number above 0');
  process.exit(2);
}
if (values.data !== undefined && !existsSync(values.data))
  console.log(`${values.data} is not there: only the own examples are used`);

const examples = readExamples(values.data);
const tried = new Map<string, number>();
const found = new Map<string, string>();
const slowest = new Map<string, number>();
const end = Date.now() + minutes * 60_000;

// The files as they are come first: nothing is damaged that is not read whole.
for (const target of targets)
  for (const bytes of examplesFor(target, examples)) await tryOne(target, bytes, 'a file as it is');
for (let round = 0; Date.now() < end; round += 1)
  for (const target of targets) {
    if (Date.now() >= end) break;
    if (!found.has(target.name))
      await turn(target, values.seed === undefined ? undefined : Number(values.seed) + round);
  }

for (const { name } of targets)
  console.log(
    `${found.has(name) ? 'FAIL' : 'ok  '} ${name}: ${tried.get(name) ?? 0} inputs, the slowest ${slowest.get(name) ?? 0} ms`,
  );
for (const [name, words] of found) console.log(`\n${name}: ${words}`);
const total = [...tried.values()].reduce((sum, count) => sum + count, 0);
console.log(
  `${total} inputs for ${targets.length} parsers, ${examples.length} examples of the data, ${found.size} findings`,
);
process.exit(found.size === 0 ? 0 : 1);

async function turn(target: FuzzTarget, seed: number | undefined): Promise<void> {
  const details = await fc.check(
    fc.asyncProperty(damaged(target, examplesFor(target, examples)), (input) => measured(target, input)),
    {
      numRuns: TURN,
      interruptAfterTimeLimit: Math.max(1_000, end - Date.now()),
      ...(seed === undefined ? {} : { seed }),
    },
  );
  if (details.failed && details.counterexample !== null)
    report(target, details.counterexample[0], `--seed=${details.seed}`, details.errorInstance);
}

async function tryOne(target: FuzzTarget, input: Uint8Array, what: string): Promise<void> {
  if (found.has(target.name)) return;
  try {
    await measured(target, input);
  } catch (error) {
    report(target, input, what, error);
  }
}

async function measured(target: FuzzTarget, input: Uint8Array): Promise<void> {
  const begun = process.cpuUsage();
  await target.run(input);
  const took = Math.round(process.cpuUsage(begun).user / 1_000);
  tried.set(target.name, (tried.get(target.name) ?? 0) + 1);
  slowest.set(target.name, Math.max(took, slowest.get(target.name) ?? 0));
  if (took > SLOW) throw new Error(`took ${took} ms`);
}

function report({ name }: FuzzTarget, input: Uint8Array, what: string, error: unknown): void {
  const shown = JSON.stringify(Buffer.from(input).toString('latin1'));
  const ends = `${shown.slice(0, SHOWN)} … ${shown.slice(-SHOWN)} (${input.length} bytes)`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const words =
    cause instanceof Error
      ? (cause.stack ?? cause.message).split('\n').slice(0, 6).join('\n')
      : String(cause);
  found.set(name, `${what}\n${shown.length > 2 * SHOWN ? ends : shown}\n${words}`);
  console.log(`FAIL ${name}`);
}
