/** `npm run corpus:check`: are the case files right, and in words of their own? */
import '../require-node.ts';
import { OperatorError } from '../core/errors.ts';
import { printJson, runCommand } from './run-command.ts';

const HELP = `
Check case files; each problem is a line that names file and line.

  npm run corpus:check              the folders of CORPUS_DIRS
  npm run corpus:check -- FOLDER…   other folders

  --fix             renew the footnote definitions from the front matter
  --against FOLDER  also find runs of eight words shared with the texts in that folder
  --json            print [{folder, cases, sources, claims, fixed, problems}]

Exit code 1 when there is a problem.`;

await runCommand({
  help: HELP,
  options: { fix: { type: 'boolean' }, against: { type: 'string' } },
  positionals: true,
  async run({ values, positionals }) {
    const [{ checkCorpusFolder }, { loadConfig }] = await Promise.all([
      import('../app-corpus-check.ts'),
      import('../config.ts'),
    ]);
    const folders = positionals.length > 0 ? positionals : loadConfig().corpusDirs;
    if (folders.length === 0)
      throw new OperatorError('no folder to check: name one, or set CORPUS_DIRS', { exitCode: 2 });
    const results = [];
    for (const folder of folders) {
      const options = { fix: values.fix === true, against: values.against ?? null };
      results.push({ folder, ...(await checkCorpusFolder(folder, options)) });
    }
    if (values.json === true) printJson(results);
    for (const { folder, cases, sources, claims, fixed, problems } of results) {
      for (const problem of problems) process.stderr.write(`${problem}\n`);
      if (values.json === true) continue;
      for (const file of fixed) process.stdout.write(`${file}: footnotes renewed\n`);
      process.stdout.write(
        `${folder}: ${cases} cases, ${sources} sources, ${claims} claims, ${problems.length} problems\n`,
      );
    }
    return results.some(({ problems }) => problems.length > 0) ? 1 : 0;
  },
});
