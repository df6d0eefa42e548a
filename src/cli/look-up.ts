/** `npm run case|timeline|sides|summary|compare|sources`: what the case book holds. */
import '../require-node.ts';
import type { App } from '../app.ts';
import { ANSWER_LANGS, type AnswerLang } from '../core/answer.ts';
import type { ReportOutcome } from '../core/case-book.ts';
import { OperatorError } from '../core/errors.ts';
import { LOOK_UP_KINDS, type LookUpKind, type Report, reportText } from '../core/report.ts';
import { printable } from './printable.ts';
import { type ExitCode, printJson, runCommand } from './run-command.ts';
import { withApp } from './with-app.ts';

const WHAT: Record<LookUpKind, string> = {
  case: 'Show the card of a case: target, accusations, replies, measures, sources. Without words, list the cases.',
  timeline: 'Show what was said and done in a case, in order.',
  sides: 'Show accusation against answer, each with its certainty and kind of source.',
  summary: 'Sum up a case, an actor, a country, or a period such as "since 2024-03".',
  compare: 'Show two cases beside each other.',
  sources: 'Show the sources of a case by kind of publisher. Without words, show what the corpus holds.',
};

const kind = readKind();
process.argv.splice(2, 1);

const words = kind === 'summary' ? '"case, actor, country or period"' : '"case id or words of its title"';
const HELP = `
${WHAT[kind]}

  npm run ${kind} -- ${words}${kind === 'compare' ? ' --with "the other case"' : ''}

  --lang fr|en|zh   language of headings and labels (en); digests stay in theirs
  --json            print the report as one JSON document
${kind === 'timeline' || kind === 'sources' ? '  --png FILE        also write it as a picture\n' : ''}
Exit code 1 when no case fits, or several do; 2 when the command is wrong.`;

await runCommand({
  help: HELP,
  options: { lang: { type: 'string' }, with: { type: 'string' }, png: { type: 'string' } },
  positionals: true,
  async run({ values, positionals, signal }) {
    const lang = readLang(values.lang);
    const typed = positionals.join(' ').trim();
    const json = values.json === true;
    if (typed === '' && kind !== 'case' && kind !== 'sources')
      throw new OperatorError('nothing to look up; --help explains the command', { exitCode: 2 });
    if ((kind === 'compare') !== (values.with !== undefined))
      throw new OperatorError(
        kind === 'compare'
          ? 'the other case is missing: --with WORDS'
          : `--with is for compare, not for ${kind}`,
        {
          exitCode: 2,
        },
      );
    const { png } = values;
    if (png !== undefined && kind !== 'timeline' && kind !== 'sources')
      throw new OperatorError(`--png is for timeline and sources, not for ${kind}`, { exitCode: 2 });
    if (png === '') throw new OperatorError('--png names no file', { exitCode: 2 });
    return withApp(signal, async (app): Promise<ExitCode> => {
      if (typed === '' && kind === 'case') {
        const found = await app.cases.find('', lang);
        if (found.length === 0)
          process.stderr.write(
            'the corpus holds no case: npm run ingest -- FOLDER adds documents and case files\n',
          );
        if (json) printJson(found.map(({ value: id, label: title }) => ({ id, title })));
        else for (const { value, label } of found) process.stdout.write(`${value}  ${printable(label)}\n`);
        return 0;
      }
      const report =
        typed === ''
          ? await app.corpusReport(lang)
          : await lookUp(app, {
              text: typed,
              lang,
              ...(values.with === undefined ? {} : { other: values.with }),
            });
      if (png !== undefined) {
        const { writePicture } = await import('../app-pictures.ts');
        await writePicture(app.pictures, report, png);
        process.stderr.write(`wrote ${printable(png)}\n`);
      }
      if (json) printJson({ ...report, text: reportText(report) });
      else await app.printReport(report, process.stdout);
      return 0;
    });
  },
});

async function lookUp(
  app: App,
  asked: { readonly text: string; readonly lang: AnswerLang; readonly other?: string },
): Promise<Report> {
  const outcome = await app.cases.report({ kind, scope: 'local', ...asked });
  if (outcome.type !== 'report') throw new OperatorError(why(outcome));
  return outcome.report;
}

function why(outcome: Exclude<ReportOutcome, { type: 'report' }>): string {
  const typed = printable(outcome.typed);
  if (outcome.type === 'unknown') return `no case fits "${typed}"; npm run case lists the cases`;
  return `several cases fit "${typed}"; name one by its id: ${outcome.cases.map(({ value }) => value).join(', ')}`;
}

function readKind(): LookUpKind {
  const named = LOOK_UP_KINDS.find((known) => known === process.argv[2]);
  if (named === undefined) throw new Error('package.json starts this with the kind of report');
  return named;
}

function readLang(value: string | undefined): AnswerLang {
  const lang = ANSWER_LANGS.find((known) => known === (value ?? 'en'));
  if (lang === undefined)
    throw new OperatorError(`--lang is "${value}", allowed: ${ANSWER_LANGS.join(', ')}`, { exitCode: 2 });
  return lang;
}
