/** Lets people ask while things go wrong, and counts: replies lost and doubled, memory, and how soon all is well again. */
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../bench/random.ts';
import { newFolder } from '../../tests/support/run-process.ts';
import { type ServedBot, startServedBot } from '../load/served-bot.ts';
import { type Asked, createAskers } from './askers.ts';
import type { Fault, RunningBot, Scenario } from './scenario.ts';

export interface RunOptions {
  readonly questions: readonly string[];
  readonly seconds: number;
  /** Questions a second. */
  readonly rate: number;
  /** The faults are drawn by it. */
  readonly seed: number;
  /** Told how it goes, a line a minute, and the log when a reply was lost. */
  readonly tell: (line: string) => void;
}

export interface RunSummary {
  readonly scenario: string;
  readonly seed: number;
  readonly seconds: number;
  /** How often each fault was set off. */
  readonly injected: Readonly<Record<string, number>>;
  readonly asked: number;
  readonly answered: number;
  /** Askers who were told that it failed, with a reference, instead. */
  readonly toldOfFailure: number;
  /** Askers who were told that too many ask, instead. */
  readonly turnedAway: number;
  /** In which ways they were asked. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** From the end of all faults to the answer to a question that was put then, in milliseconds; null: none came. */
  readonly recoveredAfterMs: number | null;
  /** From question to whole reply, in milliseconds. */
  readonly replyMs: { readonly median: number; readonly p99: number };
  /** Megabytes: when it was ready, and the median of each minute. */
  readonly memory: { readonly idle: number; readonly perMinute: readonly number[] };
  readonly exitCode: number | null;
  /** Different messages of the log at level error, with how often each came. */
  readonly errors: Readonly<Record<string, number>>;
}

/** What a reply may take before it counts as lost, in milliseconds: after two minutes the bot says that it gave up. */
const REPLY_DEADLINE = 150_000;
/** The same where a question may reach the bot late: Slack delivers an event for the last time after five minutes more. */
const REDELIVERY_DEADLINE = REPLY_DEADLINE + 310_000;
/** For which a second reply is waited. */
const DOUBLE_WATCH = 3_000;
/** For which the answer is waited of somebody who was told that it failed. */
const FAILURE_WATCH = 15_000;
const LOOK = 50;
/** Lines of the log that are told when a reply was lost. */
const LOG_TOLD = 200;

export async function runScenario(scenario: Scenario, options: RunOptions): Promise<RunSummary> {
  const { questions, seconds, rate, seed, tell } = options;
  const random = createRandom(seed);
  const dataDir = newFolder();
  const askers = await createAskers();
  const prepared = await scenario.prepare(askers, dataDir);
  const deadline = prepared.away || prepared.redelivered ? REDELIVERY_DEADLINE : REPLY_DEADLINE;
  const start = () =>
    startServedBot({
      dataDir,
      nodeArgs: prepared.nodeArgs ?? [],
      wrapper: prepared.wrapper ?? [],
      env: { ...askers.env, ...prepared.env },
    });
  const errors: Record<string, number> = {};
  let bot = await start();
  const running: RunningBot = {
    current: () => bot,
    async restart(signal) {
      await bot.stop(signal);
      countErrors(bot, errors);
      bot = await start();
    },
  };
  const idle = Math.round(bot.memory());
  const minutes: number[][] = [];
  const durations: number[] = [];
  const lost: string[] = [];
  const doubled: string[] = [];
  let toldOfFailure = 0;
  let turnedAway = 0;

  const follow = async (asked: Asked): Promise<number | null> => {
    const began = performance.now();
    const askedAt = new Date();
    let told = false;
    for (;;) {
      if (asked.replies() > 0) break;
      told ||= asked.toldOfFailure();
      if (told && performance.now() - began > FAILURE_WATCH) {
        toldOfFailure += 1;
        return null;
      }
      if (performance.now() - began > deadline) {
        if (asked.turnedAway()) {
          turnedAway += 1;
          return null;
        }
        lost.push(asked.how);
        tell(`lost: ${asked.how}, put at ${askedAt.toISOString()}; the log so far:`);
        for (const line of bot.log.slice(-LOG_TOLD)) tell(line);
        return null;
      }
      await pause(LOOK);
    }
    const took = performance.now() - began;
    await pause(DOUBLE_WATCH);
    if (asked.replies() > 1) doubled.push(asked.how);
    return took;
  };

  const injected: Record<string, number> = {};
  const began = performance.now();
  const over = () => performance.now() - began > seconds * 1_000;
  const goWrong = async () => {
    const faults = prepared.faults(running);
    while (faults.length > 0) {
      await pause(prepared.pause * (0.5 + random()));
      if (over()) return;
      const fault = faults[Math.floor(random() * faults.length)] as Fault;
      injected[fault.name] = (injected[fault.name] ?? 0) + 1;
      await fault.inject(random);
    }
  };
  const wrong = goWrong();
  const waiting = new Set<Promise<void>>();
  let count = 0;
  for (; !over(); count += 1) {
    const asked = await askers.ask(count, questions[count % questions.length] as string, prepared.away);
    const work: Promise<void> = follow(asked).then((took) => {
      if (took !== null) durations.push(took);
      waiting.delete(work);
    });
    waiting.add(work);
    const minute = Math.floor((performance.now() - began) / 60_000);
    minutes[minute] ??= [];
    const held = bot.memory();
    // Nothing while it is being started anew.
    if (held > 0) minutes[minute].push(held);
    if (count % Math.max(1, Math.round(rate * 60)) === 0)
      tell(
        `${scenario.name}, minute ${minute}: ${count} asked, ${durations.length} answered, ${Math.round(bot.memory())} MB`,
      );
    await pause(Math.max(0, began + ((count + 1) * 1_000) / rate - performance.now()));
  }
  await wrong;
  await prepared.calm?.();
  // In a way that needs no open connection to be told of a failure.
  const after = await askers.ask(1, questions[0] as string);
  const recovered = await follow(after);
  await Promise.all(waiting);
  const exitCode = await bot.stop();
  countErrors(bot, errors);
  await prepared.close?.();
  await askers.close();
  rmSync(dataDir, { recursive: true, force: true });
  durations.sort((a, b) => a - b);
  const at = (share: number) => Math.round(durations[Math.ceil(durations.length * share) - 1] ?? 0);
  return {
    scenario: scenario.name,
    seed,
    seconds,
    injected,
    asked: count,
    answered: durations.length,
    toldOfFailure,
    turnedAway,
    lost,
    doubled,
    recoveredAfterMs: recovered === null ? null : Math.round(recovered),
    replyMs: { median: at(0.5), p99: at(0.99) },
    memory: { idle, perMinute: minutes.filter((samples) => samples.length > 0).map(median) },
    exitCode,
    errors,
  };
}

function median(numbers: readonly number[]): number {
  return Math.round(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0);
}

function countErrors({ log }: ServedBot, errors: Record<string, number>): void {
  for (const line of log) {
    const message = /"level":"(?:error|fatal)".*"msg":"([^"]*)"/.exec(line)?.[1];
    // What is no line of the log is Node's own word on a defect.
    const key = message ?? (line.startsWith('{') ? null : line.slice(0, 200));
    if (key !== null) errors[key] = (errors[key] ?? 0) + 1;
  }
}
