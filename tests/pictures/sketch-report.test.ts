/** Pictures of any report: well-formed, inside their bounds, and with nothing foreign outside a text. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { toCaseFile } from '../../src/cases/case-file.ts';
import { timelineReport } from '../../src/cases/timeline-report.ts';
import type { Report, ReportLine } from '../../src/core/report.ts';
import { MAX_HEIGHT, type Sketch, WIDTH } from '../../src/pictures/sketch.ts';
import { sketchReport } from '../../src/pictures/sketch-report.ts';
import { HOSTILE_CASE } from '../support/case-book-kit.ts';
import { reportArbitrary } from '../support/report-arbitrary.ts';
import { SAMPLE_CASE } from '../support/report-kit.ts';

const require = createRequire(import.meta.url);

beforeAll(async () => {
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
});

const TAG = /<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<>]*")*)(\/?)>|([^<>]+)/gy;
const ELEMENTS = ['svg', 'rect', 'path', 'circle', 'text'];

/** The texts of the picture, read by a reader of our own that knows no other markup than ours. */
function textsOf(svg: string): string[] {
  const texts: string[] = [];
  const open: string[] = [];
  let end = 0;
  for (const match of svg.matchAll(TAG)) {
    const [all, closing, name = '', , empty, words] = match;
    expect(match.index).toBe(end);
    end = match.index + all.length;
    if (words !== undefined) {
      expect(open.at(-1)).toBe('text');
      expect(words).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos);)/);
      texts.push(words);
    } else if (closing === '/') expect(open.pop()).toBe(name);
    else {
      expect(ELEMENTS).toContain(name);
      if (empty !== '/') open.push(name);
    }
  }
  expect(end).toBe(svg.length);
  expect(open).toEqual([]);
  return texts;
}

function expectSound(sketch: Sketch): string[] {
  const parsed = new Resvg(sketch.svg, { font: { loadSystemFonts: false } });
  expect([parsed.width, parsed.height]).toEqual([sketch.width, sketch.height]);
  parsed.free();
  expect(sketch.width).toBe(WIDTH);
  expect(sketch.height).toBeLessThanOrEqual(MAX_HEIGHT);
  expect(sketch.alt.length).toBeGreaterThan(0);
  expect(sketch.alt.length).toBeLessThanOrEqual(1_000);
  expect(sketch.alt.isWellFormed()).toBe(true);
  const texts = textsOf(sketch.svg);
  for (const shown of [...texts, sketch.alt]) expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  return texts;
}

const counted = (report: Report): Report => ({
  ...report,
  kind: 'sources',
  sections: report.sections.map((section, i) => ({
    ...section,
    lines: section.lines.map((line, j): ReportLine => ({ ...line, count: (i * 7 + j * 13) % 400 })),
  })),
});

describe('the picture of any report', () => {
  it('is sound as a timeline', () => {
    fc.assert(
      fc.property(reportArbitrary, (report) => {
        const sketch = sketchReport({ ...report, kind: 'timeline' });
        if (report.sections.length === 0) expect(sketch).toBeNull();
        else expectSound(sketch ?? expect.fail());
      }),
      { numRuns: 60 },
    );
  });

  it('is sound as a balance of the corpus', () => {
    fc.assert(
      fc.property(reportArbitrary, (report) => {
        const sketch = sketchReport(counted(report));
        if (report.sections.every(({ lines }) => lines.length === 0)) expect(sketch).toBeNull();
        else expectSound(sketch ?? expect.fail());
      }),
      { numRuns: 60 },
    );
  });

  it('exists for timelines and counts alone', () => {
    const report = timelineReport(toCaseFile(SAMPLE_CASE), 'fr');
    for (const kind of ['case', 'sides', 'summary', 'compare', 'sources'] as const)
      expect(sketchReport({ ...report, kind })).toBeNull();
  });
});

describe('a timeline', () => {
  const report = timelineReport(toCaseFile(SAMPLE_CASE), 'fr');
  const lines = report.sections.flatMap((section) => section.lines);

  it('shows every entry with its source, as long as there is room', () => {
    const texts = expectSound(sketchReport(report) ?? expect.fail()).join('\n');
    for (const { citations } of lines) for (const n of citations) expect(texts).toContain(`[${n}]`);
    expect(texts).toContain(`Chronologie`);
  });

  it('says how many it has no room for', () => {
    const [line = expect.fail()] = lines;
    const section = {
      heading: '2025',
      tone: 'plain' as const,
      lines: Array.from({ length: 90 }, () => line),
    };
    const texts = expectSound(sketchReport({ ...report, sections: [section] }) ?? expect.fail());
    const left = Number(/^\+ (\d+) autres/.exec(texts.find((text) => text.startsWith('+ ')) ?? '')?.[1]);
    const shown = texts.filter((text) => text.endsWith(']')).length;
    expect(left + shown).toBe(90);
  });

  it('keeps hostile text as text', () => {
    const hostile = timelineReport(toCaseFile(HOSTILE_CASE), 'en');
    expectSound(sketchReport(hostile) ?? expect.fail());
    const markup = { ...report, title: '</text><script>alert(1)</script>&amp;\u202e\u0000"]]>' };
    const texts = expectSound(sketchReport(markup) ?? expect.fail());
    expect(texts[0]).toContain('&lt;/text&gt;&lt;script&gt;');
  });

  it('tells in words how many of each kind there are, and the first and the last', () => {
    const { alt } = sketchReport(report) ?? expect.fail();
    const accusations = lines.filter(({ tone }) => tone === 'accusation').length;
    expect(alt).toContain(`${accusations} accusation`);
    expect(alt).toContain('En premier');
  });
});
