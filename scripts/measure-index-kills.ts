/**
 * Kills the server of a PostgreSQL database in the midst of changes to the index in it, and counts what was lost, doubled
 * or half stored: `node scripts/measure-index-kills.ts [COUNT] [--replica] [--minutes M]`. With `--replica` one open
 * index writes and another is searched.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openIndex } from '../src/index/index-client.ts';
import { runIndexKills } from '../tests/support/index-kill/run-index-kills.ts';
import { startPostgres } from '../tests/support/postgres-kit.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { replica: { type: 'boolean', default: false }, minutes: { type: 'string', default: '8' } },
});
const folder = mkdtempSync(join(tmpdir(), 'casebook-index-kills-'));
const server = await startPostgres({ vectors: true });
const began = performance.now();
try {
  const url = await server.newDatabase();
  const open = (name: string) => openIndex({ dataDir: join(folder, name), database: { url, poolSize: 4 } });
  const writer = await open('one');
  const reader = values.replica ? await open('two') : writer;
  const { troubles, ...count } = await runIndexKills({
    server,
    url,
    writer,
    reader,
    kills: Number(positionals[0] ?? 200),
    random: Math.random,
    deadline: Number(values.minutes) * 60_000,
  });
  await Promise.all([...new Set([writer, reader])].map((index) => index.close()));
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log({ ...count, troubles: troubles.length, seconds });
  for (const line of troubles.slice(0, 40)) console.log(line);
  if (troubles.length > 0) process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
