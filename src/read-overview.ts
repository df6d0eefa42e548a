/** What the bot tells about the corpus, read from the index. */
import { corpusBalance } from './cases/corpus-balance.ts';
import type { CorpusOverview, ReadOverview } from './core/corpus-overview.ts';
import type { Source } from './core/source.ts';
import type { IndexClient } from './index/index-ports.ts';

/** Sources that are named as the latest. */
const MOST_RECENT = 10;

export function createReadOverview(
  index: Pick<IndexClient, 'listCases' | 'listSources' | 'size'>,
): ReadOverview {
  return async (scope = 'global') => {
    const [all, cases, { passages }] = await Promise.all([
      index.listSources(),
      index.listCases(),
      index.size(scope),
    ]);
    const sources = all.filter((source) => source.scope === 'global' || source.scope === scope);
    return {
      sources: sources.length,
      passages,
      languages: countLanguages(sources),
      mostRecent: sources
        .filter(({ publishedAt }) => publishedAt !== null)
        .sort((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''))
        .slice(0, MOST_RECENT)
        .map(
          ({
            id: sourceId,
            title,
            titleIsDescriptive,
            publisher,
            publishedAt: date,
            url,
            lang,
            authority,
          }) => {
            return { sourceId, title, titleIsDescriptive, publisher, date, url, lang, authority };
          },
        ),
      balance: corpusBalance(sources, cases),
    };
  };
}

function countLanguages(sources: readonly Source[]): CorpusOverview['languages'] {
  const counts = new Map<string, number>();
  for (const { lang } of sources) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return [...counts]
    .map(([lang, count]) => ({ lang, sources: count }))
    .sort((a, b) => b.sources - a.sources || a.lang.localeCompare(b.lang));
}
