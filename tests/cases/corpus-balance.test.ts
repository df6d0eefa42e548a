/** How the corpus is spread: counts that add up, and only over what the reader may see. */
import { describe, expect, it } from 'vitest';
import { toCaseFile } from '../../src/cases/case-file.ts';
import { caseSourcesReport } from '../../src/cases/case-sources-report.ts';
import { corpusBalance } from '../../src/cases/corpus-balance.ts';
import type { SourceSpread } from '../../src/core/corpus-overview.ts';
import type { Source } from '../../src/core/source.ts';
import { SAMPLE_CASE } from '../support/report-kit.ts';

const sources = SAMPLE_CASE.sources.map(({ source }) => source);
const { record } = SAMPLE_CASE;
const sum = (counts: readonly { readonly sources: number }[]) =>
  counts.reduce((total, { sources: count }) => total + count, 0);

/** Each source by itself, as an index counts it that finds no two alike. */
const spreadOf = (spread: readonly Source[]): SourceSpread => ({
  groups: spread.map(({ lang, textKind, authority, publisher, publishedAt, reviewed }) => ({
    ...{ sources: 1, lang, textKind, authority, reviewed },
    publisher: authority === 'state-media' ? publisher : null,
    year: publishedAt?.slice(0, 4) ?? null,
  })),
  ...{ oldest: '2020', median: '2021-05', newest: '2024-01-02', recent: [] },
});
const all = spreadOf(sources);
const visible = new Set(sources.map(({ id }) => id));

describe('the balance of the corpus', () => {
  it('counts every source once in each breakdown', () => {
    const balance = corpusBalance(all, [record], visible);
    expect(sum(balance.authorities)).toBe(sources.length);
    expect(sum(balance.textKinds)).toBe(sources.length);
    expect(sum(balance.years) + balance.undated).toBe(sources.length);
    expect(balance).toMatchObject({ oldest: '2020', median: '2021-05', newest: '2024-01-02' });
  });

  it('adds up what is alike', () => {
    const three = { ...all, groups: all.groups.map((group) => ({ ...group, sources: 3 })) };
    const apart = { ...all, groups: [...all.groups, ...all.groups, ...all.groups] };
    expect(corpusBalance(three, [], visible)).toEqual(corpusBalance(apart, [], visible));
  });

  it('names state media and counts what nobody has reviewed', () => {
    const state = sources.map((source, i) =>
      i === 0
        ? { ...source, authority: 'state-media' as const, publisher: 'Gazette', reviewed: false }
        : source,
    );
    const balance = corpusBalance(spreadOf(state), [], visible);
    expect(balance).toMatchObject({ unreviewed: 1 });
    expect(balance.stateMedia).toContainEqual({ publisher: 'Gazette', sources: 1 });
  });

  it('counts a case in two folders once, and no claim of a source that is not visible', () => {
    const once = corpusBalance(all, [record], visible);
    expect(once.cases).toBe(1);
    expect(corpusBalance(all, [record, record], visible)).toEqual(once);
    const unseen = corpusBalance(all, [record], new Set());
    expect(unseen).toMatchObject({ cases: 0, accusing: [], accused: [], replying: [] });
  });
});

it('shows the sources of a case by kind of publisher, each once and numbered', () => {
  const report = caseSourcesReport(toCaseFile(SAMPLE_CASE), 'fr');
  const lines = report.sections.flatMap((section) => section.lines);
  expect(lines.flatMap(({ citations }) => citations)).toEqual(sources.map((_, i) => i + 1));
  expect(report).toMatchObject({ kind: 'sources', cases: [{ id: record.id }] });
});
