/**
 * `npm run soak -- [SCENARIO…] [--minutes 10] [--rate 5] [--seed N] [--out FILE]`: the server as it is started, under
 * questions from the tests' Slack and Discord, while things go wrong. Without a name, every scenario takes its turn.
 * Writes one JSON document: what was injected, what was lost. Exit code 1 when a reply was lost or doubled, the bot did
 * not recover, or memory grew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SCENARIOS } from './soak/all-scenarios.ts';
import { type RunSummary, runScenario } from './soak/run-scenario.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '10' },
    rate: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    out: { type: 'string' },
  },
});
/** Growth between the second and the last minute that is taken for noise, in megabytes. */
const NOISE = 15;

const unknown = positionals.filter((name) => SCENARIOS.every((scenario) => scenario.name !== name));
if (unknown.length > 0) {
  const known = SCENARIOS.map(({ name, what }) => `  ${name}: ${what}`);
  console.error([`there is no ${unknown.join(', ')}; there are`, ...known].join('\n'));
  process.exit(2);
}
const questions = (
  JSON.parse(readFileSync(new URL('../tests/fixtures/questions.json', import.meta.url), 'utf8')) as {
    question: string;
  }[]
).map(({ question }) => question);

const summaries: (RunSummary & { growth: number; well: boolean })[] = [];
for (const scenario of SCENARIOS.filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
)) {
  console.error(`${scenario.name}: ${scenario.what}`);
  const summary = await runScenario(scenario, {
    questions,
    seconds: Number(values.minutes) * 60,
    rate: Number(values.rate),
    seed: Number(values.seed),
    tell: (line) => console.error(line),
  });
  const { perMinute } = summary.memory;
  const growth = perMinute.length < 3 ? 0 : (perMinute.at(-1) ?? 0) - (perMinute[1] ?? 0);
  const { lost, doubled, recoveredAfterMs, exitCode } = summary;
  const well =
    lost.length + doubled.length === 0 && recoveredAfterMs !== null && exitCode === 0 && growth <= NOISE;
  summaries.push({ ...summary, growth, well });
}
const report = `${JSON.stringify(summaries, null, 2)}\n`;
if (values.out === undefined) process.stdout.write(report);
else writeFileSync(values.out, report);
process.exit(summaries.every(({ well }) => well) ? 0 : 1);
