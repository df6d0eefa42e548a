/** `npm run backup`: what the data folder holds as one file, while the server runs. */
import '../require-node.ts';
import { OperatorError } from '../core/errors.ts';
import { printable } from './printable.ts';
import { printJson, runCommand } from './run-command.ts';

const HELP = `
Back up the data folder: the index with its articles, and what the bot keeps. A server may be running.

  npm run -s backup -- /backups                   a file named by the time, in a folder that exists
  npm run -s backup -- /backups/casebook.tar.gz   this file; --force replaces it when it exists

  --force   replace the file
  --json    print one JSON document

The file is a packed archive of the databases and a manifest with their versions and checksums. It appears whole or not
at all, and only its owner may read it: questions and settings are in it. What is made anew from the databases is left
out. With DATABASE_URL, PostgreSQL's own tools do it. docs/operations.md tells more.`;

await runCommand({
  help: HELP,
  options: { force: { type: 'boolean' } },
  positionals: true,
  async run({ values, positionals, signal }) {
    const [path, ...more] = positionals;
    if (path === undefined || path === '' || more.length > 0)
      throw new OperatorError('give one file or folder for the backup; --help explains the command', {
        exitCode: 2,
      });
    const [{ backUp }, { loadConfig }] = await Promise.all([
      import('../app-backup.ts'),
      import('../config.ts'),
    ]);
    const written = await backUp(loadConfig(), { path, force: values.force === true, signal });
    if (values.json === true) printJson(written);
    else {
      const held = written.databases.map(({ name, schema }) => `${name} (schema ${schema})`).join(', ');
      process.stdout.write(`wrote ${printable(written.file)}, ${megabytes(written.bytes)} MB: ${held}\n`);
    }
    return 0;
  },
});

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
