/** A report says what became of its sources: beside each claim that rests on them, and once on the whole. */
import { describe, expect, it } from 'vitest';
import { toCaseFile } from '../../src/cases/case-file.ts';
import { caseReport } from '../../src/cases/case-report.ts';
import { caseSourcesReport } from '../../src/cases/case-sources-report.ts';
import { compareReport } from '../../src/cases/compare-report.ts';
import { sidesReport } from '../../src/cases/sides-report.ts';
import { summaryReport } from '../../src/cases/summary-report.ts';
import { timelineReport } from '../../src/cases/timeline-report.ts';
import { ANSWER_LANGS } from '../../src/core/answer.ts';
import type { Standing } from '../../src/core/source.ts';
import { OTHER_CASE, SAMPLE_CASE } from '../support/report-kit.ts';

const plain = toCaseFile(SAMPLE_CASE);
const other = toCaseFile(OTHER_CASE);
const CHANGED: Record<string, Standing> = {
  '2025-lac-gris/s1': { status: 'corrected', date: '2025-06-02', note: 'Le nombre de pompes a été revu.' },
  '2025-lac-gris/s3': { status: 'withdrawn', date: null, note: null },
};
const changed = {
  ...plain,
  sources: plain.sources.map((source) => {
    const standing = CHANGED[source.id];
    return standing === undefined ? source : { ...source, standing };
  }),
};

describe.each(ANSWER_LANGS)('in %s', (lang) => {
  it.each([
    ['case', caseReport(changed, lang)],
    ['timeline', timelineReport(changed, lang)],
    ['sides', sidesReport(changed, lang)],
    ['summary', summaryReport('lac', [changed, other], lang)],
    ['compare', compareReport([changed, other], lang)],
    ['sources', caseSourcesReport(changed, lang)],
  ])('%s names each changed source, by its number, before all other notices', (_, report) => {
    const numbers = report.sources.filter(({ sourceId }) => sourceId in CHANGED).map(({ n }) => n);
    expect(numbers.length).toBeGreaterThan(0);
    for (const [i, n] of numbers.entries()) expect(report.notices[i]).toContain(`[${n}]`);
    expect(report.notices.filter((text) => /\[\d+\]/u.test(text))).toHaveLength(numbers.length);
  });

  it('the claim itself says so, and no other claim does', () => {
    const before = caseReport(plain, lang).sections.flatMap(({ lines }) => lines);
    const after = caseReport(changed, lang).sections.flatMap(({ lines }) => lines);
    const more = after.flatMap((line, i) => {
      const added = line.notes.filter((note) => !before[i]?.notes.includes(note));
      return added.length === 0 ? [] : [added];
    });
    const resting = changed.record.claims.filter(({ sourceId }) => sourceId in CHANGED);
    expect(more).toHaveLength(resting.length);
    for (const added of more) expect(added).toHaveLength(1);
  });
});

it('the card names a changed source that none of its claims rests on', () => {
  const claims = changed.record.claims.filter(({ sourceId }) => sourceId !== '2025-lac-gris/s1');
  expect(caseReport({ ...changed, record: { ...changed.record, claims } }, 'fr').notices).toContain(
    'Une source a été corrigée depuis sa parution. Ministère des Eaux de Valdoria, Déclaration du ministère sur les ' +
      'pompes du lac · 2 juin 2025 · Le nombre de pompes a été revu.',
  );
});

it('tells when, and what the publisher says of it', () => {
  expect(caseReport(changed, 'fr').notices[0]).toBe(
    'Une source a été corrigée depuis sa parution. [1] · 2 juin 2025 · Le nombre de pompes a été revu.',
  );
});
