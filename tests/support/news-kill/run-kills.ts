/** Kills processes that judge and post news at random instants, lets the next ones go on, and counts what stands. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openState, type State } from '../../../src/state/state.ts';
import { subscriptionWith } from '../../state/news-kit.ts';
import type { ChildOrder, ChildWord } from './child-words.ts';
import { countPosts, type PostCount } from './count-posts.ts';
import { startPlatforms, type TestPlatforms } from './test-platforms.ts';

export interface KillRun {
  readonly place: ChildOrder['place'];
  /** Processes that are killed at least. */
  readonly kills: number;
  /** Processes that work at a time. */
  readonly replicas: number;
  /** Milliseconds after which no further one is started. */
  readonly deadline: number;
  readonly random: () => number;
}

export interface KillCount extends PostCount {
  readonly kills: number;
  /** Of those, killed while a platform was being told of a post. */
  readonly midPost: number;
  readonly items: number;
  /** How often a channel was searched for a post that may have been made. */
  readonly looks: number;
  /** What went wrong without being ordered, in words. */
  readonly troubles: readonly string[];
}

/** Leases last three minutes at most: the clock of all is put forward when every process is dead. */
const LEASES_END = 200_000;
/** Items that the feed brings for each process. */
const ITEMS = 3;
/** Milliseconds of work within which a process is killed; three times as many where a post is waited for. */
const LONGEST_LIFE = 350;
/** Shares of those that are killed while they begin, and after so many posts. */
const AT_START = 0.1;
const AT_POST = 0.6;
/** Milliseconds after which what is left counts as lost, when no platform was told of any of it meanwhile. */
const LAST_DEADLINE = 120_000;

interface Child {
  readonly process: ChildProcess;
  /** Resolves when it can begin at once. */
  readonly ready: Promise<void>;
  /** Resolves when it has begun, or is dead. */
  readonly working: Promise<void>;
  idle: number;
}

export async function runKills(run: KillRun): Promise<KillCount> {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const platforms = await startPlatforms(now);
  const state = await openState({ place: run.place, now });
  const troubles: string[] = [];
  const spares: Child[] = [];
  try {
    await prepare(state, platforms);
    const end = performance.now() + run.deadline;
    let items = 0;
    let kills = 0;
    let midPost = 0;
    while (kills < run.kills && performance.now() < end) {
      while (spares.length < 2 * run.replicas) spares.push(startChild(platforms, run.place, troubles));
      const working = spares.splice(0, run.replicas);
      await Promise.all(working.map(({ ready }) => ready));
      ahead += LEASES_END;
      items += ITEMS * run.replicas;
      const ends = working.map((child) => killAtRandom(child, { ahead, items }, platforms, run.random));
      midPost += (await Promise.all(ends)).filter((during) => during).length;
      kills += working.length;
    }
    const last = spares.shift() ?? startChild(platforms, run.place, troubles);
    await finish(last, state, (more) => {
      ahead += more;
      return { ahead, items };
    });
    const channels = platforms.places.map(({ platform, channelId }) => `${platform} ${channelId}`);
    const looks = platforms.looks();
    return { ...countPosts(platforms.standing(), channels, items), kills, midPost, items, looks, troubles };
  } finally {
    for (const { process } of spares) process.kill('SIGKILL');
    await state.close();
    await platforms.close();
  }

  /** The last process works until nothing is left, edits included, which wait a minute. */
  async function finish(
    first: Child,
    books: State,
    forward: (ms: number) => { ahead: number; items: number },
  ): Promise<void> {
    let told = platforms.told();
    let until = performance.now() + LAST_DEADLINE;
    const isStuck = () => {
      if (platforms.told() > told) until = performance.now() + LAST_DEADLINE;
      told = platforms.told();
      return performance.now() > until;
    };
    let child = first;
    for (;;) {
      await child.ready;
      child.process.send(forward(LEASES_END));
      while (child.idle < 2 && !isStuck()) await pause(20);
      const due = await books.news.deliveries.nextDue(['slack', 'discord']);
      child.process.kill('SIGKILL');
      if (due === null || isStuck()) return;
      child = spares.shift() ?? startChild(platforms, run.place, troubles);
    }
  }
}

/** A feed that was read once, when it was empty, and a subscription for each channel. */
async function prepare({ news }: State, { places }: TestPlatforms): Promise<void> {
  const feed = await news.feeds.add({
    scope: 'global',
    url: 'https://valdoria.example/rss',
    fullText: false,
  });
  await news.feeds.claimDue('parent', 1, 60_000);
  const nextPollAt = new Date(0).toISOString();
  const polled = { nextPollAt, ok: true, failures: 0, trouble: null, troubleCode: null };
  await news.feeds.finishPoll('parent', feed.id, polled, []);
  for (const [i, place] of places.entries())
    await news.subscriptions.add(
      subscriptionWith(`s${i}`, { place, filter: null, quietHours: null, createdAt: nextPollAt }),
    );
}

function startChild(platforms: TestPlatforms, place: ChildOrder['place'], troubles: string[]): Child {
  const { PATH = '', HOME = '' } = process.env;
  const child = fork(new URL('./news-child.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Loading takes most of the life of a process that is soon killed.
    env: { PATH, HOME, NODE_COMPILE_CACHE: join(tmpdir(), 'casebook-kill-cache') },
  });
  const ready = Promise.withResolvers<void>();
  const working = Promise.withResolvers<void>();
  const made: Child = { process: child, ready: ready.promise, working: working.promise, idle: 0 };
  child.on('message', (word: ChildWord) => {
    if (word.type === 'ready') ready.resolve();
    else if (word.type === 'working') working.resolve();
    else if (word.type === 'idle') made.idle += 1;
    else troubles.push(word.text);
  });
  child.on('exit', (code) => {
    if (code !== null) troubles.push(`a process ended by itself with ${code}`);
    ready.reject(new Error('a process ended before it was ready'));
    working.resolve();
  });
  made.ready.catch(() => undefined);
  const order: ChildOrder = { place, ...platforms.order };
  child.send(order);
  return made;
}

/**
 * Lets it go, and kills it: at a random moment of its start or of its work, or when a platform is told of one of its posts.
 *
 * @returns whether a post was on its way.
 */
async function killAtRandom(
  { process, working }: Child,
  go: { ahead: number; items: number },
  platforms: TestPlatforms,
  random: () => number,
): Promise<boolean> {
  const exited = once(process, 'exit');
  const before = platforms.told();
  process.send(go);
  const how = random();
  const life = random() * LONGEST_LIFE;
  if (how < AT_START) await pause(life / 10);
  else {
    await working;
    const posts = how < AT_START + AT_POST ? 1 + Math.floor(random() * 10) : Number.POSITIVE_INFINITY;
    const end = performance.now() + (Number.isFinite(posts) ? 3 * LONGEST_LIFE : life);
    while (performance.now() < end && platforms.told() - before < posts) await pause(1);
    if (Number.isFinite(posts)) await pause(random() * 100);
  }
  const during = platforms.underWay() > 0;
  process.kill('SIGKILL');
  await exited;
  return during;
}
