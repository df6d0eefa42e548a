/** `npm run feedback`: what people thought of answers. */
import '../require-node.ts';
import type { readFeedback } from '../app-feedback.ts';
import { OperatorError } from '../core/errors.ts';
import { printable } from './printable.ts';
import { integerOption, printJson, runCommand } from './run-command.ts';

const HELP = `
List what people thought of answers, the newest first, with question, answer and sources.

  npm run feedback -- --down --since 2026-01-31

  --since DATE   only ratings of that day (UTC) or later
  --down, --up   only 👎, only 👍
  --limit 50     how many at most, 1 to 10000
  --json         print [{answerId, verdict, ratedAt, platform, workspaceId, question, text, sourceIds}]

Who gave a rating is not shown. Answers are kept for 90 days, and ratings with them.`;

type Rating = NonNullable<Awaited<ReturnType<typeof readFeedback>>>[number];

await runCommand({
  help: HELP,
  options: {
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
    const verdict = values.down === true ? 'down' : values.up === true ? 'up' : undefined;
    const [app, { loadConfig }] = await Promise.all([import('../app-feedback.ts'), import('../config.ts')]);
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

function readable({ verdict, ratedAt, platform, workspaceId, ...rating }: Rating): string {
  const time = `${ratedAt.slice(0, 10)} ${ratedAt.slice(11, 16)}`;
  const where = printable(`${platform} ${workspaceId}`);
  const sentences =
    rating.text === '' ? ['(not answered: the corpus does not say)'] : rating.text.split('\n');
  return [
    `${time}  ${verdict === 'up' ? '👍' : '👎'} ${verdict}  ${where}  ${printable(rating.answerId)}`,
    `  ? ${printable(rating.question)}`,
    ...sentences.map((sentence) => `    ${printable(sentence)}`),
    ...rating.sourceIds.map((id, i) => `    [${i + 1}] ${printable(id)}`),
  ].join('\n');
}
