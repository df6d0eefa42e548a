import { expect, it } from 'vitest';
import type { Measurement } from '../../bench/measurement.ts';
import { reportMarkdown } from '../../bench/report.ts';

const figures = { buildSeconds: 1, memoryMb: 20, peakMb: 90, recall: 0.987, p50Ms: 2, p95Ms: 4, width: null };
const measured: Measurement = {
  date: '2026-01-31T10:00:00.000Z',
  machine: { cpu: 'A core', cores: 2, memoryGb: 8, system: 'Linux 6.1', load: [5, 6] },
  versions: { node: '24.0.0' },
  questions: 100,
  leastRecall: 0.98,
  limitSeconds: 60,
  vectors: [
    { id: 'exact', title: 'Casebook, exact', ours: true, size: 1_000, outcome: figures },
    { id: 'other', title: 'Other', ours: false, size: 1_000, outcome: { ...figures, p50Ms: 5, width: 96 } },
    { id: 'exact', title: 'Casebook, exact', ours: true, size: 10_000, outcome: { ...figures, p50Ms: 20 } },
    { id: 'other', title: 'Other', ours: false, size: 10_000, outcome: 'not done after 60 s' },
  ],
  hybrid: [],
  endToEnd: [],
};
const report = reportMarkdown(measured);

it('sets each beside ours of the same size, and says who was not done', () => {
  expect(report).toContain('| **Casebook, exact** | 1 s | 20 MB | 0.987 | 2 ms | 4 ms | × 1 |  |');
  expect(report).toContain('| Other | 1 s | 20 MB | 0.987 | 5 ms | 4 ms | × 2.5 | 96 |');
  expect(report).toContain('| Other | not done after 60 s |');
});

it('tells growth where there are two sizes, and leaves out who has one', () => {
  expect(report).toContain('| **Casebook, exact** | 0.00 | 1.00 | 0.00 |');
  expect(report.match(/\| Other \|/g)).toHaveLength(2);
});

it('says so when the machine had other work', () => {
  expect(report).toContain('A busy machine');
  const idle = { ...measured, machine: { ...measured.machine, load: [0.5, 1.5] as const } };
  expect(reportMarkdown(idle)).not.toContain('busy');
  expect(report).toContain('Not measured in this run.');
});
