/** Cases are found by what a person remembers of them. */
import { describe, expect, it } from 'vitest';
import { findCases } from '../../src/cases/find-cases.ts';
import type { CaseRecord } from '../../src/core/case-record.ts';

const accused = (actor: string, aliases: string[]): CaseRecord['claims'] => [
  {
    kind: 'accusation',
    speaker: 'Valdoria',
    speakerCountry: null,
    speakerType: 'government',
    against: { actor, aliases, state: null },
    basis: [],
    confidenceAsStated: null,
    eventDate: null,
    sourceId: 'x/s1',
    wording: null,
  },
];
const CASES: readonly CaseRecord[] = [
  {
    id: '2019-lake',
    title: { fr: 'Affaire du Lac gris', en: 'Grey Lake affair', zh: '灰湖事件' },
    victims: ['Ministère de Valdoria'],
    period: null,
    claims: accused('Lynx 31', ['Violet Heron']),
  },
  {
    id: '2022-lake-two',
    title: { fr: 'Second lac', en: 'Second lake' },
    victims: [],
    period: null,
    claims: accused('Lynx 44', []),
  },
];
const ids = (typed: string) => findCases(CASES, typed, 'en').map(({ value }) => value);

describe('findCases', () => {
  it.each([
    ['', ['2022-lake-two', '2019-lake']],
    ['lake', ['2022-lake-two', '2019-lake']],
    ['2019-lake', ['2019-lake']],
    ['grey la', ['2019-lake']],
    ['affaire gris', ['2019-lake']],
    ['灰湖', ['2019-lake']],
    ['lynx-31', ['2019-lake']],
    ['LYNX31', ['2019-lake']],
    ['violet heron', ['2019-lake']],
    ['ministere', ['2019-lake']],
    ['nothing of the kind', []],
  ])('%j', (typed, expected) => {
    expect(ids(typed)).toEqual(expected);
  });

  it('shows the title in the language of the reader, English where there is none', () => {
    expect(findCases(CASES, '灰湖', 'zh')[0]?.label).toBe('灰湖事件');
    expect(findCases(CASES, 'second', 'zh')[0]?.label).toBe('Second lake');
  });
});
