/** `npm run feedback`: what people thought of answers, and what they said to be wrong in them. */
import '../require-node.ts';
import type { readErrors, readFeedback } from '../app-feedback.ts';
import { OperatorError } from '../core/errors.ts';
import { printable } from './printable.ts';
import { integerOption, printJson, runCommand } from './run-command.ts';

const HELP = `
List what people thought of answers, the newest first, with question, answer and sources.

  npm run feedback -- --down --since 2026-01-31
  npm run feedback -- --errors

  --errors       what people said to be wrong in answers, in place of ratings
  --since DATE   only what was given on that day (UTC) or later
  --down, --up   only 👎, only 👍
  --limit 50     how many at most, 1 to 10000
  --json         print [{answerId, verdict, ratedAt, platform, workspaceId, question, text, sourceIds}];
                 with --errors [{answerId, reportedAt, platform, workspaceId, question, text, report,
                 sentence, sourceIds}]

Who gave a rating or reported an error is not shown. Answers are kept for 90 days, and these with them.`;

type ErrorReport = NonNullable<Awaited<ReturnType<typeof readErrors>>>[number];
type Rating = NonNullable<Awaited<ReturnType<typeof readFeedback>>>[number];

await runCommand({
  help: HELP,
  options: {
    errors: { type: 'boolean' },
    since: { type: 'string' },
    down: { type: 'boolean' },
    up: { type: 'boolean' },
    limit: { type: 'string' },
  },
  async run({ values }) {
    const limit = integerOption('limit', values.limit ?? '50', 1, 10_000);
    const since = values.since === undefined ? undefined : dayOption('since', values.since);
    if (values.down === true && values.up === true)
      throw new OperatorError('give --down or --up, or neither for both', { exitCode: 2 });
    if (values.errors === true && (values.down === true || values.up === true))
      throw new OperatorError('give --errors alone: an error that was reported is no rating', {
        exitCode: 2,
      });
    const verdict = values.down === true ? 'down' : values.up === true ? 'up' : undefined;
    const [app, { loadConfig }] = await Promise.all([import('../app-feedback.ts'), import('../config.ts')]);
    if (values.errors === true) {
      const errors = await app.readErrors(loadConfig(), { since, limit });
      if (values.json === true) printJson(errors ?? []);
      else if (errors === null || errors.length === 0) process.stdout.write('No errors reported.\n');
      else for (const error of errors) process.stdout.write(`${readableError(error)}\n\n`);
      return 0;
    }
    const ratings = await app.readFeedback(loadConfig(), { since, verdict, limit });
    if (values.json === true) printJson(ratings ?? []);
    else if (ratings === null)
      process.stdout.write('There are no ratings yet: nobody has rated an answer.\n');
    else if (ratings.length === 0) process.stdout.write('No ratings found.\n');
    else for (const rating of ratings) process.stdout.write(`${readable(rating)}\n\n`);
    return 0;
  },
});

/** The beginning of a day in UTC. @throws OperatorError (exit code 2). */
function dayOption(name: string, value: string): Date {
  const date = new Date(`${value}T00:00:00Z`);
  // JavaScript takes 31 April for 1 May.
  if (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(date.getTime()) && date.toJSON().startsWith(value))
    return date;
  throw new OperatorError(`--${name} is "${value}", allowed: a day such as 2026-01-31`, { exitCode: 2 });
}

function readable({ verdict, ratedAt, ...rating }: Rating): string {
  return [
    `${minute(ratedAt)}  ${verdict === 'up' ? '👍' : '👎'} ${verdict}  ${whereOf(rating)}`,
    ...judged(rating),
  ].join('\n');
}

function readableError({ reportedAt, report, sentence, ...rest }: ErrorReport): string {
  return [
    `${minute(reportedAt)}  error  ${whereOf(rest)}`,
    `  ! ${printable(report)}`,
    ...(sentence === null ? [] : [`  in: ${printable(sentence)}`]),
    ...judged(rest),
  ].join('\n');
}

function minute(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)}`;
}

function whereOf({ platform, workspaceId, answerId }: Omit<Rating, 'verdict' | 'ratedAt'>): string {
  return `${printable(`${platform} ${workspaceId}`)}  ${printable(answerId)}`;
}

/** The question with its answer. */
function judged({ question, text, sourceIds }: Omit<Rating, 'verdict' | 'ratedAt'>): string[] {
  const sentences = text === '' ? ['(not answered: the corpus does not say)'] : text.split('\n');
  return [
    `  ? ${printable(question)}`,
    ...sentences.map((sentence) => `    ${printable(sentence)}`),
    ...sourceIds.map((id, i) => `    [${i + 1}] ${printable(id)}`),
  ];
}
