/** What the index counts of its sources is what one would count who reads them all, for each who may see some. */
import { expect, it } from 'vitest';
import type { CaseRecord } from '../../../src/core/case-record.ts';
import { AUTHORITIES, type SourceDocument } from '../../../src/core/source.ts';
import { createReadOverview } from '../../../src/read-overview.ts';
import { HARBOUR_CASE, makeDocument } from '../../support/corpus-kit.ts';
import { overviewOf } from '../../support/overview-reference.ts';
import { SAMPLE_CASE } from '../../support/report-kit.ts';
import { seededRandom } from '../index-kit.ts';
import type { IndexPlaces, TestIndex } from './index-places.ts';

const SCOPES = ['global', 'T-plum', 'T-sloe'];
/** Two of them look and sort alike: which comes first is told by the sources. */
const PUBLISHERS = ['Étoile', 'E\u0301toile', 'Anchor', '浪花', 'anchor', null];
const DATES = ['2019', '2021', '2021-05', '2021-05-28', '2021-05-29', '2024-01-02', '2031-04', null, null];

export function describeSpread(places: IndexPlaces): void {
  it('counts within each scope what reading every source would', async () => {
    const index = await places.open(await places.newPlace());
    const documents = scattered(160);
    await index.put('root', 'configured', documents);
    await index.put('news:one', 'ingested', ['a', 'b', 'c'].map(fromFeed));
    await index.review('a', 'accepted');
    await index.review('b', 'removed');
    const cases = casesOf(documents);
    await index.putCases('root', cases);
    await index.putCases('other', cases.slice(0, 1));
    for (const scope of [undefined, ...SCOPES, 'T-nobody']) await compare(index, scope);
  });

  it('tells age by the dated sources alone, whether others have sources or not', async () => {
    const index = await places.open(await places.newPlace());
    const read = createReadOverview(index);
    const none = { oldest: null, median: null, newest: null, undated: 0, years: [], cases: 0 };
    expect((await read()).balance).toMatchObject(none);
    const dated = ['2020', '2021-05', '2024-01-02', null].map((publishedAt, i) => ({
      ...{ id: `s${i}`, publishedAt },
    }));
    await index.put('root', 'configured', dated.map(document));
    const ages = { oldest: '2020', median: '2021-05', newest: '2024-01-02', undated: 1 };
    expect((await read()).balance).toMatchObject(ages);
    await index.put('own', 'ingested', [document({ id: 'own', publishedAt: '2025', scope: 'T-plum' })]);
    expect((await read()).balance).toMatchObject(ages);
    expect((await read('T-plum')).balance).toMatchObject({ median: '2021-05', newest: '2025', undated: 1 });
    expect((await read('T-plum')).mostRecent.map(({ sourceId }) => sourceId)).toEqual([
      ...['own', 's2', 's1', 's0'],
    ]);
  });

  it('leaves names that sort alike in the order of their sources', async () => {
    const index = await places.open(await places.newPlace());
    const [composed, decomposed] = PUBLISHERS;
    const papers = [composed, decomposed, decomposed, composed].map((publisher, i) =>
      document({ id: `s${(i + 1) % 4}`, authority: 'state-media', publisher: publisher ?? null }),
    );
    await index.put('root', 'configured', papers);
    expect((await createReadOverview(index)()).balance.stateMedia).toEqual([
      { publisher: composed, sources: 2 },
      { publisher: decomposed, sources: 2 },
    ]);
  });

  it('lists and counts the sources of some scopes', async () => {
    const index = await places.open(await places.newPlace());
    const documents = scattered(30);
    await index.put('root', 'configured', documents);
    const all = await index.listSources();
    for (const scopes of [[], ['T-plum'], ['T-plum', 'T-nobody', 'T-sloe'], SCOPES])
      expect(await index.listSources(scopes)).toEqual(all.filter(({ scope }) => scopes.includes(scope)));
    const counted = SCOPES.map((scope) => [scope, all.filter((source) => source.scope === scope).length]);
    expect(await index.countScopes()).toEqual(new Map(counted as [string, number][]));
    const ids = [...all.map(({ id }) => id), 'unknown'];
    const visible = all.filter(({ scope }) => scope !== 'T-sloe').map(({ id }) => id);
    expect(await index.visibleOf(ids, 'T-plum')).toEqual(new Set(visible));
    expect(await index.visibleOf([], 'T-plum')).toEqual(new Set());
  });
}

async function compare(index: TestIndex, scope: string | undefined): Promise<void> {
  const { passages, ...overview } = await createReadOverview(index)(scope);
  expect(overview).toEqual(overviewOf(await index.listSources(), await index.listCases(), scope));
  expect(passages).toBe((await index.size(scope ?? 'global')).passages);
}

function document(told: Partial<SourceDocument['source']> & { readonly id: string }): SourceDocument {
  const made = makeDocument({ id: told.id, text: `The plums of ${told.id} are ripe.` });
  return { ...made, source: { ...made.source, ...told } };
}

function fromFeed(id: string): SourceDocument {
  return document({ id, reviewed: false, textKind: 'teaser' });
}

/** Sources of every kind, in every scope, the same for each database. */
function scattered(count: number): SourceDocument[] {
  const random = seededRandom(count);
  const one = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  return Array.from({ length: count }, (_, i) =>
    document({
      id: `${one(['é', 'Z', 'a', '水'])}/${i}`,
      scope: one(['global', ...SCOPES]),
      lang: one(['fr', 'en', 'en', 'zh']),
      textKind: one(['original', 'digest', 'teaser'] as const),
      authority: one([...AUTHORITIES, 'state-media', 'state-media', null] as const),
      publisher: one(PUBLISHERS),
      publishedAt: one(DATES),
      reviewed: random() < 0.8,
    }),
  );
}

/** Cases whose claims rest on sources of every scope, and on some that are not there. */
function casesOf(documents: readonly SourceDocument[]): CaseRecord[] {
  const { claims } = SAMPLE_CASE.record;
  const records = [HARBOUR_CASE, SAMPLE_CASE.record, { ...HARBOUR_CASE, id: 'unseen', claims: [] }];
  return records.map((record, i) => ({
    ...record,
    claims: [...record.claims, ...claims, ...claims].map((claim, j) => ({
      ...claim,
      sourceId: j % 5 === 4 ? 'not there' : (documents[7 * i + 3 * j]?.source.id ?? 'not there'),
    })),
  }));
}
