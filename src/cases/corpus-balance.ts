/** How the corpus is spread over time, over kinds of publisher, and over the countries that speak and are spoken of. */
import type { CaseRecord, Claim } from '../core/case-record.ts';
import type { CorpusBalance, CountryClaims } from '../core/corpus-overview.ts';
import type { Source } from '../core/source.ts';
import { type ClaimSide, claimsOnSide } from './claim-sides.ts';

/** @param cases may name sources that are not among `sources`: what rests on those is left out. */
export function corpusBalance(sources: readonly Source[], cases: readonly CaseRecord[]): CorpusBalance {
  const dates = sources.flatMap(({ publishedAt }) => publishedAt ?? []).sort();
  const visible = new Set(sources.map(({ id }) => id));
  // A case may stand in two folders.
  const records = [...new Map(cases.map((record) => [record.id, record])).values()].filter(({ claims }) =>
    claims.some(({ sourceId }) => visible.has(sourceId)),
  );
  const countries = (side: ClaimSide, countryOf: (claim: Claim) => string | null): CountryClaims[] => {
    const claims = records.flatMap((record) => claimsOnSide(record, side));
    return tally(claims.filter(({ sourceId }) => visible.has(sourceId)).map(countryOf)).map(
      ([country, count]) => ({ country, claims: count }),
    );
  };
  return {
    cases: records.length,
    oldest: dates[0] ?? null,
    newest: dates.at(-1) ?? null,
    median: dates[Math.floor((dates.length - 1) / 2)] ?? null,
    undated: sources.length - dates.length,
    unreviewed: sources.filter(({ reviewed }) => !reviewed).length,
    years: tally(dates.map((date) => date.slice(0, 4)))
      .map(([year, count]) => ({ year, sources: count }))
      .sort((a, b) => a.year.localeCompare(b.year)),
    authorities: tally(sources.map(({ authority }) => authority)).map(([authority, count]) => ({
      authority,
      sources: count,
    })),
    stateMedia: tally(
      sources.filter(({ authority }) => authority === 'state-media').map(({ publisher }) => publisher),
    ).map(([publisher, count]) => ({ publisher, sources: count })),
    textKinds: tally(sources.map(({ textKind }) => textKind)).map(([kind, count]) => ({
      kind,
      sources: count,
    })),
    accusing: countries('accusation', ({ speakerCountry }) => speakerCountry),
    accused: countries('accusation', ({ against }) => against?.state ?? null),
    replying: countries('reply', ({ speakerCountry }) => speakerCountry),
  };
}

/** Most frequent first, equals by name, what is unknown last. */
function tally<T extends string | null>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(
    ([a, n], [b, m]) => Number(a === null) - Number(b === null) || m - n || (a ?? '').localeCompare(b ?? ''),
  );
}
