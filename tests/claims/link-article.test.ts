/** To which case an article belongs: sure links only, proposals otherwise, and a new case where none fits. */
import { expect, test } from 'vitest';
import { profileCases } from '../../src/claims/case-profiles.ts';
import { linkArticle } from '../../src/claims/link-article.ts';
import type { CaseRecord, Claim } from '../../src/core/case-record.ts';
import { article, claimsIn, lexicon } from '../support/claims-kit.ts';

const accusation = (country: string, state: string, actor: string | null, date: string): Claim => ({
  kind: 'accusation',
  speaker: country,
  speakerCountry: country,
  speakerType: 'government',
  against: { actor, aliases: [], state },
  basis: ['unknown'],
  confidenceAsStated: null,
  eventDate: date,
  sourceId: 'x/s1',
  wording: null,
});
const record = (id: string, fr: string, en: string, victims: string[], claims: Claim[]): CaseRecord => ({
  id,
  title: { fr, en },
  victims,
  period: null,
  claims,
});
const CASES = [
  record(
    '2031-latvia-parliament',
    'Intrusion au Parlement letton',
    'Intrusion at the Latvian parliament',
    ['Saeima'],
    [accusation('LV', 'BY', 'APT28', '2031-05-03')],
  ),
  record(
    '2029-norway-ferries',
    'Panne des ferries norvégiens',
    'Norwegian ferries stopped',
    ['ferries'],
    [accusation('NO', 'RU', 'Sandworm', '2029-02-01')],
  ),
  record(
    '2028-spain-water',
    'Réseau d’eau espagnol',
    'Spanish water supply',
    ['waterworks'],
    [accusation('ES', 'RU', null, '2028-02-01')],
  ),
  record(
    '2027-peru-customs',
    'Douanes du Pérou',
    'Customs of Peru',
    ['customs'],
    [accusation('PE', 'IR', 'MuddyWater', '2027-03-01')],
  ),
];
const profiles = profileCases(CASES, lexicon);
const link = (text: string, publishedAt: string | null) =>
  linkArticle(article(text, 'en', { publishedAt }), claimsIn(text, 'en', { publishedAt }), profiles, lexicon);

test('an article about the same group, states and days is linked, under any name of the group', () => {
  const text =
    'Latvia accused Belarus of the intrusion at its parliament. Latvia said that Fancy Bear was behind the hack.';
  const [best, ...more] = link(text, '2031-05-04');
  expect(more).toEqual([]);
  expect(best).toMatchObject({ caseId: '2031-latvia-parliament', status: 'linked' });
  expect(best?.reason).toContain('LV accuses BY');
});

test('an article that shares only the states is no more than proposed', () => {
  const found = link('Norway accused Russia of another hack.', '2031-05-04');
  expect(found.filter(({ status }) => status === 'linked')).toEqual([]);
});

test('an article about something else proposes a new case', () => {
  const text = 'On 3 June 2031 Chile accused Lazarus Group of hacking its railways.';
  expect(link(text, '2031-06-04')).toMatchObject([
    { status: 'proposed', caseId: 'new:2031-cl-lazarus-group' },
  ]);
});

test('an article without an accusation proposes nothing', () => {
  expect(link('A hacker conference opened in Lima.', '2031-06-04')).toEqual([]);
});

test('a group that is known by two concepts of one name is named once as the reason', () => {
  const known = record(
    '2026-bank',
    'Vol à la banque',
    'Bank theft',
    ['bank'],
    [accusation('LV', 'KP', 'Lazarus', '2026-02-01')],
  );
  const profiles = profileCases([known], lexicon);
  const text = 'The Latvian government accused the North Korean group Lazarus of the theft at the bank.';
  const links = linkArticle(article(text, 'en'), claimsIn(text, 'en'), profiles, lexicon);
  expect(links.map(({ reason }) => reason).join()).toContain('Lazarus Group');
  for (const { reason } of links) expect(reason).not.toMatch(/(Lazarus Group).*\1/);
});
