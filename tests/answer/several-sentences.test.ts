/** Questions that more than one sentence answers: either side of a case, a list, several cases at once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rewriteFootnotes } from '../../src/corpus/case-footnotes.ts';
import { type AnswerKit, openAnswerKit } from '../support/answer-kit.ts';

interface Told {
  readonly kind: string;
  readonly speaker: string;
  readonly country: string;
  readonly against?: string;
  /** The sentence of the digest, and the record's wording. */
  readonly text: string;
}

/** A case file of made-up claims, each from a source of its own. */
function caseFile(id: string, title: string, victim: string, claims: readonly Told[]): string {
  const sources = claims.map((claim, i) => ({
    id: `s${i + 1}`,
    title: `${claim.speaker}, statement`,
    titleIsDescriptive: true,
    publisher: claim.speaker,
    date: '2031-03-14',
    url: `https://sources.example/${id}/s${i + 1}`,
    lang: 'en',
    kind: 'statement',
    authority: 'government',
  }));
  const recorded = claims.map(({ kind, speaker, country, against, text }, i) => ({
    kind,
    speaker,
    speakerCountry: country,
    speakerType: 'government',
    basis: ['unknown'],
    ...(against === undefined ? {} : { against: { actor: null, state: against } }),
    source: `s${i + 1}`,
    wording: text,
  }));
  const lines = (list: readonly object[]): string =>
    list.map((item) => `  - ${JSON.stringify(item)}`).join('\n');
  const digest = claims.map(({ text }, i) => `${text}[^s${i + 1}]`).join('\n');
  return rewriteFootnotes(
    `---\nid: ${id}\nlang: en\ntitle: {fr: "${title}", en: "${title}"}\nvictims: [${victim}]\nperiod: March 2031\nclaims:\n${lines(recorded)}\nsources:\n${lines(sources)}\n---\n## The facts\n\n${digest}\n`,
    sources,
  );
}

const FERRIES = caseFile('2031-malta-ferries', 'The Gozo Ferries outage in Malta (2031)', 'Gozo Ferries', [
  {
    kind: 'accusation',
    speaker: 'Government of Malta',
    country: 'MT',
    against: 'IS',
    text: 'The Government of Malta accused Iceland of the hack of Gozo Ferries.',
  },
  {
    kind: 'accusation',
    speaker: 'Government of Cyprus',
    country: 'CY',
    against: 'IS',
    text: 'The Government of Cyprus likewise accused Iceland of the hack of Gozo Ferries.',
  },
  {
    kind: 'accusation',
    speaker: 'Government of Latvia',
    country: 'LV',
    against: 'AD',
    text: 'The Government of Latvia, on the other hand, blamed Andorra for the hack of Gozo Ferries.',
  },
  {
    kind: 'denial',
    speaker: 'Embassy of Iceland',
    country: 'IS',
    text: 'The Embassy of Iceland rejected the accusation over Gozo Ferries as baseless.',
  },
  {
    kind: 'context',
    speaker: 'Port of Valletta',
    country: 'MT',
    text: 'The Port of Valletta said that nobody had asked Gozo Ferries for a ransom.',
  },
]);
const DAM = caseFile('2030-lisboa-dam', 'The Monsaraz dam opened from afar (2030)', 'Monsaraz dam', [
  {
    kind: 'measure',
    speaker: 'Government of Portugal',
    country: 'PT',
    against: 'PY',
    text: 'The Government of Portugal imposed sanctions on the firm Agua Clara over the Monsaraz dam.',
  },
]);
const ORCHESTRA = caseFile(
  '2031-orchestra',
  'The mail of the Tacuarembo orchestra (2031)',
  'Tacuarembo orchestra',
  [
    {
      kind: 'measure',
      speaker: 'Government of Uruguay',
      country: 'UY',
      against: 'OM',
      text: 'The Government of Uruguay imposed sanctions on the firm Desert Lute over the Tacuarembo orchestra.',
    },
  ],
);
const MINISTRY = caseFile(
  '2031-peru-ministry',
  'The intrusion into the Foreign Ministry of Peru (2031)',
  'Foreign Ministry of Peru',
  [
    {
      kind: 'accusation',
      speaker: 'Government of Peru',
      country: 'PE',
      against: 'OM',
      text: 'The Government of Peru accused Oman of the intrusion.',
    },
  ],
);
const SCHOOLS = caseFile('2030-peru-schools', 'The attack on schools (2030)', 'schools', [
  {
    kind: 'accusation',
    speaker: 'Foreign Ministry of Peru',
    country: 'PE',
    against: 'TG',
    text: 'The Foreign Ministry of Peru accused Togo of the attack on the schools.',
  },
]);

let kit: AnswerKit;
beforeAll(async () => {
  kit = await openAnswerKit({
    '2031-malta-ferries.md': FERRIES,
    '2030-lisboa-dam.md': DAM,
    '2031-orchestra.md': ORCHESTRA,
    '2031-peru-ministry.md': MINISTRY,
    '2030-peru-schools.md': SCHOOLS,
  });
});
afterAll(() => kit?.close());

const told = async (question: string): Promise<string> =>
  (await kit.answer(question)).sentences.map(({ text }) => text).join('\n');

test('who says so and who does not: the accusations that differ, and the reply', async () => {
  const said = await told('Gozo Ferries: Iceland or Andorra? I want both sides');
  expect(said).toMatch(/accused Iceland/);
  expect(said).toMatch(/blamed Andorra/);
  expect(said).toMatch(/rejected/);
});

test('a list names each of them', async () => {
  const said = await told('Which countries have blamed others for the hack of Gozo Ferries?');
  for (const country of ['Malta', 'Cyprus', 'Latvia']) expect(said).toContain(country);
});

test('several cases in one question are each told of', async () => {
  const said = await told('Which firms were sanctioned over the Monsaraz dam and the Tacuarembo orchestra?');
  expect(said).toContain('Agua Clara');
  expect(said).toContain('Desert Lute');
});

test('a case beside one that nobody knows is not told of for both', async () => {
  const answer = await kit.answer(
    'Which firms were sanctioned over the Monsaraz dam and the Rotorua airport?',
  );
  expect(answer.status).toBe('unanswered');
});

test('a sum that was never asked for is told of, and a number of something else is no sum', async () => {
  expect(await told('How much ransom did Gozo Ferries pay?')).toContain('nobody had asked');
  expect((await kit.answer('How much did the repair of Gozo Ferries cost?')).status).toBe('unanswered');
});

test('where somebody was arrested is not where somebody was accused', async () => {
  expect((await kit.answer('In which city were the hackers of Gozo Ferries arrested?')).status).toBe(
    'unanswered',
  );
});

test('a list of who denies holds denials, and a town is no country', async () => {
  const denied = await kit.answer('Who has denied the hack of Gozo Ferries?');
  expect(denied.sentences[0]?.text).toContain('rejected');
  expect((await kit.answer('In which city are the hackers of Gozo Ferries based?')).status).toBe(
    'unanswered',
  );
});

test('who attacked somebody is not whom he accuses of another attack', async () => {
  const [first] = (await kit.answer('Who attacked the Foreign Ministry of Peru?')).sentences;
  expect(first?.text).toContain('accused Oman');
});
