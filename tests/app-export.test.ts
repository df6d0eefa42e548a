/** Exports hold what every workspace may see, and nothing else. */
import { expect, test } from 'vitest';
import { exportCases } from '../src/app-export.ts';
import type { CaseTexts } from '../src/core/retrieval.ts';
import { caseBookOf } from './support/case-book-kit.ts';
import { OTHER_CASE, SAMPLE_CASE } from './support/report-kit.ts';

/** The case with some of its sources in one workspace only. */
function kept(texts: CaseTexts, isKept: (sourceId: string) => boolean): CaseTexts {
  const sources = texts.sources.map((text) =>
    isKept(text.source.id) ? { ...text, source: { ...text.source, scope: 'T1' } } : text,
  );
  return { ...texts, sources };
}

test.each(['eurepoc', 'stix'] as const)(
  '%s leaves out a workspace’s own sources and their claims',
  async (format) => {
    const book = caseBookOf([kept(SAMPLE_CASE, (id) => id.endsWith('/s3')), kept(OTHER_CASE, () => true)]);
    const files = await exportCases(book, { format, ids: [] });
    const all = JSON.stringify(files);
    expect(all).toContain('Lynx 31');
    expect(all).not.toContain('Rivers Union');
    expect(all).not.toContain('Union des Rivières');
    expect(all).not.toContain('old-mill');
    await expect(exportCases(book, { format, ids: ['2021-old-mill'] })).rejects.toThrow(
      /^there is no case "2021-old-mill"/,
    );
  },
);
