/** What the bot tells about the corpus, read from the index. */
import { corpusBalance } from './cases/corpus-balance.ts';
import type { CorpusOverview, ReadOverview } from './core/corpus-overview.ts';
import type { Source } from './core/source.ts';
import { tally } from './core/tally.ts';
import type { IndexClient } from './index/index-ports.ts';

/** Sources that are named as the latest. */
const MOST_RECENT = 10;

export function createReadOverview(
  index: Pick<IndexClient, 'listCases' | 'readSpread' | 'size' | 'visibleOf'>,
): ReadOverview {
  return async (scope = 'global') => {
    const [spread, cases, { passages }] = await Promise.all([
      index.readSpread(scope, MOST_RECENT),
      index.listCases(),
      index.size(scope),
    ]);
    const spoken = new Set(cases.flatMap(({ claims }) => claims.map(({ sourceId }) => sourceId)));
    const visible = await index.visibleOf([...spoken], scope);
    const { groups } = spread;
    return {
      sources: groups.reduce((sum, { sources }) => sum + sources, 0),
      passages,
      languages: tally(groups.map(({ lang, sources }) => [lang, sources])).map(([lang, sources]) => {
        return { lang, sources };
      }),
      mostRecent: spread.recent.map(named),
      balance: corpusBalance(spread, cases, visible),
    };
  };
}

function named(source: Source): CorpusOverview['mostRecent'][number] {
  const { id: sourceId, title, titleIsDescriptive, publisher, publishedAt: date } = source;
  const { url, lang, authority } = source;
  return { sourceId, title, titleIsDescriptive, publisher, date, url, lang, authority };
}
