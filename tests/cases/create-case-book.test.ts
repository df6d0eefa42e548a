/** The case book finds a case under every name of its actor, and says so when it cannot choose. */
import { describe, expect, it } from 'vitest';
import { createCaseBook } from '../../src/cases/create-case-book.ts';
import type { CaseRecord } from '../../src/core/case-record.ts';
import type { CaseTexts } from '../../src/core/retrieval.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { OTHER_CASE, SAMPLE_CASE } from '../support/report-kit.ts';

const lexicon = loadLexicon();
const [first] = SAMPLE_CASE.record.claims;
if (first === undefined) throw new Error('the sample case has no claim');

/** A case in which `actor` is accused, who acts for China in the accuser's words. */
function accusing(id: string, title: string, actor: string, eventDate: string): CaseTexts {
  const record: CaseRecord = {
    id,
    title: { fr: title, en: title },
    victims: ['Somebody'],
    period: null,
    claims: [
      {
        ...first,
        kind: 'accusation',
        against: { actor, aliases: [], state: 'CN' },
        eventDate,
        speakerCountry: 'NO',
      } as CaseRecord['claims'][number],
    ],
  };
  return { record, sources: SAMPLE_CASE.sources };
}
const CASES = [
  SAMPLE_CASE,
  OTHER_CASE,
  accusing('2021-fjord', 'Fjord intrusion', 'APT31', '2021-07-19'),
  accusing('2024-harbour', 'Harbour intrusion', 'APT 31', '2024-03'),
];
const PRINT = { sourceId: 'print', publisher: 'The Lake Times', date: null, url: null };

const book = createCaseBook({
  index: {
    listCases: async () => CASES.map(({ record }) => record),
    readCase: async (id) => CASES.find(({ record }) => record.id === id) ?? null,
  },
  lexicon: async () => lexicon,
  now: () => new Date('2024-03-31T12:00:00Z'),
});
const report = (kind: 'case' | 'summary' | 'compare', text: string, other?: string) =>
  book.report({ kind, text, lang: 'en', scope: 'w', ...(other === undefined ? {} : { other }) });
const casesOf = async (text: string) => {
  const outcome = await report('summary', text);
  return outcome.type === 'report' ? outcome.report.cases.map(({ id }) => id) : outcome.type;
};

describe('find', () => {
  it.each(['APT31', 'apt 31', 'Zirconium', 'Violet Typhoon', 'JUDGMENT PANDA'])(
    'knows the actor as %s',
    async (alias) => {
      expect((await book.find(alias, 'en')).map(({ value }) => value)).toEqual([
        '2024-harbour',
        '2021-fjord',
      ]);
    },
  );
});

describe('report', () => {
  it('of one case takes its id or words of its title', async () => {
    for (const words of ['2021-fjord', 'fjord', 'Fjord intrus'])
      expect(await report('case', words)).toMatchObject({
        type: 'report',
        report: { kind: 'case', cases: [{ id: '2021-fjord' }] },
      });
  });

  it('asks back when several cases fit equally well, and says when none does', async () => {
    expect(await report('case', 'intrusion')).toMatchObject({ type: 'which', typed: 'intrusion' });
    expect(await report('case', 'volcano')).toEqual({ type: 'unknown', typed: 'volcano' });
    expect(await report('case', ' ')).toMatchObject({ type: 'unknown' });
    expect(await report('compare', 'fjord', 'volcano')).toEqual({ type: 'unknown', typed: 'volcano' });
  });

  it('compares two cases', async () => {
    expect(await report('compare', 'fjord', 'harbour')).toMatchObject({
      type: 'report',
      report: { cases: [{ id: '2021-fjord' }, { id: '2024-harbour' }] },
    });
  });

  it('sums up an actor, a country, a period, or one case', async () => {
    expect(await casesOf('Zirconium')).toEqual(['2024-harbour', '2021-fjord']);
    expect(await casesOf('la Norvège')).toEqual(['2024-harbour', '2021-fjord']);
    expect(await casesOf('中国')).toEqual(['2024-harbour', '2021-fjord']);
    expect(await casesOf('July 2021')).toEqual(['2021-fjord']);
    expect(await casesOf('this month')).toEqual(['2024-harbour']);
    expect(await casesOf('fjord')).toEqual(['2021-fjord']);
    expect(await casesOf('volcano')).toBe('unknown');
  });

  it('says who else printed a source, as far as the asker may see it', async () => {
    const asked: unknown[] = [];
    const printed = createCaseBook({
      index: {
        listCases: async () => [SAMPLE_CASE.record],
        readCase: async () => SAMPLE_CASE,
        readRepublications: async (ids, scope) => {
          asked.push([...ids].sort(), scope);
          return new Map([['2025-lac-gris/s3', [PRINT]]]);
        },
      },
      lexicon: async () => lexicon,
      now: () => new Date(),
    });
    const request = { kind: 'timeline', text: SAMPLE_CASE.record.id, lang: 'en', scope: 'w' } as const;
    const outcome = await printed.report(request);
    if (outcome.type !== 'report') throw new Error(outcome.type);
    const { sources } = outcome.report;
    expect(asked).toEqual([sources.map(({ sourceId }) => sourceId).sort(), 'w']);
    expect(sources.filter(({ alsoPublished }) => alsoPublished !== undefined)).toEqual([
      expect.objectContaining({ sourceId: '2025-lac-gris/s3', alsoPublished: [PRINT] }),
    ]);
  });

  it('shows no source of another workspace, and no claim that rests on one', async () => {
    const [source] = SAMPLE_CASE.sources;
    if (source === undefined) throw new Error('the sample case has no source');
    const secret = { ...source, source: { ...source.source, scope: 'other' } };
    const closed = createCaseBook({
      index: {
        listCases: async () => [SAMPLE_CASE.record],
        readCase: async () => ({ ...SAMPLE_CASE, sources: [secret, ...SAMPLE_CASE.sources.slice(1)] }),
      },
      lexicon: async () => lexicon,
      now: () => new Date(),
    });
    const outcome = await closed.report({
      kind: 'timeline',
      text: SAMPLE_CASE.record.id,
      lang: 'en',
      scope: 'w',
    });
    expect(outcome.type === 'report' && outcome.report.sources.map(({ sourceId }) => sourceId)).not.toContain(
      source.source.id,
    );
    expect((await closed.sources(SAMPLE_CASE.record.id, 'w')).map(({ id }) => id)).not.toContain(
      source.source.id,
    );
    expect((await closed.sources(SAMPLE_CASE.record.id, 'other')).map(({ id }) => id)).toContain(
      source.source.id,
    );
  });
});
