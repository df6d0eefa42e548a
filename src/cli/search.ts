/** `npm run search -- "query"`: the passages that match best. */
import '../require-node.ts';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { OperatorError } from '../core/errors.ts';
import type { Hit } from '../core/retrieval.ts';
import { printable } from './printable.ts';
import { integerOption, printJson, runCommand } from './run-command.ts';
import { whyUnreadable } from './why-unreadable.ts';
import { withApp } from './with-app.ts';

const HELP = `
Search the passages of the corpus.

  npm run search -- "ambassador summoned" --k 5
  npm run -s search -- --batch queries.jsonl

  --k 10              how many passages, 1 to 200
  --lang CODE         language of the query, such as fr; otherwise it is identified

Narrow the search; each but the dates may be given several times:

  --lang-of CODE      language of the passages
  --from, --to DATE   when the source was published, both included: 2025, 2025-05 or 2025-05-28
  --publisher NAME    in any case, with or without accents
  --case ID           sources of the case, and articles that belong to it
  --actor NAME        sources that name the actor, under any of its names
  --country NAME      sources that name the country: its name or its ISO code

  --json              print [{passageId, sourceId, score, text}]
  --batch FILE        read {"id", "text", "lang"?} a line, print {"id", "hits": [{passageId, sourceId, score}]} a line`;

interface BatchQuery {
  readonly id: string | number;
  readonly text: string;
  readonly lang?: string;
}

await runCommand({
  help: HELP,
  options: {
    k: { type: 'string' },
    lang: { type: 'string' },
    batch: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    'lang-of': { type: 'string', multiple: true },
    publisher: { type: 'string', multiple: true },
    case: { type: 'string', multiple: true },
    actor: { type: 'string', multiple: true },
    country: { type: 'string', multiple: true },
  },
  positionals: true,
  async run({ values, positionals, signal }) {
    const k = integerOption('k', values.k ?? '10', 1, 200);
    const text = positionals.join(' ').trim();
    if ((text === '') === (values.batch === undefined))
      throw new OperatorError('give a query, or a file with --batch; --help explains the command', {
        exitCode: 2,
      });
    const filter = await readFilter(values);
    return withApp(signal, async ({ index }) => {
      const search = (query: Omit<BatchQuery, 'id'>) =>
        index.search({
          text: query.text,
          k,
          ...(query.lang === undefined ? {} : { lang: query.lang }),
          ...(filter === undefined ? {} : { filter }),
        });
      if (values.batch !== undefined) {
        for await (const query of readBatch(values.batch)) {
          signal.throwIfAborted();
          const hits = (await search(query)).map(shortHit);
          process.stdout.write(`${JSON.stringify({ id: query.id, hits })}\n`);
        }
        return 0;
      }
      const hits = await search({ text, ...(values.lang === undefined ? {} : { lang: values.lang }) });
      if (values.json === true) printJson(hits.map((hit) => ({ ...shortHit(hit), text: hit.passage.text })));
      else printHits(hits);
      return 0;
    });
  },
});

interface FilterOptions {
  readonly from?: string;
  readonly to?: string;
  readonly 'lang-of'?: string[];
  readonly publisher?: string[];
  readonly case?: string[];
  readonly actor?: string[];
  readonly country?: string[];
}

async function readFilter(values: FilterOptions) {
  const { from, to, 'lang-of': langs, publisher, case: cases, actor, country } = values;
  if (Object.values({ from, to, langs, publisher, cases, actor, country }).every((one) => one === undefined))
    return undefined;
  const [{ searchFilter }, { loadConfig }] = await Promise.all([
    import('../app-search-filter.ts'),
    import('../config.ts'),
  ]);
  const names = { publishers: publisher, actors: actor, countries: country };
  return searchFilter(loadConfig(), { langs, from, to, cases, ...names });
}

function shortHit({ passage, source, score }: Hit) {
  return { passageId: passage.id, sourceId: source.id, score };
}

function printHits(hits: readonly Hit[]): void {
  if (hits.length === 0) process.stdout.write('Nothing found.\n');
  for (const { passage, source, score } of hits) {
    const about = [source.publisher, source.publishedAt, passage.id]
      .filter((part) => part !== null)
      .join(', ');
    process.stdout.write(`${score.toFixed(3)}  ${printable(source.title)} (${printable(about)})\n`);
    process.stdout.write(`       ${printable(passage.text)}\n\n`);
  }
}

/** @throws OperatorError (exit code 2) that names the line. */
async function* readBatch(path: string): AsyncGenerator<BatchQuery> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  try {
    for await (const content of lines) {
      line += 1;
      if (content.trim() !== '') yield parseQuery(content, `${path}:${line}`);
    }
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`${path} cannot be read: ${whyUnreadable(error)}`, { exitCode: 2, cause: error });
  }
}

function parseQuery(content: string, place: string): BatchQuery {
  try {
    const query = JSON.parse(content) as Partial<BatchQuery> | null;
    const idIsFine = typeof query?.id === 'string' || typeof query?.id === 'number';
    const langIsFine = query?.lang === undefined || typeof query.lang === 'string';
    if (query !== null && idIsFine && langIsFine && typeof query.text === 'string')
      return query as BatchQuery;
  } catch {
    // The error below says it in our words.
  }
  throw new OperatorError(`${place}: not a query; a line holds {"id": "q1", "text": "…", "lang": "fr"}`, {
    exitCode: 2,
  });
}
