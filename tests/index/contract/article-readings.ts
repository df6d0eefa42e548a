/** Claims and links beside their article: stored with it, gone with it, and people's word outlasts rules. */
import { expect, test } from 'vitest';
import type { ArticleReading, CaseLink, StoredClaim } from '../../../src/index/reading-ports.ts';
import { makeDocument } from '../../support/corpus-kit.ts';
import { plainLexicon } from '../index-kit.ts';
import type { IndexPlaces } from './index-places.ts';

export function describeReadings(places: IndexPlaces): void {
  const ARTICLE = makeDocument({ id: 'gazette', text: 'Velmar accused Norland of it.' });
  const CASE_SOURCE = makeDocument({ id: 'c/s1', text: 'Norland denied it.', caseIds: ['c'] });
  const CLAIM: StoredClaim = {
    kind: 'accusation',
    speaker: 'Velmar',
    speakerCountry: null,
    speakerType: 'other',
    against: { actor: 'Norland', aliases: [], state: null },
    basis: ['unknown'],
    confidenceAsStated: null,
    eventDate: null,
    sourceId: 'gazette',
    wording: ARTICLE.text,
    start: 0,
    end: ARTICLE.text.length,
    by: 'rules',
  };
  const link = (caseId: string, status: CaseLink['status'], score = 0.5): CaseLink => ({
    caseId,
    status,
    score,
    reason: 'both name Norland',
  });
  const reading = (...links: CaseLink[]): ReadonlyMap<string, ArticleReading> =>
    new Map([['gazette', { claims: [CLAIM], links }]]);

  async function openWith(...links: CaseLink[]) {
    const index = await places.open(await places.newPlace());
    await index.put('root', 'ingested', [ARTICLE, CASE_SOURCE], reading(...links));
    return index;
  }

  test('an article is stored with its claims and links, and leaves with them', async () => {
    const index = await openWith(link('c', 'linked', 0.8), link('d', 'proposed', 0.4));
    expect(await index.readClaims('gazette')).toMatchObject({
      claims: [CLAIM],
      links: [{ caseId: 'c', byHand: false }, { caseId: 'd' }],
    });
    expect(await index.listLinks('proposed')).toMatchObject([{ sourceId: 'gazette', caseId: 'd' }]);
    expect(await index.readLinked('c')).toMatchObject([{ source: { id: 'gazette' }, claims: [CLAIM] }]);
    expect(await index.readLinked('d')).toEqual([]);
    expect(await index.listArticles()).toEqual(['gazette']);

    await index.remove('root', ['gazette']);
    expect(await index.readClaims('gazette')).toEqual({ claims: [], links: [] });
  });

  test('what people decided outlasts rules and another ingest', async () => {
    const index = await openWith(link('c', 'linked'), link('d', 'proposed'));
    expect(await index.decideLink('gazette', 'c', 'rejected')).toBe(true);
    expect(await index.decideLink('gazette', 'd', 'linked')).toBe(true);
    const decided = [
      { caseId: 'c', status: 'rejected', byHand: true },
      { caseId: 'd', status: 'linked', byHand: true },
    ];
    const now = async () =>
      (await index.readClaims('gazette')).links.sort((a, b) => a.caseId.localeCompare(b.caseId));
    expect(await now()).toMatchObject(decided);

    await index.put('root', 'ingested', [ARTICLE], reading(link('c', 'linked'), link('e', 'proposed')));
    expect(await now()).toMatchObject(decided);
    await index.putReadings(reading(link('c', 'linked')));
    expect(await now()).toMatchObject(decided);
  });

  test('a decision on a source that is not stored is refused, and readings of one are passed over', async () => {
    const index = await openWith();
    expect(await index.decideLink('nowhere', 'c', 'linked')).toBe(false);
    await index.putReadings(new Map([['nowhere', { claims: [CLAIM], links: [] }]]));
    expect(await index.readClaims('nowhere')).toEqual({ claims: [], links: [] });
  });

  test('articles were read under the rules of one lexicon', async () => {
    const dataDir = await places.newPlace();
    const before = await places.open(dataDir);
    expect((await before.readingState()).rules).toBe('');
    await before.setReadingState({ rules: '1', cases: 'abc' });
    expect(await before.readingState()).toEqual({ rules: '1', cases: 'abc' });
    await before.close();
    const after = await places.open(dataDir, { lexicon: plainLexicon('newer') });
    expect(await after.readingState()).toEqual({ rules: '', cases: 'abc' });
  });

  test('what was read of an earlier text is not stored beside the one that took its place', async () => {
    const index = await openWith();
    const stale = new Map([
      ['gazette', { contentHash: ARTICLE.source.contentHash, claims: [CLAIM], links: [] }],
    ]);
    const text = 'Velmar took back what it had said.';
    const mended = makeDocument({ id: 'gazette', text });
    await index.put('root', 'ingested', [
      { ...mended, source: { ...mended.source, contentHash: 'another' } },
    ]);
    await index.putReadings(stale);
    expect((await index.readClaims('gazette')).claims).toEqual([]);
    expect(await index.listUnread(1)).toEqual(['gazette']);
  });
}
