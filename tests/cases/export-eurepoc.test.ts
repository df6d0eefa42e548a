/** Cases in EuRepoC's terms: every claim with its author and its source, nothing coded that is not said. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseFile, toCaseFile } from '../../src/cases/case-file.ts';
import { exportEurepoc } from '../../src/cases/export-eurepoc.ts';
import { HOSTILE_CASE } from '../support/case-book-kit.ts';
import { caseFile } from '../support/case-file-arbitrary.ts';
import { OTHER_CASE, SAMPLE_CASE } from '../support/report-kit.ts';
import { shippedCases } from '../support/shipped-cases.ts';

function checkClaims(file: CaseFile): void {
  const [incident] = exportEurepoc([file]).incidents;
  if (incident === undefined) throw new Error('a case is missing');
  const told = [
    ...incident.attributions.map((entry) => ({ ...entry.casebook, speaker: entry.attributing_actor[0] })),
    ...[...incident.political_responses, ...incident.legal_responses].map(({ casebook, ...entry }) => {
      const [speaker] = Object.entries(entry).flatMap(([name, value]) =>
        name.endsWith('_response_actor') ? [value].flat() : [],
      );
      return { ...casebook, speaker };
    }),
    ...incident.casebook.statements,
  ];
  const { claims } = file.record;
  const short = ({ kind, speaker, wording, source }: Record<string, unknown>) =>
    JSON.stringify([kind, speaker, wording, source]);
  expect(told.map((entry) => short(entry)).sort()).toEqual(
    claims.map((claim) => short({ ...claim, source: claim.sourceId })).sort(),
  );
  const articles = new Set(incident.articles.map(({ article_id: id }) => id));
  for (const { source, speaker } of told) {
    expect(articles).toContain(source);
    expect(speaker).toBeTruthy();
  }
  expect(incident.number_of_attributions).toBe(incident.attributions.length);
}

test('cases of the kit and of the corpus lose no claim', async () => {
  const files = [...[SAMPLE_CASE, OTHER_CASE, HOSTILE_CASE].map(toCaseFile), ...(await shippedCases())];
  for (const file of files) checkClaims(file);
  expect(exportEurepoc(files).incidents).toHaveLength(files.length);
});

test('any case: every claim once, with author and source, the same again', () => {
  fc.assert(
    fc.property(caseFile, (file) => {
      checkClaims(file);
      expect(exportEurepoc([structuredClone(file)])).toEqual(exportEurepoc([file]));
    }),
    { numRuns: 150 },
  );
});

describe('the sample cases', () => {
  const { about, incidents } = exportEurepoc([SAMPLE_CASE, OTHER_CASE].map(toCaseFile));
  const [lake, mill] = incidents;

  test('name the codebook', () => {
    expect(about.vocabulary).toMatchObject({ codebook: '1.2' });
  });

  test('an attribution has the fields of the data release, and what is ours apart', () => {
    expect(lake?.attributions[0]).toEqual({
      attribution_id: '2025-lac-gris/c1',
      settled: null,
      attribution_year: 2025,
      attribution_month: 5,
      attribution_day: 28,
      attribution_full_date: ['2025-05-28'],
      attribution_basis: [],
      attribution_type: [],
      attributing_country: [],
      attributing_actor: ['Ministère des Eaux de Valdoria'],
      attribution_it_company: [],
      attributed_initiator_name: ['Lynx 31'],
      attributed_initiator_country: ['Antarctica'],
      attributed_initiator_country_alpha_2: ['AQ'],
      casebook: {
        kind: 'accusation',
        speaker_type: 'government',
        speaker_country_alpha_2: null,
        basis: ['technical', 'intelligence'],
        confidence_as_stated: 'quasi-certitude',
        wording: 'Le ministère impute à Lynx 31 l’intrusion dans les pompes du lac.',
        source: '2025-lac-gris/s1',
        aliases: ['Violet Heron', 'TA-88'],
      },
    });
  });

  test('a month has no day, and a basis is coded only where the speaker decides it', () => {
    expect(lake?.attributions[1]).toMatchObject({
      attribution_day: null,
      attribution_full_date: ['2025-06'],
      attribution_basis: ['Attribution by international organization'],
    });
    expect(mill?.attributions[0]).toMatchObject({ attribution_basis: [] });
  });

  test('measures of states are responses, a company’s are not, and what the accused say is ours', () => {
    expect(lake?.political_responses).toMatchObject([{ political_response_actor: ['Union des Rivières'] }]);
    expect(mill?.political_responses).toEqual([]);
    expect(lake?.casebook.statements.map(({ kind, attribution_basis: basis }) => [kind, basis])).toEqual([
      ['denial', []],
      ['contest', ['Contested attribution']],
      ['context', []],
    ]);
  });

  test('an address that is none of the web is left out', () => {
    const [hostile] = exportEurepoc([toCaseFile(HOSTILE_CASE)]).incidents;
    expect(hostile?.sources_url.join()).not.toContain('javascript');
  });
});
