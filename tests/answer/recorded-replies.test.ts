/** A case's record tells which sentences are replies of the accused. */
import { expect, test } from 'vitest';
import { recordedReplies } from '../../src/answer/recorded-replies.ts';
import type { CaseRecord, Claim } from '../../src/core/case-record.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { readText } from '../../src/reading/read-text.ts';
import { SAMPLE_CASE } from '../support/report-kit.ts';

const lexicon = loadLexicon();
const [stored] = SAMPLE_CASE.sources;
const [first] = SAMPLE_CASE.record.claims;
if (stored === undefined || first === undefined) throw new Error('the sample case is empty');
const TEXT =
  'Oslo a désigné un groupe andorran. Andorre juge ces propos sans intérêt. Oslo reproche à Andorre d’autres affaires.';
const text = readText({ ...stored, source: { ...stored.source, textLang: 'fr' }, text: TEXT }, lexicon);

const claim = (over: Partial<Claim>): Claim => ({ ...first, sourceId: stored.source.id, ...over });
const ACCUSATION = claim({
  kind: 'accusation',
  speakerCountry: 'NO',
  against: { actor: null, aliases: [], state: 'AD' },
});
const replies = (...claims: Claim[]) => {
  const record: CaseRecord = { ...SAMPLE_CASE.record, claims: [ACCUSATION, ...claims] };
  return recordedReplies(record, [text], lexicon).map(({ sentence, state }) => [
    sentence.text,
    sentence.kind,
    state,
  ]);
};

test('finds the sentence of a reply, with the kind that the record gives', () => {
  const denial = claim({
    kind: 'denial',
    speaker: 'Andorre',
    speakerCountry: 'AD',
    wording: 'Andorre tient les propos pour dénués d’intérêt.',
  });
  expect(replies(denial)).toEqual([['Andorre juge ces propos sans intérêt.', 'denial', 'country:ad']]);
});

test('takes no further charge of the accuser for a reply, and no claim that no sentence tells', () => {
  const charge = claim({
    kind: 'counter-accusation',
    speaker: 'Oslo',
    speakerCountry: 'NO',
    wording: 'Oslo reproche à Andorre d’autres affaires.',
  });
  const untold = claim({
    kind: 'denial',
    speaker: 'Portugal',
    speakerCountry: 'PT',
    wording: 'Rien de semblable.',
  });
  expect(replies(charge, untold)).toEqual([]);
});
