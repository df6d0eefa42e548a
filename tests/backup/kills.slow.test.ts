/** Backups and restores that are killed at random instants: each is whole or has not been. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { finishRestore } from '../../src/index/finish-restore.ts';
import { seededRandom, temporaryFolder } from '../index/index-kit.ts';
import { start } from '../support/run-process.ts';
import { backUpFolder, filledFolder, restoreInto, wordsOf } from './backup-kit.ts';

/** Kills of each kind; `KILL_ROUNDS=200` makes it more. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 12);

/** Runs a command and kills it after a share of what it takes. @returns whether it ended before. */
async function killed(
  entry: string,
  args: readonly string[],
  dataDir: string,
  after: number,
): Promise<boolean> {
  const { child, outcome } = start(entry, args, { env: { CASEBOOK_DATA_DIR: dataDir } });
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  const { code } = await outcome;
  clearTimeout(timer);
  return code === 0;
}

/** What a command takes when nobody kills it, in milliseconds. */
async function duration(entry: string, args: readonly string[], dataDir: string): Promise<number> {
  const began = performance.now();
  const { code, stderr } = await start(entry, args, { env: { CASEBOOK_DATA_DIR: dataDir } }).outcome;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return performance.now() - began;
}

it('a killed restore leaves the old or the new, and the next one works', { timeout: 180_000 }, async () => {
  const random = seededRandom(Date.now());
  const folder = temporaryFolder();
  const backups = new Map<string, string>();
  for (const word of ['one', 'two'])
    backups.set(word, (await backUpFolder(filledFolder(word), join(folder, word))).file);
  const dataDir = filledFolder('one');
  const restoring = (word: string) => [backups.get(word) ?? '', '--force'];
  const took = await duration('cli/restore.ts', restoring('one'), dataDir);
  const left = { old: 0, new: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const [before] = wordsOf(dataDir);
    const next = before === 'one' ? 'two' : 'one';
    // The latter half: Node starts in the former.
    const ended = await killed('cli/restore.ts', restoring(next), dataDir, took * (0.4 + random() * 0.7));
    finishRestore(dataDir);
    const [index, state] = wordsOf(dataDir);
    expect(state).toBe(index);
    expect([before, next]).toContain(index);
    if (ended) expect(index).toBe(next);
    left[index === next ? 'new' : 'old'] += 1;
    for (const name of readdirSync(dataDir).filter((one) => one.startsWith('replaced-')))
      rmSync(join(dataDir, name), { recursive: true });
  }
  console.log(`${ROUNDS} kills of a restore: ${left.old} left the old, ${left.new} the new`);
  await restoreInto(dataDir, backups.get('two') ?? '', { force: true });
  expect(wordsOf(dataDir)).toEqual(['two', 'two']);
  expect(readdirSync(dataDir)).not.toContain('restoring');
});

it('a killed backup is not there, or whole; the next one clears away what it left', async () => {
  const random = seededRandom(Date.now());
  const dataDir = filledFolder('one');
  const folder = temporaryFolder();
  const file = join(folder, 'backup.tar.gz');
  const took = await duration('cli/backup.ts', [file], dataDir);
  let whole = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    rmSync(file, { force: true });
    await killed('cli/backup.ts', [file], dataDir, took * (0.4 + random() * 0.7));
    if (!existsSync(file)) continue;
    whole += 1;
    const restored = temporaryFolder();
    await restoreInto(restored, file);
    expect(wordsOf(restored)).toEqual(['one', 'one']);
  }
  console.log(`${ROUNDS} kills of a backup: ${whole} were whole`);
  await backUpFolder(dataDir, file, true);
  expect(readdirSync(folder)).toEqual(['backup.tar.gz']);
  expect(readFileSync(file).length).toBeGreaterThan(0);
});
