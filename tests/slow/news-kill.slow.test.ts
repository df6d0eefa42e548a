/** Processes that judge and post news are killed in the midst of it: no post is lost, none is doubled. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { seededRandom } from '../index/index-kit.ts';
import { runKills } from '../support/news-kill/run-kills.ts';

it('posts every story once in each channel, whenever it is killed', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-kills-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const count = await runKills({
    place: { type: 'sqlite', path: join(folder, 'state.sqlite') },
    kills: 15,
    replicas: 1,
    deadline: 25_000,
    random: seededRandom(Date.now()),
  });
  expect(count).toMatchObject({ lost: [], doubled: [], troubles: [] });
  expect(count.kills).toBeGreaterThan(2);
  expect(count.posts).toBeGreaterThan(count.items);
});
