/**
 * Kills processes that judge and post news, and counts posts that were lost or doubled in the test Slack and the test
 * Discord: `node scripts/measure-news-kills.ts [COUNT] [--postgres] [--minutes M]`. On PostgreSQL two processes share one
 * database, and both are killed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runKills } from '../tests/support/news-kill/run-kills.ts';
import { startPostgres } from '../tests/support/postgres-kit.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { postgres: { type: 'boolean', default: false }, minutes: { type: 'string', default: '8' } },
});
const kills = Number(positionals[0] ?? 300);
const folder = mkdtempSync(join(tmpdir(), 'casebook-kills-'));
const postgres = values.postgres ? await startPostgres() : null;
const began = performance.now();
try {
  const { troubles, lost, doubled, ...count } = await runKills({
    place:
      postgres === null
        ? { type: 'sqlite', path: join(folder, 'state.sqlite') }
        : { type: 'postgres', url: await postgres.newDatabase(), poolSize: 4 },
    kills,
    replicas: postgres === null ? 1 : 2,
    deadline: Number(values.minutes) * 60_000,
    random: Math.random,
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log({ ...count, lost: lost.length, doubled: doubled.length, troubles: troubles.length, seconds });
  for (const line of [...lost, ...doubled, ...new Set(troubles)].slice(0, 40)) console.log(line);
  if (lost.length + doubled.length > 0) process.exitCode = 1;
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
