/** `npm run ingest -- PATH|URL…`: adds files, folders and web pages to the corpus. */
import '../require-node.ts';
import type { App } from '../app.ts';
import { OperatorError } from '../core/errors.ts';
import { type NamedWorkspace, readWorkspaceName } from '../core/workspace-name.ts';
import { createProgressBar } from './progress-bar.ts';
import { printJson, runCommand } from './run-command.ts';
import { withApp } from './with-app.ts';

const HELP = `
Add articles to the corpus: .txt, .md, .html, .pdf, .jsonl, .jsonl.gz, case files, folders of them, web pages and
PDF files at web addresses, and with - what is piped in: a JSONL archive, a page, a PDF or a text.

  npm run ingest -- articles/
  npm run ingest -- https://example.org/2025/an-article
  npm run -s ingest -- export.jsonl --json
  zcat archive.jsonl.gz | npm run -s ingest -- -

What is unchanged since the last time is not read again into the index; what is gone from a folder leaves it.
A page stays until it is ingested anew; only public addresses are fetched, and those in FETCH_ALLOW.
A .jsonl archive has one {"id", "title", "text", "lang", "publisher", "date", "url"} a line, all but id and text may be
left out; it may be of any size. A broken line is told with its number and stops nothing.
Nothing leaves the corpus because of what is piped in; a document without a name is known by its content.

  --workspace NAME   only that workspace sees it: slack:T0123ABCD, discord:1234567890 (the server's id), or web:local;
                     npm run workspaces -- documents NAME lists it, remove NAME ID takes it out again
  --json   print {added, updated, unchanged, removed, failed: [{input, reason}]}, counted in sources

Exit code 1 when something could not be ingested; everything else is stored all the same.`;

await runCommand({
  help: HELP,
  options: { workspace: { type: 'string' } },
  positionals: true,
  async run({ values, positionals, signal }) {
    if (positionals.length === 0)
      throw new OperatorError('no file, folder or address given; --help explains the command', {
        exitCode: 2,
      });
    if (positionals.includes('-') && process.stdin.isTTY)
      throw new OperatorError('nothing is piped in: give a file, or pipe one into the command', {
        exitCode: 2,
      });
    const workspace = workspaceOf(values.workspace);
    if (workspace !== null) await beginAnew(workspace);
    const workspaceId = workspace?.workspaceId;
    return withApp(
      signal,
      async (app) => {
        const report = await ingestWithBar(app, positionals, { signal, workspaceId });
        if (values.json === true) printJson(report);
        else {
          const { added, updated, unchanged, removed } = report;
          process.stdout.write(
            `${added} added, ${updated} updated, ${unchanged} unchanged, ${removed} removed, ${report.failed.length} failed\n`,
          );
        }
        for (const { input, reason } of report.failed) process.stderr.write(`${input}: ${reason}\n`);
        return report.failed.length > 0 ? 1 : 0;
      },
      { sync: false },
    );
  },
});

async function beginAnew(workspace: NamedWorkspace): Promise<void> {
  const [commands, { loadConfig }] = await Promise.all([
    import('../app-workspace-commands.ts'),
    import('../config.ts'),
  ]);
  await commands.beginAnew(loadConfig(), workspace);
}

function workspaceOf(name: string | undefined): NamedWorkspace | null {
  if (name === undefined) return null;
  const named = readWorkspaceName(name);
  if (named !== null) return named;
  throw new OperatorError(
    `--workspace is "${name}": name one as slack:T0123ABCD, discord:1234567890 or web:local`,
    {
      exitCode: 2,
    },
  );
}

async function ingestWithBar(
  app: App,
  inputs: readonly string[],
  { signal, workspaceId }: { readonly signal: AbortSignal; readonly workspaceId: string | undefined },
) {
  const bar = createProgressBar(process.stderr);
  // A pipe that nobody writes into would be waited for.
  if (inputs.includes('-')) signal.addEventListener('abort', () => process.stdin.destroy(), { once: true });
  try {
    const stdin = process.stdin;
    return await app.ingest(inputs, {
      signal,
      stdin,
      workspaceId,
      onProgress: (progress) => bar.show(progress),
    });
  } catch (error) {
    if (!signal.aborted) throw error;
    const { sources, passages } = await app.index.size();
    throw new OperatorError(
      `stopped: the corpus holds ${sources} sources and ${passages} passages; run the command again to go on`,
      { cause: error },
    );
  } finally {
    bar.end();
  }
}
