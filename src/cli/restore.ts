/** `npm run restore`: a backup into the data folder. */
import '../require-node.ts';
import { OperatorError } from '../core/errors.ts';
import { printable } from './printable.ts';
import { printJson, runCommand } from './run-command.ts';

const HELP = `
Restore a backup into the data folder. The server must be stopped.

  npm run -s restore -- /backups/casebook.tar.gz

  --force   the folder may hold data: what it holds is moved into a new folder in it, replaced-…
  --quiet   take news that came since the backup for told: otherwise stories that were posted since are posted again
  --json    print one JSON document

The backup is checked first: its checksums, its versions, its databases. One of an older Casebook is brought up to date.
The folder is as it was or as the backup is, never between, also when the command is killed.`;

await runCommand({
  help: HELP,
  options: { force: { type: 'boolean' }, quiet: { type: 'boolean' } },
  positionals: true,
  async run({ values, positionals, signal }) {
    const [path, ...more] = positionals;
    if (path === undefined || path === '' || more.length > 0)
      throw new OperatorError('give the one file to restore; --help explains the command', { exitCode: 2 });
    const [{ restore }, { loadConfig }] = await Promise.all([
      import('../app-backup.ts'),
      import('../config.ts'),
    ]);
    const { dataDir, databaseUrl } = loadConfig();
    const restored = await restore(
      { dataDir, databaseUrl },
      { path, force: values.force === true, quiet: values.quiet === true, signal },
    );
    if (values.json === true) printJson({ dataDir, ...restored });
    else {
      process.stdout.write(`restored the backup of ${restored.createdAt} into ${printable(dataDir)}\n`);
      if (restored.replaced !== null)
        process.stdout.write(`what was there is in ${printable(restored.replaced)}\n`);
    }
    return 0;
  },
});
