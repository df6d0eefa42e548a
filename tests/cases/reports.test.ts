/** Reports show every claim once, on its side, with the source that it rests on. */
import { describe, expect, it } from 'vitest';
import { toCaseFile } from '../../src/cases/case-file.ts';
import { caseReport } from '../../src/cases/case-report.ts';
import { compareReport } from '../../src/cases/compare-report.ts';
import { sidesReport } from '../../src/cases/sides-report.ts';
import { summaryReport } from '../../src/cases/summary-report.ts';
import { timelineReport } from '../../src/cases/timeline-report.ts';
import { ANSWER_LANGS } from '../../src/core/answer.ts';
import type { Claim, ClaimKind } from '../../src/core/case-record.ts';
import { type Report, reportText } from '../../src/core/report.ts';
import { OTHER_CASE, SAMPLE_CASE } from '../support/report-kit.ts';

const sample = toCaseFile(SAMPLE_CASE);
const other = toCaseFile(OTHER_CASE);
const lines = (report: Report) => report.sections.flatMap((section) => section.lines);
const sourceOf = (report: Report, n: number | undefined) =>
  report.sources.find((source) => source.n === n)?.sourceId;

const BASE: Claim = {
  kind: 'accusation',
  speaker: 'Valdoria',
  speakerCountry: 'CZ',
  speakerType: 'government',
  against: { actor: null, aliases: [], state: 'CN' },
  basis: ['political'],
  confidenceAsStated: null,
  eventDate: '2025-05-28',
  sourceId: sample.sources[0]?.id ?? '',
  wording: 'Words.',
};
const withClaims = (...claims: (Partial<Claim> & { kind: ClaimKind })[]) => ({
  ...sample,
  record: { ...sample.record, claims: claims.map((claim) => ({ ...BASE, ...claim })) },
});

describe.each(ANSWER_LANGS)('in %s', (lang) => {
  it('the timeline and the card show every claim, with its source', () => {
    for (const report of [timelineReport(sample, lang), caseReport(sample, lang)]) {
      const cited = lines(report)
        .filter(({ citations }) => citations.length > 0)
        .map(({ text, citations }) => [text, sourceOf(report, citations[0])]);
      for (const { wording, sourceId } of sample.record.claims)
        if (wording !== null) expect(cited).toContainEqual([wording, sourceId]);
      expect(cited).toHaveLength(sample.record.claims.length);
    }
  });

  it('numbers run from 1 in order of first use, and every source is used', () => {
    const files = [sample, other] as const;
    for (const report of [
      caseReport(sample, lang),
      timelineReport(sample, lang),
      sidesReport(sample, lang),
      compareReport(files, lang),
      summaryReport('x', files, lang),
    ]) {
      const used = [...new Set(lines(report).flatMap(({ citations }) => citations))];
      expect(used).toEqual(report.sources.map(({ n }) => n));
      expect(used).toEqual(used.map((_, i) => i + 1));
      expect(report.lang).toBe(lang);
      expect(reportText(report)).toContain(report.title);
    }
  });
});

describe('sides', () => {
  const texts = (report: Report, tone: string) =>
    report.sections.find((section) => section.tone === tone)?.lines.map(({ text }) => text);

  it('put each kind of claim where it belongs', () => {
    const report = sidesReport(
      withClaims(
        { kind: 'accusation', wording: 'accuses' },
        { kind: 'denial', speakerCountry: 'CN', wording: 'denies' },
        { kind: 'no-comment', speakerCountry: 'CN', wording: 'is silent' },
        { kind: 'counter-accusation', speakerCountry: 'CN', wording: 'turns it round' },
        { kind: 'counter-accusation', speakerCountry: 'CZ', wording: 'adds a charge' },
        { kind: 'contest', speakerCountry: null, wording: 'doubts' },
        { kind: 'measure', wording: 'acts' },
      ),
      'en',
    );
    expect(texts(report, 'accusation')).toEqual(['accuses', 'adds a charge']);
    expect(texts(report, 'reply')).toEqual(['denies', 'is silent', 'turns it round']);
    expect(texts(report, 'contest')).toEqual(['doubts']);
  });

  it('say when no reply is on record, and keep the place for it', () => {
    const report = sidesReport(withClaims({ kind: 'accusation' }), 'en');
    expect(texts(report, 'reply')).toEqual([]);
    expect(report.notices[0]).toMatch(/no reply/);
  });

  it('state the certainty in the speaker’s words, or that none was stated', () => {
    const report = sidesReport(
      withClaims({ kind: 'accusation', confidenceAsStated: 'almost certain' }, { kind: 'accusation' }),
      'en',
    );
    expect(lines(report).map(({ notes }) => notes[0])).toEqual([
      'certainty as stated: almost certain',
      'certainty not stated',
    ]);
  });
});

describe('the timeline', () => {
  it('goes from old to new, coarse dates before fine ones, undated claims last', () => {
    const dates = ['2025-05-28', null, '2024', '2025', '2025-05'];
    const report = timelineReport(
      withClaims(...dates.map((eventDate) => ({ kind: 'context' as const, eventDate }))),
      'en',
    );
    expect(lines(report).map(({ date }) => date)).toEqual(['2024', '2025', '2025-05', '2025-05-28', null]);
    expect(report.sections.map(({ heading }) => heading)).toEqual(['2024', '2025', 'Undated']);
  });
});

describe('the summary', () => {
  it('names the cases that it does not sum up, and which of them lack a reply', () => {
    const many = Array.from({ length: 14 }, (_, i) => ({
      ...withClaims({ kind: 'accusation' }),
      record: { ...withClaims({ kind: 'accusation' }).record, id: `case-${i}` },
    }));
    const report = summaryReport('x', many, 'en');
    expect(report.cases).toHaveLength(14);
    expect(report.sections).toHaveLength(13);
    expect(report.sections.at(-1)?.lines.flatMap(({ notes }) => notes)).toEqual(['case-12', 'case-13']);
    expect(report.notices.filter((notice) => /no reply/.test(notice))).not.toHaveLength(0);
  });
});
