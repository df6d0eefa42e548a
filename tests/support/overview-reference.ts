/** The overview of a corpus, counted from all its sources one by one: what the index counts must come to the same. */
import { claimsOnSide } from '../../src/cases/claim-sides.ts';
import type { CaseRecord, Claim } from '../../src/core/case-record.ts';
import type { CorpusBalance, CorpusOverview } from '../../src/core/corpus-overview.ts';
import type { Source } from '../../src/core/source.ts';

/** @param all by id. */
export function overviewOf(
  all: readonly Source[],
  cases: readonly CaseRecord[],
  scope = 'global',
): Omit<CorpusOverview, 'passages'> {
  const sources = all.filter((source) => source.scope === 'global' || source.scope === scope);
  const languages = counts(sources.map(({ lang }) => lang))
    .map(([lang, count]) => ({ lang, sources: count }))
    .sort((a, b) => b.sources - a.sources || a.lang.localeCompare(b.lang));
  return {
    sources: sources.length,
    languages,
    mostRecent: sources
      .filter(({ publishedAt }) => publishedAt !== null)
      .sort((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''))
      .slice(0, 10)
      .map(({ id, title, titleIsDescriptive, publisher, publishedAt, url, lang, authority }) => {
        const date = publishedAt;
        return { sourceId: id, title, titleIsDescriptive, publisher, date, url, lang, authority };
      }),
    balance: balanceOf(sources, cases),
  };
}

function balanceOf(sources: readonly Source[], cases: readonly CaseRecord[]): CorpusBalance {
  const dates = sources.flatMap(({ publishedAt }) => publishedAt ?? []).sort();
  const visible = new Set(sources.map(({ id }) => id));
  const records = [...new Map(cases.map((record) => [record.id, record])).values()].filter(({ claims }) =>
    claims.some(({ sourceId }) => visible.has(sourceId)),
  );
  const countries = (side: 'accusation' | 'reply', countryOf: (claim: Claim) => string | null) =>
    counts(
      records
        .flatMap((record) => claimsOnSide(record, side))
        .filter(({ sourceId }) => visible.has(sourceId))
        .map(countryOf),
    ).map(([country, claims]) => ({ country, claims }));
  const state = sources.filter(({ authority }) => authority === 'state-media');
  return {
    cases: records.length,
    oldest: dates[0] ?? null,
    newest: dates.at(-1) ?? null,
    median: dates[Math.floor((dates.length - 1) / 2)] ?? null,
    undated: sources.length - dates.length,
    unreviewed: sources.filter(({ reviewed }) => !reviewed).length,
    years: counts(dates.map((date) => date.slice(0, 4)))
      .map(([year, count]) => ({ year, sources: count }))
      .sort((a, b) => a.year.localeCompare(b.year)),
    authorities: counts(sources.map(({ authority }) => authority)).map(([authority, count]) => {
      return { authority, sources: count };
    }),
    stateMedia: counts(state.map(({ publisher }) => publisher)).map(([publisher, count]) => {
      return { publisher, sources: count };
    }),
    textKinds: counts(sources.map(({ textKind }) => textKind)).map(([kind, count]) => {
      return { kind, sources: count };
    }),
    accusing: countries('accusation', ({ speakerCountry }) => speakerCountry),
    accused: countries('accusation', ({ against }) => against?.state ?? null),
    replying: countries('reply', ({ speakerCountry }) => speakerCountry),
  };
}

function counts<T extends string | null>(values: readonly T[]): [T, number][] {
  const found = new Map<T, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return [...found].sort(
    ([a, n], [b, m]) => Number(a === null) - Number(b === null) || m - n || (a ?? '').localeCompare(b ?? ''),
  );
}
