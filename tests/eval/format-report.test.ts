import { describe, expect, test } from 'vitest';
import { formatReport } from '../../src/eval/format-report.ts';
import { summarise } from '../../src/eval/summarise.ts';
import { judgement } from '../support/eval-kit.ts';

describe('formatReport', () => {
  const report = formatReport(
    summarise([
      ...Array.from({ length: 5 }, () => judgement({ lang: 'fr', milliseconds: 12.4 })),
      ...Array.from({ length: 5 }, () => judgement({ lang: 'zh', keywords: false })),
    ]),
  );
  const lines = report.split('\n');

  test('has a column for each language with its count, and one for all', () => {
    expect(lines[0]?.trim().split(/ {2,}/)).toEqual(['fr (5)', 'zh (5)', 'all (10)']);
  });

  test('shows each share with its interval and its counts', () => {
    const keywords = lines.find((line) => line.startsWith('answers with keywords'));
    expect(keywords).toContain('1.00 [0.57, 1.00] 5/5');
    expect(keywords).toContain('0.00 [0.00, 0.43] 0/5');
    expect(keywords).toContain('0.50 [0.24, 0.76] 5/10');
  });

  test('shows a dash where a language has nothing to count, and no row where none has', () => {
    const replies = formatReport(
      summarise([judgement({ lang: 'fr', denial: true }), judgement({ lang: 'zh' })]),
    );
    const row = replies.split('\n').find((line) => line.startsWith('reply where one is due'));
    expect(row?.match(/–/g)).toHaveLength(1);
    expect(report).not.toContain('false answers');
  });

  test('tells for each kind of the golden set how many were right', () => {
    const told = formatReport(
      summarise([
        judgement({ kind: 'follow-up' }),
        judgement({ kind: 'follow-up', keywords: false }),
        judgement({ kind: 'near-miss', answerable: false, answered: false, keywords: null }),
      ]),
    );
    expect(told).toMatch(/follow-up +0\.50 \[0\.09, 0\.91\] 1\/2/);
    expect(told).toMatch(/near-miss +1\.00 \[0\.21, 1\.00\] 1\/1/);
  });

  test('keeps its columns in line, without spaces at the ends of lines', () => {
    const at = lines[0]?.indexOf('zh (5)') ?? -1;
    for (const line of lines.slice(1)) expect(line.slice(at - 2, at + 1)).toMatch(/^ {2}\S$/);
    for (const line of lines) expect(line).toBe(line.trimEnd());
    expect(report).toContain('median ms');
  });
});
