/** `npm run news`: feeds and what comes of them, by hand and for scripts. */
import '../require-node.ts';
import { readFile, writeFile } from 'node:fs/promises';
import type { App } from '../app.ts';
import { ANSWER_LANGS, type AnswerLang } from '../core/answer.ts';
import { errorMessage, OperatorError } from '../core/errors.ts';
import { type Report, reportText } from '../core/report.ts';
import { feedLine, roundLines, subscriptionLine } from './news-lines.ts';
import { printable } from './printable.ts';
import { createProgressBar } from './progress-bar.ts';
import { type ExitCode, printJson, runCommand } from './run-command.ts';
import { withApp } from './with-app.ts';

const HELP = `
Poll feeds, see what would be posted, and look after feeds and subscriptions.

  npm run news -- poll [FEED…]          polls what is due, or these feeds at once; judges, and feeds the corpus
  npm run news -- poll --dry-run        the same on a copy: stores and posts nothing, shows what would be posted
  npm run news -- preview WHAT          what a subscription, a feed (its id or address) or a topic would post now
  npm run news -- digest SUBSCRIPTION   its digest, from the last one to now
  npm run news -- list                  feeds and subscriptions
  npm run news -- add URL               adds a feed, or the one that a site's page names, for everybody
  npm run news -- remove ID             removes a feed with its items, or a subscription
  npm run news -- enable ID             polls a disabled feed again, or lets a paused subscription post again
  npm run news -- retry [SUBSCRIPTION]  tries posts that were given up once more
  npm run news -- import FILE.opml      adds the feeds that a feed reader exported
  npm run news -- export [FILE]         writes the feeds as OPML

  --lang fr      language of preview: fr, en or zh
  --full-text    with add: fetch the whole article where the feed holds only a teaser
  --json         print one JSON document

Channels subscribe by /news, or by NEWS_FILE. Posting is the server's: npm start. docs/news.md tells more.`;

type News = Awaited<ReturnType<App['news']>>;

interface Asked {
  readonly args: readonly string[];
  readonly json: boolean;
  readonly lang: AnswerLang;
  readonly fullText: boolean;
  readonly signal: AbortSignal;
  readonly app: App;
}

/** Each with how many words it takes after its name. */
const ACTIONS: Readonly<
  Record<string, readonly [number, number, (news: News, asked: Asked) => Promise<ExitCode>]>
> = {
  poll: [0, Number.POSITIVE_INFINITY, poll],
  preview: [
    1,
    1,
    async (news, asked) => show(await news.preview(asked.args[0] ?? '', asked.lang, asked.signal), asked),
  ],
  digest: [1, 1, async (news, asked) => show(await news.digest(asked.args[0] ?? ''), asked)],
  list: [0, 0, list],
  add: [1, 1, add],
  remove: [1, 1, async (news, asked) => said('removed', asked, await news.remove(asked.args[0] ?? ''))],
  enable: [1, 1, async (news, asked) => said('enabled', asked, await news.enable(asked.args[0] ?? ''))],
  retry: [0, 1, retry],
  import: [1, 1, importList],
  export: [0, 1, exportList],
};

await runCommand({
  help: HELP,
  options: {
    'dry-run': { type: 'boolean' },
    'full-text': { type: 'boolean' },
    lang: { type: 'string' },
  },
  positionals: true,
  async run({ values, positionals, signal }) {
    const [name = '', ...args] = positionals;
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (action === undefined)
      throw new OperatorError(`say ${Object.keys(ACTIONS).join(', ')}; --help explains the command`, {
        exitCode: 2,
      });
    const [least, most, run] = action;
    if (args.length < least || args.length > most)
      throw new OperatorError(`${name} takes ${takes(least, most)}; --help explains the command`, {
        exitCode: 2,
      });
    const dry = values['dry-run'] === true;
    if (dry && name !== 'poll')
      throw new OperatorError('--dry-run goes with poll: nothing else would do more than it shows', {
        exitCode: 2,
      });
    const lang = ANSWER_LANGS.find((known) => known === (values.lang ?? 'en'));
    if (lang === undefined)
      throw new OperatorError(`--lang is "${values.lang}", allowed: ${ANSWER_LANGS.join(', ')}`, {
        exitCode: 2,
      });
    return withApp(
      signal,
      async (app) => {
        const news = await app.news({ dry });
        try {
          const rest = { args, lang, signal, app };
          return await run(news, {
            ...rest,
            json: values.json === true,
            fullText: values['full-text'] === true,
          });
        } finally {
          await news.close();
        }
      },
      { sync: name === 'poll' || name === 'preview' },
    );
  },
});

function takes(least: number, most: number): string {
  if (most === 0) return 'nothing';
  return least === 0 ? 'one name at most' : 'one name';
}

async function poll(news: News, { args, json, signal }: Asked): Promise<ExitCode> {
  const bar = createProgressBar(process.stderr);
  const { feeds } = await news.list();
  const total = Math.max(1, args.length || feeds.length);
  try {
    const result = await news.poll({
      feeds: args,
      signal,
      onProgress: ({ polled, feed }) => bar.show({ done: Math.min(polled, total), total, input: feed }),
    });
    bar.end();
    if (json) printJson(result);
    else process.stdout.write(`${roundLines(result).join('\n')}\n`);
    for (const { feed, reason } of result.failed)
      process.stderr.write(`${printable(feed)}: ${printable(reason)}\n`);
    return result.failed.length > 0 ? 1 : 0;
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new OperatorError('stopped: what was polled and judged is kept; run the command again to go on', {
      cause: error,
    });
  } finally {
    bar.end();
  }
}

async function show(report: Report | null, { json, app }: Asked): Promise<ExitCode> {
  if (json) printJson(report === null ? null : { ...report, text: reportText(report) });
  else if (report === null) process.stdout.write('Nothing would be posted now.\n');
  else await app.printReport(report, process.stdout);
  return 0;
}

async function list(news: News, { json }: Asked): Promise<ExitCode> {
  const { feeds, subscriptions } = await news.list();
  if (json) printJson({ feeds, subscriptions });
  else {
    for (const feed of feeds) process.stdout.write(`${feedLine(feed)}\n`);
    for (const subscription of subscriptions) process.stdout.write(`${subscriptionLine(subscription)}\n`);
    if (feeds.length + subscriptions.length === 0)
      process.stdout.write('No feeds yet: npm run news -- add URL, or /news subscribe in a channel.\n');
  }
  return 0;
}

async function add(news: News, { args, json, fullText, signal }: Asked): Promise<ExitCode> {
  const feed = await news.add(args[0] ?? '', fullText, signal);
  if (json) printJson(feed);
  else process.stdout.write(`${feedLine(feed)}\n`);
  return 0;
}

async function said(done: 'removed' | 'enabled', { args, json }: Asked, kind: string): Promise<ExitCode> {
  if (json) printJson({ [done]: kind, id: args[0] });
  else process.stdout.write(`${done} the ${kind} ${printable(args[0] ?? '')}\n`);
  return 0;
}

async function retry(news: News, { args, json }: Asked): Promise<ExitCode> {
  const revived = await news.retry(args[0] ?? null);
  if (json) printJson({ revived });
  else process.stdout.write(`${revived} posts will be tried again by the server\n`);
  return 0;
}

async function importList(news: News, { args, json }: Asked): Promise<ExitCode> {
  const file = args[0] ?? '';
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new OperatorError(`${printable(file)} cannot be read: ${errorMessage(error)}`);
  });
  const result = await news.importOpml(bytes);
  if (json) printJson(result);
  else process.stdout.write(`feeds added: ${result.added}; there already: ${result.known}\n`);
  for (const problem of result.problems) process.stderr.write(`${printable(problem)}\n`);
  return result.added + result.known === 0 ? 1 : 0;
}

async function exportList(news: News, { args, json }: Asked): Promise<ExitCode> {
  const opml = await news.exportOpml();
  const [file] = args;
  if (json) printJson({ opml });
  else if (file === undefined) process.stdout.write(opml);
  else {
    await writeFile(file, opml).catch((error: unknown) => {
      throw new OperatorError(`${printable(file)} cannot be written: ${errorMessage(error)}`);
    });
    process.stdout.write(`wrote ${printable(file)}\n`);
  }
  return 0;
}
