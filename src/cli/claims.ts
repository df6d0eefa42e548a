/** `npm run claims`: what was read out of articles, and to which cases they belong. */
import '../require-node.ts';
import type { App } from '../app.ts';
import { OperatorError } from '../core/errors.ts';
import { printable } from './printable.ts';
import { type ExitCode, printJson, runCommand } from './run-command.ts';
import { withApp } from './with-app.ts';

const HELP = `
Show what was read out of articles, and accept or reject the cases that they were given.

  npm run claims -- list SOURCE_ID       the claims of an ingested article, and its cases
  npm run claims -- extract PATH…        read files without storing anything
  npm run claims -- review               articles whose case is only proposed
  npm run claims -- link SOURCE CASE     the article belongs to the case
  npm run claims -- unlink SOURCE CASE   it does not

  --json   print one JSON document

What you decide stays, also when the article is ingested again. A proposed case that no file describes yet is shown
as «new case: ID», in JSON new:ID; write corpus/ID.md to have it. npm run search shows the ids of sources.`;

type Reading = Awaited<ReturnType<App['index']['readClaims']>>;

await runCommand({
  help: HELP,
  options: {},
  positionals: true,
  async run({ values, positionals, signal }) {
    const [action, ...args] = positionals;
    const json = values.json === true;
    const need = (count: number, what: string): void => {
      if (args.length !== count)
        throw new OperatorError(`${action} takes ${what}; --help explains the command`, { exitCode: 2 });
    };
    switch (action) {
      case 'list':
        need(1, 'the id of one article');
        return withApp(signal, (app) => list(app, args[0] ?? '', json));
      case 'extract':
        if (args.length === 0) throw new OperatorError('extract takes files or folders', { exitCode: 2 });
        return withApp(signal, (app) => extract(app, args, json, signal));
      case 'review':
        need(0, 'nothing');
        return withApp(signal, (app) => review(app, json));
      case 'link':
      case 'unlink':
        need(2, 'the id of an article and the id of a case');
        return withApp(signal, (app) => decide(app, args[0] ?? '', args[1] ?? '', action, json));
      default:
        throw new OperatorError('say list, extract, review, link or unlink; --help explains the command', {
          exitCode: 2,
        });
    }
  },
});

async function list(app: App, id: string, json: boolean): Promise<ExitCode> {
  if ((await app.index.readSources([id])).length === 0) throw unknownSource(id);
  const reading = await app.index.readClaims(id);
  if (json) printJson({ sourceId: id, ...reading });
  else process.stdout.write(readable(id, reading));
  return 0;
}

async function extract(
  app: App,
  paths: readonly string[],
  json: boolean,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { documents, failed } = await app.articles.readFiles(paths, signal);
  const readings = [];
  for (const document of documents) {
    const { claims, links, dropped, failure } = await app.articles.read(document, signal);
    readings.push({ sourceId: document.source.id, claims, links, dropped, failure });
  }
  if (json) printJson(readings);
  else
    for (const { sourceId, claims, links } of readings)
      process.stdout.write(
        readable(sourceId, { claims, links: links.map((link) => ({ ...link, sourceId, byHand: false })) }),
      );
  for (const { input, reason } of failed) process.stderr.write(`${input}: ${reason}\n`);
  return failed.length > 0 ? 1 : 0;
}

async function review(app: App, json: boolean): Promise<ExitCode> {
  const proposed = await app.index.listLinks('proposed');
  if (json) printJson(proposed);
  else if (proposed.length === 0) process.stdout.write('Nothing to review.\n');
  else for (const link of proposed) process.stdout.write(`${printable(link.sourceId)}  ${linkLine(link)}\n`);
  return 0;
}

async function decide(
  app: App,
  sourceId: string,
  caseId: string,
  action: 'link' | 'unlink',
  json: boolean,
): Promise<ExitCode> {
  if (action === 'link' && !(await app.cases.list()).some(({ id }) => id === caseId))
    throw new OperatorError(
      `there is no case ${printable(caseId)}: write corpus/${printable(caseId.replace(/^new:/, ''))}.md first; npm run case lists the cases`,
    );
  const known = await app.index.decideLink(sourceId, caseId, action === 'link' ? 'linked' : 'rejected');
  if (!known) throw unknownSource(sourceId);
  return list(app, sourceId, json);
}

function unknownSource(id: string): OperatorError {
  return new OperatorError(`there is no source ${printable(id)}: npm run search shows ids`);
}

function readable(
  id: string,
  {
    claims,
    links,
  }: { readonly claims: readonly Reading['claims'][number][]; readonly links: Reading['links'] },
): string {
  const lines = claims.map(
    ({ kind, speaker, speakerCountry, against, confidenceAsStated, eventDate, start, end, by }) => {
      const accused = [against?.actor, against?.state].filter((part) => part != null).join(', ');
      const parts = [
        eventDate ?? 'no date',
        kind,
        `${speaker}${speakerCountry === null ? '' : ` (${speakerCountry})`}`,
        ...(accused === '' ? [] : [`against ${accused}`]),
        ...(confidenceAsStated === null ? [] : [`"${confidenceAsStated}"`]),
        `[${start}-${end}, ${by}]`,
      ];
      return `  ${printable(parts.join('  '))}`;
    },
  );
  const none = claims.length === 0 ? ['  no claims'] : [];
  return `${[printable(id), ...lines, ...none, ...links.map((link) => `  ${linkLine(link)}`)].join('\n')}\n`;
}

function linkLine({ caseId, status, score, reason, byHand }: Reading['links'][number]): string {
  const name = caseId.startsWith('new:') ? `new case: ${caseId.slice('new:'.length)}` : caseId;
  return printable(`${byHand ? `${status} by hand` : status}: ${name}  (${score}: ${reason})`);
}
