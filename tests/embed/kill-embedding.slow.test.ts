/** Making vectors, killed at random instants: what was reported as stored is there, and the rest follows. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { openTestIndex, seededRandom, temporaryFolder } from '../index/index-kit.ts';
import { makeDocument } from '../support/corpus-kit.ts';

const KILLS = 5;
const PASSAGES = 300;

/** @returns the last that the process reported. */
async function embedUntil(dataDir: string, reports: number, delay: number): Promise<string> {
  const script = new URL('./kill-embedding.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  let heard = 0;
  let last = '0';
  lines.on('line', (line) => {
    if (line !== 'ready') last = line;
    if (heard === reports) setTimeout(() => child.kill('SIGKILL'), delay);
    heard += 1;
  });
  await once(lines, 'close');
  return last;
}

it('survives kills at random instants and ends with every vector', { timeout: 60_000 }, async () => {
  const dataDir = temporaryFolder();
  const random = seededRandom(7);
  const text = Array.from({ length: PASSAGES }, (_, i) => `Sentence ${i}.`).join(' ');
  const first = await openTestIndex(dataDir);
  await first.put('r', 'ingested', [makeDocument({ id: 'd', text })]);
  await first.close();
  for (let i = 0; i < KILLS; i += 1) {
    const last = await embedUntil(dataDir, Math.floor(random() * 4), random() * 20);
    const index = await openTestIndex(dataDir);
    const { done, serving } = await index.neuralState();
    expect(done).toBeGreaterThanOrEqual(last === 'served' ? PASSAGES : Number(last));
    if (serving !== null) expect(done).toBe(PASSAGES);
    expect(await index.check()).toEqual([]);
    await index.close();
  }
  expect(await embedUntil(dataDir, Number.POSITIVE_INFINITY, 0)).toBe('served');
  const index = await openTestIndex(dataDir);
  expect(await index.neuralState()).toMatchObject({ next: null, done: PASSAGES, total: PASSAGES });
  expect((await index.neuralState()).serving?.id).toBe('neural-1:8:killed');
});
