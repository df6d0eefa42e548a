/** `npm run export`: the cases as JSON in EuRepoC's terms, or as STIX 2.1 bundles. */
import '../require-node.ts';
import { OperatorError } from '../core/errors.ts';
import { printable } from './printable.ts';
import { type ExitCode, printJson, runCommand } from './run-command.ts';
import { withApp } from './with-app.ts';

const HELP = `
Write the cases as JSON, with every claim, its author and its source.

  npm run -s export -- --format stix --case 2025-czech-mfa-apt31 --out czech.json

  --format eurepoc|stix   names of EuRepoC's data release and codebook 1.2 (eurepoc), or STIX 2.1
  --case ID               this case only; may be given several times. Without it, all cases
  --out FILE              write there, whole or not at all, instead of to stdout;
                          a folder that exists gets one file for each STIX bundle, or cases.json

STIX is one bundle for each case: one bundle as it is, several as a JSON list.
Only what every workspace may see is exported. Exit code 1 for an unknown case, 2 when the command is wrong.`;

await runCommand({
  help: HELP,
  options: {
    format: { type: 'string' },
    case: { type: 'string', multiple: true },
    out: { type: 'string' },
  },
  async run({ values, signal }) {
    const { EXPORT_FORMATS, exportCases, exportDocument, writeExport } = await import('../app-export.ts');
    const format = EXPORT_FORMATS.find((known) => known === (values.format ?? 'eurepoc'));
    if (format === undefined)
      throw new OperatorError(`--format is "${values.format}", allowed: ${EXPORT_FORMATS.join(', ')}`, {
        exitCode: 2,
      });
    const { out } = values;
    if (out === '') throw new OperatorError('--out names no file', { exitCode: 2 });
    return withApp(signal, async (app): Promise<ExitCode> => {
      const files = await exportCases(app.cases, { format, ids: values.case ?? [] });
      if (out === undefined) printJson(exportDocument(files));
      else for (const path of writeExport(out, files)) process.stderr.write(`wrote ${printable(path)}\n`);
      return 0;
    });
  },
});
