import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { plotSvg } from '../../bench/svg-plot.ts';

const options = {
  title: 'Time <of> "a" search',
  description: 'Two libraries & their times',
  xLabel: 'passages',
  yLabel: 'milliseconds',
};
const lines = [
  {
    name: 'ours & exact',
    ours: true,
    points: [
      { x: 1_000, y: 0.2 },
      { x: 10_000, y: 2 },
    ],
  },
  {
    name: 'theirs',
    ours: false,
    points: [
      { x: 1_000, y: 5 },
      { x: 10_000, y: 0 },
    ],
  },
];

function draw(given = lines) {
  const { document } = parseHTML(plotSvg({ ...options, lines: given }));
  return {
    document,
    dots: [...document.querySelectorAll('circle')].map((dot) => ({
      x: Number(dot.getAttribute('cx')),
      y: Number(dot.getAttribute('cy')),
    })),
    words: [...document.querySelectorAll('text')].map((text) => text.textContent),
  };
}

describe('plotSvg', () => {
  it('names itself, its axes and its lines, with every sign escaped', () => {
    const { document, words } = draw();
    expect(document.querySelector('title')?.textContent).toBe(options.title);
    expect(document.querySelector('desc')?.textContent).toBe(options.description);
    expect(words).toEqual(
      expect.arrayContaining(['passages', 'milliseconds', 'ours & exact', 'theirs', '1,000', '0.1']),
    );
  });

  it('sets more to the right and dearer further up, and leaves out what a logarithm cannot show', () => {
    const { dots } = draw();
    expect(dots).toHaveLength(3);
    const [small, large, theirs] = dots as [(typeof dots)[0], (typeof dots)[0], (typeof dots)[0]];
    expect(large.x).toBeGreaterThan(small.x);
    expect(large.y).toBeLessThan(small.y);
    expect(theirs.x).toBe(small.x);
    expect(theirs.y).toBeLessThan(large.y);
  });

  it('reads on light and dark pages, and draws without any point', () => {
    expect(draw().document.querySelector('style')?.textContent).toContain('prefers-color-scheme: dark');
    expect(draw([]).document.documentElement.outerHTML).not.toMatch(/NaN|Infinity/);
    expect(draw([]).dots).toEqual([]);
  });
});
