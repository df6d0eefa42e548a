/** `npm run corpus:review`: what feeds brought into the corpus, and what people decide of it. */
import '../require-node.ts';
import type { CorpusReviews, UnreviewedSource } from '../app-corpus-review.ts';
import { OperatorError } from '../core/errors.ts';
import { printable } from './printable.ts';
import { type ExitCode, printJson, runCommand } from './run-command.ts';

const HELP = `
Review what feeds brought into the corpus by themselves. Until then answers say that it is not reviewed.

  npm run corpus:review -- list
  npm run corpus:review -- list --feed FEED_ID
  npm run corpus:review -- accept ID…
  npm run corpus:review -- remove ID…
  npm run corpus:review -- remove --feed FEED_ID     everything of the feed that nobody has reviewed

  --json   print [{sourceId, feedId, title, publisher, date, url, lang, textKind, scope, claims, links}];
           for accept and remove {accepted: [ID…], removed: [ID…], unknown: [ID…]}

An accepted source is as good as one that you ingested, also when its feed brings it again. A removed one is gone, and
its feed does not bring it back; npm run ingest -- URL still does. npm run news -- list shows the ids of feeds.`;

await runCommand({
  help: HELP,
  options: { feed: { type: 'string' } },
  positionals: true,
  async run({ values, positionals }) {
    const [action, ...ids] = positionals;
    const feed = values.feed ?? null;
    if (action !== 'list' && action !== 'accept' && action !== 'remove')
      throw new OperatorError('say list, accept or remove; --help explains the command', { exitCode: 2 });
    if (action === 'list' && ids.length > 0)
      throw new OperatorError('list takes no ids; --feed FEED_ID lists those of a feed', { exitCode: 2 });
    if (action !== 'list' && (ids.length === 0) === (feed === null))
      throw new OperatorError(`${action} takes ids of sources, or --feed FEED_ID`, { exitCode: 2 });
    const [{ openReviews }, { loadConfig }] = await Promise.all([
      import('../app-corpus-review.ts'),
      import('../config.ts'),
    ]);
    const reviews = await openReviews(loadConfig());
    try {
      const json = values.json === true;
      if (action === 'list') return list(await reviews.list(feed), json);
      const wanted = feed === null ? ids : (await reviews.list(feed)).map(({ source }) => source.id);
      return await decide(reviews, action === 'accept' ? 'accepted' : 'removed', wanted, json);
    } finally {
      await reviews.close();
    }
  },
});

function list(sources: readonly UnreviewedSource[], json: boolean): ExitCode {
  if (json) printJson(sources.map(asJson));
  else if (sources.length === 0) process.stdout.write('Nothing to review.\n');
  else for (const source of sources) process.stdout.write(`${readable(source)}\n\n`);
  return 0;
}

async function decide(
  reviews: CorpusReviews,
  verdict: 'accepted' | 'removed',
  ids: readonly string[],
  json: boolean,
): Promise<ExitCode> {
  const result = { accepted: [] as string[], removed: [] as string[], unknown: [] as string[] };
  for (const id of new Set(ids))
    result[(await reviews.decide(id, verdict)) === null ? 'unknown' : verdict].push(id);
  if (json) printJson(result);
  else for (const id of result[verdict]) process.stdout.write(`${verdict}: ${printable(id)}\n`);
  for (const id of result.unknown)
    process.stderr.write(
      `${printable(id)}: no feed brought a source of this id; npm run corpus:review -- list shows them\n`,
    );
  return result.unknown.length > 0 ? 1 : 0;
}

function asJson({ source, feedId, claims, links }: UnreviewedSource) {
  const { id: sourceId, title, publisher, publishedAt: date, url, lang, textKind, scope } = source;
  return { sourceId, feedId, title, publisher, date, url, lang, textKind, scope, claims, links };
}

function readable({ source, feedId, claims, links }: UnreviewedSource): string {
  const { id, title, publisher, publishedAt, textKind } = source;
  const head = [publishedAt ?? 'no date', publisher, textKind, `feed ${feedId}`].filter(
    (part) => part !== null,
  );
  const told = claims.map(
    ({ kind, speaker, wording }) => `  - ${kind}, ${speaker}: ${wording ?? '(no wording)'}`,
  );
  const cases = links.map(({ caseId, status }) => `  = ${status}: ${caseId}`);
  return [id, `  ${title}`, `  ${head.join(' · ')}`, ...(told.length > 0 ? told : ['  no claims']), ...cases]
    .map(printable)
    .join('\n');
}
