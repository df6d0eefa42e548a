/** Reports made of hostile text, in a real browser: all of it is shown, and none of it does anything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/core/report.ts';
import { caseBookOf, HOSTILE_CASE } from '../../support/case-book-kit.ts';
import { lookUp, overflow, PHONE, usePages } from '../../support/page-kit.ts';
import { reportArbitrary } from '../../support/report-arbitrary.ts';

const open = usePages();

describe('hostile text', () => {
  it.each(['/case', '/timeline', '/sides', '/summary'])(
    'in %s stays text, within a phone’s width',
    async (name) => {
      const page = await open({ cases: caseBookOf([HOSTILE_CASE]), ...PHONE });
      await lookUp(page, `${name} 2025-lac-gris`);
      expect(await page.locator('#conversation :is(img, script, b, i, u)').count()).toBe(0);
      expect(await page.locator('.report').textContent()).toContain('<b>gras</b> <img src=x');
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
      expect(await page.locator('.report-source').first().textContent()).toContain('javascript:window');
      expect(await page.evaluate('window.hacked')).toBeUndefined();
      expect(await overflow(page)).toBe(0);
    },
  );

  it('of any report is all there, literally, and adds no link that is not stored', async () => {
    const page = await open(PHONE);
    await page.evaluate(RENDERER);
    await fc.assert(
      fc.asyncProperty(reportArbitrary, async (report) => {
        const { text, foreign, strays, wider } = await page.evaluate<Rendered>(
          `show(${JSON.stringify(report)})`,
        );
        const lost = wordsOf(report).filter((words) => !text.toWellFormed().includes(words.toWellFormed()));
        expect({ lost, foreign, strays, wider }).toEqual({ lost: [], foreign: [], strays: [], wider: 0 });
      }),
      { numRuns: 40 },
    );
  });
});

interface Rendered {
  readonly text: string;
  /** Links that are neither a stored address, as browsers write it, nor a page of this server. */
  readonly foreign: readonly string[];
  /** Elements that the page itself never makes. */
  readonly strays: readonly string[];
  readonly wider: number;
}

/** Puts a report on the page with the page's own modules. */
const RENDERER = `(async () => {
  const { reportView } = await import('/render-report.js');
  const own = 'div,h3,h4,section,span,p,ul,ol,li,dl,dt,dd,time,button,a,svg,path';
  window.show = async (report) => {
    const urls = report.sources.map(({ url }) => url).filter((url) => url !== null && URL.canParse(url));
    const stored = urls.map((url) => new URL(url).href).filter((href) => /^https?:/.test(href));
    const view = reportView(report, { level: 3, withLinks: true });
    document.getElementById('conversation').replaceChildren(view);
    // A phone's window is as wide as what was shown before until it has been drawn anew.
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return {
      text: view.textContent,
      foreign: [...view.querySelectorAll('a')].map((a) => a.getAttribute('href')).filter(
        (href) => !href.startsWith('/cases/') && href !== '/sources' && !stored.includes(href),
      ),
      strays: [...view.querySelectorAll('*')].filter((e) => !e.matches(own)).map((e) => e.outerHTML),
      wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
  };
})()`;

/** Everything of a report that a reader must be able to see. Lone halves of characters do not survive the way. */
function wordsOf({ title, sections, sources, notices }: Report): string[] {
  const lines = sections.flatMap((section) => section.lines);
  return [
    title,
    ...notices,
    ...sections.map(({ heading }) => heading),
    ...lines.flatMap(({ text, label, notes }) => [text, ...(label === null ? [] : [label]), ...notes]),
    ...sources.flatMap((source) => [source.title, ...(source.publisher === null ? [] : [source.publisher])]),
  ];
}
