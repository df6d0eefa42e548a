/**
 * `npm run soak -- [--minutes 10] [--rate 5]`: the server as it is started, under questions from the tests' Slack and
 * Discord. Tells replies lost and doubled, how long they took, and how memory went. Exit code 1 when one was lost or
 * doubled, or memory grew.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pkg from '../package.json' with { type: 'json' };
import { newFolder, SHIPPED_CORPUS } from '../tests/support/run-process.ts';
import { type Asked, createAskers } from './soak/askers.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string' }, rate: { type: 'string' } } });
const minutes = Number(values.minutes ?? 10);
/** Questions a second. */
const rate = Number(values.rate ?? 5);
/** What a reply may take before it counts as lost, in milliseconds. */
const REPLY_DEADLINE = 60_000;
/** Growth between the second and the last minute that is taken for noise, in megabytes. */
const NOISE = 15;

const questions = (
  JSON.parse(readFileSync(new URL('../tests/fixtures/questions.json', import.meta.url), 'utf8')) as {
    question: string;
  }[]
).map(({ question }) => question);

const askers = await createAskers();
const dataDir = newFolder();
const main = new URL('../src/main.ts', import.meta.url).pathname;
/** What `npm start` passes to Node. */
const startOptions = /^node (--.*) src\/main\.ts$/.exec(pkg.scripts.start)?.[1]?.split(' ') ?? [];
const bot = spawn(process.execPath, [...startOptions, main], {
  cwd: dataDir,
  env: {
    PATH: process.env.PATH ?? '',
    CASEBOOK_DATA_DIR: dataDir,
    CORPUS_DIRS: SHIPPED_CORPUS,
    RATE_LIMIT_USER: '0',
    RATE_LIMIT_CHANNEL: '0',
    LOG_LEVEL: 'warn',
    ...askers.env,
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise<void>((resolve, reject) => {
  bot.stdout.once('data', (line: Buffer) => {
    process.stdout.write(line);
    resolve();
  });
  bot.once('exit', (code) => reject(new Error(`the bot ended with ${code} before it was ready`)));
});

/** Resident memory of the bot, in megabytes. */
function memory(): number {
  const status = readFileSync(`/proc/${bot.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

const idle = memory();
const durations: number[] = [];
const lost: string[] = [];
const doubled: string[] = [];
const perMinute: number[][] = [];
const waiting = new Set<Promise<void>>();

async function follow(asked: Asked): Promise<void> {
  const began = performance.now();
  while (asked.replies() === 0) {
    if (performance.now() - began > REPLY_DEADLINE) {
      lost.push(asked.how);
      return;
    }
    await pause(50);
  }
  durations.push(performance.now() - began);
  await pause(2_000);
  if (asked.replies() > 1) doubled.push(asked.how);
}

const start = performance.now();
const end = start + minutes * 60_000;
for (let n = 0; performance.now() < end; n++) {
  const question = questions[n % questions.length] ?? '';
  const asked = await askers.ask(n, question);
  const work = follow(asked).finally(() => waiting.delete(work));
  waiting.add(work);
  const minute = Math.floor((performance.now() - start) / 60_000);
  perMinute[minute] ??= [];
  perMinute[minute]?.push(memory());
  if (n % Math.max(1, Math.round(rate * 60)) === 0)
    console.log(`minute ${minute}: ${n} asked, ${durations.length} answered, ${memory().toFixed(0)} MB`);
  await pause(Math.max(0, start + ((n + 1) * 1_000) / rate - performance.now()));
}
await Promise.all(waiting);

const sorted = durations.toSorted((a, b) => a - b);
const at = (share: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
const median = (numbers: readonly number[] = []) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const whole = perMinute.filter((samples) => samples.length > 10);
const growth = median(whole.at(-1)) - median(whole[1] ?? whole[0]);
console.log(`asked and answered ${durations.length}, lost ${lost.length}, doubled ${doubled.length}`);
for (const how of new Set([...lost, ...doubled])) console.log(`  ${how}`);
console.log(`reply complete after ${at(0.5)} ms (median), ${at(0.99)} ms (99th percentile)`);
console.log(
  `memory: idle ${idle.toFixed(0)} MB, by minute ${whole.map((m) => median(m).toFixed(0)).join(' ')} MB`,
);
console.log(`growth from the second to the last minute: ${growth.toFixed(1)} MB`);
const stopped = new Promise((resolve) => bot.once('exit', resolve));
bot.kill('SIGTERM');
await stopped;
await askers.close();
rmSync(dataDir, { recursive: true, force: true });
process.exit(lost.length + doubled.length > 0 || growth > NOISE ? 1 : 0);
