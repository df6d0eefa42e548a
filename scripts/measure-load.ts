/**
 * Measures how many answers a second the server gives while 95 of 100 are whole within 300 ms:
 * `node scripts/measure-load.ts [--replicas 2] [--postgres] [--seconds 20] [--rate R] [--limit 300] [--json] [--profile FOLDER] [--node OPTION]`.
 *
 * Servers are started as `npm start` does, and asked through the web chat's HTTP. Questions come at a steady rate and do
 * not wait for one another. The rate rises until the limit is passed, then the highest that holds is looked for; with
 * `--rate` that one alone is measured. What asks runs on the same machine.
 */

import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startPostgres } from '../tests/support/postgres-kit.ts';
import { SHIPPED_CORPUS } from '../tests/support/run-process.ts';
import { hotSpots } from './load/hot-spots.ts';
import { type LoadResult, offerLoad } from './load/offer-load.ts';
import { type ServedBot, startServedBot } from './load/served-bot.ts';
import { variedQuestions } from './load/varied-questions.ts';

interface MeasuredLoad extends LoadResult {
  /** That the servers used on average. */
  readonly cores: number;
  readonly cpuMsPerReply: number;
}

const { values } = parseArgs({
  options: {
    replicas: { type: 'string', default: '1' },
    postgres: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '20' },
    rate: { type: 'string' },
    limit: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
    profile: { type: 'string' },
    node: { type: 'string', multiple: true, default: [] },
  },
});
const seconds = Number(values.seconds);
/** Milliseconds in which 95 of 100 replies must be whole. */
const limit = Number(values.limit);
/** Questions before anything is measured: the first ones load code. */
const WARM_UP = 200;
/** The search for the highest rate ends when it is known to so much of itself. */
const PRECISION = 0.08;

const questions = variedQuestions(SHIPPED_CORPUS);
const postgres = values.postgres ? await startPostgres({ vectors: true }) : null;
const url = await postgres?.newDatabase();
const bots: ServedBot[] = [];
try {
  for (let n = 0; n < Number(values.replicas); n += 1)
    bots.push(
      await startServedBot({
        env: url === undefined ? {} : { DATABASE_URL: url },
        nodeArgs: [
          ...(values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]),
          ...values.node,
        ],
      }),
    );
  await pause(3_000);
  const idle = bots.map((bot) => Math.round(bot.memory()));
  let from = 0;
  const measure = async (rate: number, time: number): Promise<MeasuredLoad> => {
    const cpu = () => bots.reduce((sum, bot) => sum + bot.cpu(), 0);
    const before = cpu();
    const began = performance.now();
    const urls = bots.map((bot) => bot.url ?? '');
    const result = await offerLoad({ urls, questions, rate, seconds: time, from });
    from += result.asked;
    const used = cpu() - before;
    const measured = {
      ...result,
      cores: Math.round((used / ((performance.now() - began) / 1_000)) * 100) / 100,
      cpuMsPerReply: Math.round(((used * 1_000) / result.asked) * 10) / 10,
    };
    process.stderr.write(
      `${rate.toFixed(1)} a second: p50 ${result.p50} p95 ${result.p95} p99 ${result.p99} ms, ` +
        `${result.answered} answered, ${result.refused} refused, ${result.failed} failed, ${measured.cores} cores, ${measured.cpuMsPerReply} ms CPU each\n`,
    );
    return measured;
  };
  await measure(10, WARM_UP / 10);
  const best =
    values.rate === undefined ? await highest(measure) : await measure(Number(values.rate), seconds);
  const loaded = bots.map((bot) => Math.round(bot.memory()));
  const outcome = {
    state: values.postgres ? 'PostgreSQL' : 'embedded',
    replicas: bots.length,
    questions: questions.length,
    readyAfterMs: bots.map((bot) => Math.round(bot.readyAfter)),
    idleMemoryMb: idle,
    loadedMemoryMb: loaded,
    limitMs: limit,
    best,
  };
  if (values.json) console.log(JSON.stringify(outcome, null, 2));
  else console.log(outcome);
} finally {
  const codes = await Promise.all(bots.map((bot) => bot.stop()));
  await postgres?.stop();
  for (const line of new Set(bots.flatMap((bot) => bot.log))) process.stderr.write(`${line.slice(0, 300)}\n`);
  if (codes.some((code) => code !== 0)) process.exitCode = 1;
}
if (values.profile !== undefined) for (const line of hotSpots(values.profile)) console.log(line);

/** Doubles the rate until the limit is passed, then halves the interval between what held and what did not. */
async function highest<Result extends LoadResult>(
  measure: (rate: number, seconds: number) => Promise<Result>,
): Promise<Result | null> {
  const holds = ({ p95, failed }: LoadResult) => p95 <= limit && failed === 0;
  let best: Result | null = null;
  let low = 0;
  let high = 10;
  for (;;) {
    const result = await measure(high, seconds);
    if (!holds(result)) break;
    [best, low, high] = [result, high, high * 2];
  }
  while ((high - low) / high > PRECISION) {
    const rate = (low + high) / 2;
    const result = await measure(rate, seconds);
    if (holds(result)) [best, low] = [result, rate];
    else high = rate;
    // What was too much is worked off before the next.
    await pause(1_000);
  }
  return best;
}
