/** What the record calls a claim, its sentence is called. */
import { expect, test } from 'vitest';
import { calledAsRecorded, recordedClaims } from '../../src/answer/recorded-claims.ts';
import type { CaseRecord, Claim } from '../../src/core/case-record.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { readText } from '../../src/reading/read-text.ts';
import { SAMPLE_CASE } from '../support/report-kit.ts';

const lexicon = loadLexicon();
const [stored] = SAMPLE_CASE.sources;
const [first] = SAMPLE_CASE.record.claims;
if (stored === undefined || first === undefined) throw new Error('the sample case is empty');
const TEXT =
  'Un groupe lié au port, les Hiboux, a revendiqué l’attaque du phare. Oslo accuse Andorre de l’attaque du phare. Le phare est réparé.';
const text = readText({ ...stored, source: { ...stored.source, textLang: 'fr' }, text: TEXT }, lexicon);
const claim = (over: Partial<Claim>): Claim => ({ ...first, sourceId: stored.source.id, ...over });
const record = (...claims: Claim[]): CaseRecord => ({ ...SAMPLE_CASE.record, claims });

const BOAST = claim({
  kind: 'self-claim',
  speaker: 'Les Hiboux',
  wording: 'Le groupe revendique l’attaque du phare.',
});
const ACCUSATION = claim({
  kind: 'accusation',
  speaker: 'Oslo',
  wording: 'Oslo accuse Andorre de l’attaque.',
});
const UNTOLD = claim({
  kind: 'denial',
  speaker: 'Lisbonne',
  wording: 'Lisbonne dément toute participation.',
});
const ELSEWHERE = claim({ sourceId: 'unknown/s9' });

test('each claim has the sentence that tells it, or none', () => {
  const found = recordedClaims(record(BOAST, ACCUSATION, UNTOLD, ELSEWHERE), [text], lexicon);
  expect(found.map(({ sentence }) => sentence?.index ?? null)).toEqual([0, 1, null, null]);
});

test('the record’s word goes before the signs of the sentence', () => {
  const kinds = (claims: Claim[]) =>
    calledAsRecorded(record(...claims), [text], lexicon)[0]?.sentences.map(({ kind }) => kind);
  expect(kinds([])).toEqual(['accusation', 'accusation', 'context']);
  expect(kinds([BOAST, UNTOLD])).toEqual(['self-claim', 'accusation', 'context']);
  expect(kinds([BOAST, { ...ACCUSATION, kind: 'context' }])).toEqual(['self-claim', 'accusation', 'context']);
});

test('the record says who speaks, and its accusation is one in another source’s words of the same day', () => {
  const told = readText(
    {
      ...stored,
      source: { ...stored.source, id: 'other/s2', textLang: 'fr' },
      text: 'Le 3 mars 2031, la Norvège a déclaré que l’attaque du phare venait d’Andorre. Le 4 mars 2031, la Norvège a parlé d’Andorre. Le 3 mars 2031, la Norvège n’a pas nommé Andorre.',
    },
    lexicon,
  );
  const dated = {
    ...ACCUSATION,
    speakerCountry: 'NO',
    eventDate: '2031-03-03',
    against: { actor: null, aliases: [], state: 'AD' },
  };
  const [own, again] = calledAsRecorded(record(dated), [text, told], lexicon);
  expect(own?.sentences[1]?.speaker?.vocabulary.general.has('country:no')).toBe(true);
  expect(again?.sentences.map(({ kind }) => kind)).toEqual(['accusation', 'context', 'context']);
});
