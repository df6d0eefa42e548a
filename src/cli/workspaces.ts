/** `npm run workspaces`: what is kept of each workspace, its own documents, and how it is forgotten. */
import '../require-node.ts';
import type { ListedWorkspace } from '../app-workspace-commands.ts';
import { countWords } from '../core/count-words.ts';
import { OperatorError } from '../core/errors.ts';
import { type NamedWorkspace, readWorkspaceName, workspaceName } from '../core/workspace-name.ts';
import { printable } from './printable.ts';
import { printJson, runCommand } from './run-command.ts';
import { withApp } from './with-app.ts';

const HELP = `
Show what is kept of each workspace, and take out what belongs to one.

  npm run workspaces -- list
  npm run workspaces -- documents slack:T0123ABCD
  npm run workspaces -- remove slack:T0123ABCD ID…      these documents of its own
  npm run workspaces -- forget discord:1234567890       everything that is kept of it, at once and for good
  npm run workspaces -- lost-key 0123abcd               tokens encrypted with a key that is lost, as the server names it
                                                        at the start; the app must be installed there anew

A workspace is named by its platform and id: slack:T0123ABCD, discord:1234567890 (the server's id), web:local.
«npm run ingest -- --workspace NAME PATH» gives it documents of its own.

  --json   list: print [{workspace, installedAt, answers, settings, subscriptions, feeds, documents, leftAt, forgetAt,
           forgottenAt}]; documents: [{sourceId, title, publisher, date, url, lang}]; remove: {removed, unknown};
           forget: {workspace, rows, documents}; lost-key: {workspaces}

Exit code 1 when a document that is to be removed is none of the workspace's, or no token has that key.`;

const VERBS = ['list', 'documents', 'remove', 'forget', 'lost-key'] as const;

await runCommand({
  help: HELP,
  options: {},
  positionals: true,
  async run({ values, positionals, signal }) {
    const [verb, name, ...ids] = positionals;
    const known = VERBS.find((one) => one === verb);
    if (known === undefined) throw badUsage(`say one of ${VERBS.join(', ')}`);
    if (known === 'list' && name !== undefined) throw badUsage('list takes no name');
    if (known !== 'remove' && ids.length > 0) throw badUsage(`${known} takes one name`);
    if (known === 'remove' && ids.length === 0) throw badUsage('say which documents are to be removed');
    const json = values.json === true;
    if (known === 'lost-key') return dropLost(name ?? '', json);
    const workspace = known === 'list' ? null : named(name);
    const [commands, { loadConfig }] = await Promise.all([
      import('../app-workspace-commands.ts'),
      import('../config.ts'),
    ]);
    return withApp(
      signal,
      async ({ index }) => {
        if (workspace === null) {
          const listed = await commands.listKeptWorkspaces(loadConfig(), index);
          if (json) printJson(listed.map(jsonOf));
          else for (const line of listed.map(lineOf)) process.stdout.write(`${line}\n`);
        } else if (known === 'documents') {
          const sources = await commands.listDocuments(index, workspace);
          const rows = sources.map(({ id: sourceId, title, publisher, publishedAt: date, url, lang }) => {
            return { sourceId, title, publisher, date, url, lang };
          });
          if (json) printJson(rows);
          else
            for (const { sourceId, title } of rows)
              process.stdout.write(`${printable(sourceId)}  ${printable(title)}\n`);
        } else if (known === 'remove') {
          const done = await commands.removeOwnDocuments(index, workspace, ids);
          if (json) printJson(done);
          else process.stdout.write(`${done.removed.length} removed\n`);
          for (const id of done.unknown)
            process.stderr.write(`${printable(id)} is no document of ${workspaceName(workspace)}\n`);
          return done.unknown.length > 0 ? 1 : 0;
        } else {
          const done = await commands.forgetWorkspaceNow(loadConfig(), index, workspace);
          if (json) printJson({ workspace: workspaceName(workspace), ...done });
          else
            process.stdout.write(
              `${workspaceName(workspace)} is forgotten: ${countWords(done.rows, 'row')} and ${countWords(done.documents, 'document')} deleted\n`,
            );
        }
        return 0;
      },
      { sync: false },
    );
  },
});

async function dropLost(keyId: string, json: boolean): Promise<0 | 1> {
  if (!/^[0-9a-f]{8}$/.test(keyId))
    throw badUsage('name the key by the eight characters that the server names it by, such as 0123abcd');
  const [{ dropLostTokens }, { loadConfig }] = await Promise.all([
    import('../app-workspace-commands.ts'),
    import('../config.ts'),
  ]);
  const config = loadConfig();
  const workspaces = await dropLostTokens(config, config.slack?.install?.keys ?? null, keyId);
  if (json) printJson({ workspaces });
  else if (workspaces.length === 0) process.stderr.write(`no token is encrypted with the key ${keyId}\n`);
  for (const workspace of json ? [] : workspaces)
    process.stdout.write(`${printable(workspace)}  must install the app anew; all else of it is kept\n`);
  return workspaces.length === 0 ? 1 : 0;
}

function badUsage(message: string): OperatorError {
  return new OperatorError(`${message}; --help explains the command`, { exitCode: 2 });
}

function named(name: string | undefined): NamedWorkspace {
  const workspace = readWorkspaceName(name ?? '');
  if (workspace === null) throw badUsage('name a workspace as slack:T0123ABCD or discord:1234567890');
  return workspace;
}

function jsonOf({ platform, workspaceId, ...kept }: ListedWorkspace) {
  return { workspace: workspaceName({ platform, workspaceId }), ...kept };
}

function lineOf(workspace: ListedWorkspace): string {
  const { answers, settings, subscriptions, feeds, documents, leftAt, forgetAt, forgottenAt } = workspace;
  const counts = (
    [
      [answers, 'answer'],
      [settings, 'setting'],
      [subscriptions, 'subscription'],
      [feeds, 'feed'],
      [documents, 'document'],
    ] as const
  ).flatMap(([count, what]) => (count > 0 ? [countWords(count, what)] : []));
  const gone =
    forgottenAt !== null
      ? [`forgotten ${forgottenAt}`]
      : leftAt !== null
        ? [`left ${leftAt}, forgotten from ${forgetAt}`]
        : [];
  return [printable(workspaceName(workspace)), [...counts, ...gone].join(', ') || 'nothing'].join('  ');
}
