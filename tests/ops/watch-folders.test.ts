/** Changes of files are noticed however they are made, and acted upon once they have settled. */
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runSettled } from '../../src/ops/run-settled.ts';
import { type WatchedPlace, watchPlace } from '../../src/ops/watch-folders.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-watch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Makes the change again until it is noticed: the watch itself begins at some time after the call. */
async function noticed(place: WatchedPlace, change: (turn: number) => void): Promise<void> {
  let changes = 0;
  const watching = watchPlace(
    place,
    () => {
      changes += 1;
    },
    (error) => expect(error).toBeUndefined(),
  );
  onTestFinished(() => watching.close());
  let turn = 0;
  await vi.waitFor(
    () => {
      turn += 1;
      change(turn);
      expect(changes).toBeGreaterThan(0);
    },
    { timeout: 20_000, interval: 100 },
  );
}

test('a file that is written, and one that takes another’s place', async () => {
  const folder = newFolder();
  const file = join(folder, 'case.md');
  writeFileSync(file, 'one');
  await noticed({ path: folder, kind: 'folder' }, () => appendFileSync(file, 'more'));
  await noticed({ path: folder, kind: 'folder' }, () => {
    writeFileSync(join(folder, '.case.md.new'), 'two');
    renameSync(join(folder, '.case.md.new'), file);
  });
});

test('a file in a folder that came later', async () => {
  const folder = newFolder();
  let changes = 0;
  const count = () => {
    changes += 1;
  };
  const watching = watchPlace({ path: folder, kind: 'folder' }, count, () => undefined);
  onTestFinished(() => watching.close());
  const inner = join(folder, 'a', 'b');
  mkdirSync(inner, { recursive: true });
  await vi.waitFor(
    () => {
      const before = changes;
      appendFileSync(join(inner, 'note.md'), 'x');
      return vi.waitFor(() => expect(changes).toBeGreaterThan(before), { timeout: 200 });
    },
    { timeout: 20_000 },
  );
});

test('one file alone, also when it is made later', async () => {
  const folder = newFolder();
  const path = join(folder, 'news.yaml');
  await noticed({ path, kind: 'file' }, (turn) => writeFileSync(path, `feeds: [] # ${turn}`));
});

test('a folder that is not there is told once', async () => {
  const told: unknown[] = [];
  const path = join(newFolder(), 'nowhere');
  const watching = watchPlace(
    { path, kind: 'folder' },
    () => undefined,
    (error) => void told.push(error),
  );
  onTestFinished(() => watching.close());
  await vi.waitFor(() => expect(told).toEqual([expect.objectContaining({ code: 'ENOENT' })]), 15_000);
});

test('many changes are one piece of work, one at a time, and none after the stop', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const work = async () => {
    runs += 1;
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 20));
    running -= 1;
  };
  const settled = runSettled(work, { quietMs: 10, longestMs: 1_000 });
  for (let change = 0; change < 20; change += 1) settled.changed();
  await vi.waitFor(() => expect(runs).toBe(1), 15_000);
  await Promise.all([settled.now(), settled.now()]);
  expect([runs, most]).toEqual([3, 1]);
  settled.changed();
  await settled.stop();
  await settled.now();
  expect([runs, running]).toEqual([3, 0]);
});
