/** Strikes the database's server in the midst of changes to an open index, and sees what became of them. */
import { setTimeout as pause } from 'node:timers/promises';
import type { IndexClient } from '../../../src/index/index-ports.ts';
import type { TestPostgres } from '../postgres-kit.ts';
import { isClear } from './clear-error.ts';
import { compareFound, compareStored } from './compare-stored.ts';
import { type CorpusChange, nextChange, type Stored } from './corpus-changes.ts';
import { searchMeanwhile } from './search-meanwhile.ts';
import { strike, WAYS } from './strike.ts';

export interface IndexKillRun {
  readonly server: TestPostgres;
  /** Of an empty database, which both have open. */
  readonly url: string;
  readonly writer: IndexClient;
  /** The same, or one of another process: it is searched all the while. */
  readonly reader: IndexClient;
  readonly kills: number;
  readonly random: () => number;
  /** Milliseconds after which no further kill is begun; none when left out. */
  readonly deadline?: number;
}

export interface IndexKillCount {
  readonly kills: number;
  /** Of those, in the midst of a change. */
  readonly amid: number;
  /** Changes that the index did all the same, once more where it had to, without a word. */
  readonly carriedOn: number;
  /** Changes that were told as failed, and of these those that had been stored: their commit was not answered. */
  readonly failed: number;
  readonly failedButStored: number;
  /** Changes that were made in all. */
  readonly changes: number;
  /** Searches made meanwhile, and of these those that were told as failed. */
  readonly searches: number;
  readonly searchesFailed: number;
  /** What went wrong, in words. */
  readonly troubles: readonly string[];
}

/** Changes before each kill at most. */
const BEFORE = 2;
/** One outage in so many lasts longer than the index waits for a server, which is two seconds. */
const LONG_OUTAGE = { every: 5, from: 2_300, to: 3_500 } as const;
/** Milliseconds of the others. */
const SHORT_OUTAGE = 400;
/** Milliseconds that a change may take, until some were timed. */
const GUESS = 200;
/** Milliseconds in which vectors are there again: a claim to make them may have been left behind. */
const VECTORS_WITHIN = 90_000;
/** Sources that are searched for after each kill, besides those that were just stored. */
const SAMPLE = 8;

export async function runIndexKills(run: IndexKillRun): Promise<IndexKillCount> {
  const { writer, reader, random } = run;
  const troubles: string[] = [];
  const count = { kills: 0, amid: 0, carriedOn: 0, failed: 0, failedButStored: 0, changes: 0 };
  const usual = new Map<CorpusChange['sort'], number>();
  let stored: Stored = new Map();
  const meanwhile = searchMeanwhile(reader, (trouble) => troubles.push(trouble));
  const next = (): CorpusChange => {
    count.changes += 1;
    return nextChange(stored, count.changes, random);
  };
  const finish = async (change: CorpusChange): Promise<void> => {
    const began = performance.now();
    meanwhile.begin(change);
    await change.perform(writer);
    usual.set(change.sort, performance.now() - began);
    stored = change.after;
  };
  const killAmid = async (): Promise<void> => {
    const change = next();
    let outcome: 'under way' | 'done' | Error = 'under way';
    meanwhile.begin(change);
    const working = change.perform(writer).then(
      () => {
        outcome = 'done';
      },
      (error: Error) => {
        outcome = error;
      },
    );
    await pause(random() * (usual.get(change.sort) ?? GUESS));
    const way = WAYS[count.kills % WAYS.length] ?? WAYS[0];
    const { every, from, to } = LONG_OUTAGE;
    const isLong = Math.floor(count.kills / 2) % every === every - 1;
    const outage = isLong ? from + random() * (to - from) : random() * SHORT_OUTAGE;
    count.kills += 1;
    let amid = false;
    await strike({ server: run.server, url: run.url, way, outage }, () => {
      amid = outcome !== 'done';
    });
    await working;
    if (amid) count.amid += 1;
    await settle(change, outcome, `${count.kills} (${way}, ${change.sort})`, amid);
  };
  /** The first calls after the server is there again have to succeed. */
  const settle = async (
    change: CorpusChange,
    outcome: unknown,
    kill: string,
    amid: boolean,
  ): Promise<void> => {
    if (outcome instanceof Error) {
      count.failed += 1;
      if (!isClear(outcome)) troubles.push(`kill ${kill} is told as ${outcome.stack}`);
      const asBefore = await compareStored(reader, stored);
      const asAfter = await compareStored(reader, change.after);
      if (asAfter.length === 0) count.failedButStored += 1;
      else troubles.push(...asBefore.map((trouble) => `kill ${kill} half: ${trouble}`));
      await finish(change);
    } else if (amid) count.carriedOn += 1;
    stored = change.after;
    // Each of them comes first half of the time: it is the first that has to find the server anew.
    const first = random() < 0.5 ? writer : reader;
    const sample = [...stored.keys()].filter(() => random() < SAMPLE / stored.size);
    const wrong = [
      ...(await compareStored(first, stored)),
      ...(await compareFound(
        first === writer ? reader : writer,
        stored,
        new Set([...change.stores, ...sample]),
      )),
    ];
    troubles.push(...wrong.map((trouble) => `kill ${kill}: ${trouble}`));
  };

  const end = performance.now() + (run.deadline ?? Number.POSITIVE_INFINITY);
  try {
    while (count.kills < run.kills && performance.now() < end) {
      for (let i = Math.floor(random() * (BEFORE + 1)); i > 0; i -= 1) await finish(next());
      await killAmid().catch((error: Error) => {
        troubles.push(`kill ${count.kills}: not in use again: ${error.stack}`);
      });
    }
    await finish(next());
    troubles.push(...(await compareStored(reader, stored)), ...(await vectorsMissing(reader)));
    for (const index of new Set([writer, reader]))
      troubles.push(...(await compareFound(index, stored, stored.keys())));
  } finally {
    await meanwhile.stop();
  }
  return { ...count, ...meanwhile.count(), troubles };
}

/** Nothing, once every passage has its vector, where there can be any; or what is missing after a minute and a half. */
async function vectorsMissing(index: IndexClient): Promise<string[]> {
  for (const end = performance.now() + VECTORS_WITHIN; ; await pause(200)) {
    const { vectors, passages, vectorNote } = await index.stats();
    if (vectorNote !== null || vectors === passages) return [];
    if (performance.now() > end) return [`${vectors} of ${passages} passages have a vector`];
  }
}
