/** `npm run migrate:data`: from the data folder to PostgreSQL, and back. */
import '../require-node.ts';
import { OperatorError } from '../core/errors.ts';
import { printable } from './printable.ts';
import { createProgressBar } from './progress-bar.ts';
import { printJson, runCommand } from './run-command.ts';

const HELP = `
Move all that the bot keeps, and the index with its articles, between the data folder and PostgreSQL.

  npm run migrate:data -- --to postgres   from CASEBOOK_DATA_DIR to the empty database that DATABASE_URL names
  npm run migrate:data -- --to embedded   from DATABASE_URL to CASEBOOK_DATA_DIR, which must hold no data

  --json   print {"from", "to", "state", "index"}, the last two with the rows of each table

Stop all servers first. It is done wholly or not at all; where the data was, it stays as it is. Vectors of an embedding
model go along, so that nothing is paid for twice. Afterwards set or empty DATABASE_URL. docs/postgresql.md tells more.`;

await runCommand({
  help: HELP,
  options: { to: { type: 'string' } },
  async run({ values, signal }) {
    const [{ MIGRATE_TARGETS, migrateData }, { loadConfig }] = await Promise.all([
      import('../app-migrate-data.ts'),
      import('../config.ts'),
    ]);
    const to = MIGRATE_TARGETS.find((target) => target === values.to);
    if (to === undefined)
      throw new OperatorError(`give --to with one of: ${MIGRATE_TARGETS.join(', ')}`, { exitCode: 2 });
    const bar = createProgressBar(process.stderr);
    const moved = await migrateData(loadConfig(), to, { signal, onProgress: bar.show }).finally(bar.end);
    if (values.json === true) printJson(moved);
    else {
      for (const [table, rows] of [...Object.entries(moved.state), ...Object.entries(moved.index)])
        if (rows > 0) process.stdout.write(`${String(rows).padStart(9)}  ${printable(table)}\n`);
      process.stdout.write(
        `moved from ${printable(moved.from)} to ${printable(moved.to)}, all counted there\n`,
      );
    }
    return 0;
  },
});
