/** How the corpus is spread: counts that add up, and only over what the reader may see. */
import { describe, expect, it } from 'vitest';
import { toCaseFile } from '../../src/cases/case-file.ts';
import { caseSourcesReport } from '../../src/cases/case-sources-report.ts';
import { corpusBalance } from '../../src/cases/corpus-balance.ts';
import { SAMPLE_CASE } from '../support/report-kit.ts';

const sources = SAMPLE_CASE.sources.map(({ source }) => source);
const { record } = SAMPLE_CASE;
const sum = (counts: readonly { readonly sources: number }[]) =>
  counts.reduce((total, { sources: count }) => total + count, 0);

describe('the balance of the corpus', () => {
  it('counts every source once in each breakdown', () => {
    const balance = corpusBalance(sources, [record]);
    expect(sum(balance.authorities)).toBe(sources.length);
    expect(sum(balance.textKinds)).toBe(sources.length);
    expect(sum(balance.years) + balance.undated).toBe(sources.length);
  });

  it('tells age by the dated sources alone', () => {
    const dated = ['2020', '2021-05', '2024-01-02', null].map((publishedAt, i) => ({
      ...(sources[0] ?? expect.fail()),
      id: `s${i}`,
      publishedAt,
    }));
    expect(corpusBalance(dated, [])).toMatchObject({
      oldest: '2020',
      newest: '2024-01-02',
      median: '2021-05',
      undated: 1,
      cases: 0,
    });
    expect(corpusBalance([], [])).toMatchObject({ oldest: null, median: null, newest: null, undated: 0 });
  });

  it('names state media and counts what nobody has reviewed', () => {
    const state = sources.map((source, i) =>
      i === 0
        ? { ...source, authority: 'state-media' as const, publisher: 'Gazette', reviewed: false }
        : source,
    );
    expect(corpusBalance(state, [])).toMatchObject({ unreviewed: 1 });
    expect(corpusBalance(state, []).stateMedia).toContainEqual({ publisher: 'Gazette', sources: 1 });
  });

  it('counts a case in two folders once, and no claim of a source that is not visible', () => {
    const once = corpusBalance(sources, [record]);
    expect(corpusBalance(sources, [record, record])).toEqual(once);
    expect(corpusBalance([], [record])).toMatchObject({ cases: 0, accusing: [], accused: [], replying: [] });
  });
});

it('shows the sources of a case by kind of publisher, each once and numbered', () => {
  const report = caseSourcesReport(toCaseFile(SAMPLE_CASE), 'fr');
  const lines = report.sections.flatMap((section) => section.lines);
  expect(lines.flatMap(({ citations }) => citations)).toEqual(sources.map((_, i) => i + 1));
  expect(report).toMatchObject({ kind: 'sources', cases: [{ id: record.id }] });
});
