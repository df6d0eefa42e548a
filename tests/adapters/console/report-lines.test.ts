/** A report of the news on a terminal. */
import { expect, it } from 'vitest';
import { createPainter } from '../../../src/adapters/console/painter.ts';
import { reportLines } from '../../../src/adapters/console/report-lines.ts';
import { digestOf, storyReport } from '../../support/news-report-kit.ts';

const paint = createPainter(false);

it('says below its title that it is news, then who claims what, and where', () => {
  const lines = reportLines(storyReport({ title: 'Valdoria désigne \u001b[31mle Lotus gris' }), paint);
  expect(lines.slice(0, 2)).toEqual([expect.stringMatching(/^Valdoria désigne /), 'Casebook · actualités']);
  expect(lines.join('\n')).not.toContain('\u001b');
  expect(lines.join('\n')).toContain('5 janvier 2026 · Ministère des Eaux de Valdoria');
  expect(lines.at(-1)?.trim()).toBe('https://valdoria.example/article?lang=fr&id=1');
});

it('says what a digest is, in its own language', () => {
  expect(reportLines({ ...digestOf(2), lang: 'zh' }, paint)[1]).toBe('Casebook · 新闻汇总');
});
