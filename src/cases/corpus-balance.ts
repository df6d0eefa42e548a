/** How the corpus is spread over time, over kinds of publisher, and over the countries that speak and are spoken of. */
import type { CaseRecord, Claim } from '../core/case-record.ts';
import type { CorpusBalance, CountryClaims, SourceGroup, SourceSpread } from '../core/corpus-overview.ts';
import { tally } from '../core/tally.ts';
import { type ClaimSide, claimsOnSide } from './claim-sides.ts';

/**
 * @param cases may name sources that the reader may not see: what rests on those is left out.
 * @param visible ids of those of the cases' sources that the reader may see.
 */
export function corpusBalance(
  { groups, oldest, newest, median }: SourceSpread,
  cases: readonly CaseRecord[],
  visible: ReadonlySet<string>,
): CorpusBalance {
  // A case may stand in two folders.
  const records = [...new Map(cases.map((record) => [record.id, record])).values()].filter(({ claims }) =>
    claims.some(({ sourceId }) => visible.has(sourceId)),
  );
  const countries = (side: ClaimSide, countryOf: (claim: Claim) => string | null): CountryClaims[] => {
    const claims = records.flatMap((record) => claimsOnSide(record, side));
    const spoken = claims.filter(({ sourceId }) => visible.has(sourceId));
    return tally(spoken.map((claim) => [countryOf(claim), 1])).map(([country, count]) => ({
      country,
      claims: count,
    }));
  };
  return {
    cases: records.length,
    oldest,
    newest,
    median,
    undated: countSources(groups.filter(({ year }) => year === null)),
    unreviewed: countSources(groups.filter(({ reviewed }) => !reviewed)),
    years: tally(groups.flatMap(({ year, sources }) => (year === null ? [] : [[year, sources] as const])))
      .map(([year, sources]) => ({ year, sources }))
      .sort((a, b) => a.year.localeCompare(b.year)),
    authorities: tally(groups.map(({ authority, sources }) => [authority, sources])).map(
      ([authority, sources]) => ({ authority, sources }),
    ),
    stateMedia: tally(
      groups
        .filter(({ authority }) => authority === 'state-media')
        .map(({ publisher, sources }) => [publisher, sources]),
    ).map(([publisher, sources]) => ({ publisher, sources })),
    textKinds: tally(groups.map(({ textKind, sources }) => [textKind, sources])).map(([kind, sources]) => ({
      kind,
      sources,
    })),
    accusing: countries('accusation', ({ speakerCountry }) => speakerCountry),
    accused: countries('accusation', ({ against }) => against?.state ?? null),
    replying: countries('reply', ({ speakerCountry }) => speakerCountry),
  };
}

function countSources(groups: readonly SourceGroup[]): number {
  return groups.reduce((sum, { sources }) => sum + sources, 0);
}
