/** Random reports for the renderers: any length, script and hostility, and always sound objects of the core's types. */
import fc from 'fast-check';
import { ANSWER_LANGS } from '../../src/core/answer.ts';
import {
  REPORT_KINDS,
  type Report,
  type ReportLine,
  type ReportSection,
  type ReportSource,
} from '../../src/core/report.ts';
import { AUTHORITIES } from '../../src/core/source.ts';
import { date, language, nearest, republished, textOf } from './answer-arbitrary.ts';

/** A heading, a label or a note: longer than any platform's limit for such things at times, seldom a whole page. */
const short = textOf(3_000);

const line: fc.Arbitrary<Omit<ReportLine, 'citations'>> = fc.record({
  date,
  label: fc.option(short, { freq: 3 }),
  text: textOf(9_000),
  lang: language,
  notes: fc.array(short, { maxLength: 3 }),
});

const source: fc.Arbitrary<Omit<ReportSource, 'n'>> = fc
  .tuple(
    nearest,
    fc.record({ lang: language, authority: fc.option(fc.constantFrom(...AUTHORITIES), { freq: 5 }) }),
    republished,
  )
  .map(([shown, more, also]) => ({ ...shown, ...more, ...also }));

/** What a platform carries back when a button is pressed: ours are short, but nothing makes them so. */
const id = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('2025-lac-gris', '2021-old-mill') },
  { weight: 1, arbitrary: short },
);
const cases = (min: number, max: number) =>
  fc.array(fc.record({ id, title: short }), { minLength: min, maxLength: max });
/** How many new sources a line cites, and which old one it may cite again. */
const cites = fc.record({ fresh: fc.nat({ max: 2 }), again: fc.nat(), repeats: fc.boolean() });

function sections(mostLines: number) {
  const size = 'max' as const;
  const lines = fc.array(fc.tuple(line, cites), { maxLength: mostLines, size });
  const tone = fc.constantFrom('plain' as const, 'accusation', 'reply', 'measure', 'contest');
  return fc.array(fc.record({ heading: short, tone, lines }), { maxLength: 6, size });
}

function reports(mostLines: number, mostSources: number): fc.Arbitrary<Report> {
  return fc
    .record({
      kind: fc.constantFrom(...REPORT_KINDS),
      lang: fc.constantFrom(...ANSWER_LANGS),
      title: short,
      one: cases(1, 1),
      two: cases(2, 2),
      many: cases(0, 12),
      parts: sections(mostLines),
      stored: fc.array(source, { maxLength: mostSources, size: 'max' }),
      notices: fc.array(textOf(5_000), { maxLength: 4 }),
    })
    .map(({ one, two, many, parts, stored, ...rest }) => {
      const { sections, used } = numbered(parts, stored.length);
      return {
        ...rest,
        cases: rest.kind === 'compare' ? two : rest.kind === 'summary' ? many : one,
        sections,
        sources: stored.slice(0, used).map((shown, i) => ({ n: i + 1, ...shown })),
      };
    });
}

type Parts = ReturnType<typeof sections> extends fc.Arbitrary<infer T> ? T : never;

/** Each source is used at least once; numbers run from 1 in order of first use. */
function numbered(parts: Parts, most: number): { sections: ReportSection[]; used: number } {
  let used = 0;
  const sections = parts.map(({ heading, tone, lines }) => ({
    heading,
    tone,
    lines: lines.map(([told, { fresh, again, repeats }]) => {
      const old = repeats && used > 0 ? [(again % used) + 1] : [];
      const upTo = Math.min(most, used + fresh);
      const citations = [...old, ...Array.from({ length: upTo - used }, (_, i) => used + i + 1)];
      used = upTo;
      return { ...told, citations };
    }),
  }));
  return { sections, used };
}

/**
 * Reports of every kind: short ones mostly, some with up to 60 lines a section and 80 sources; some sections are empty,
 * and some reports have none. A text begins with `§`, so that none is blank.
 */
export const reportArbitrary: fc.Arbitrary<Report> = fc.oneof(
  { weight: 7, arbitrary: reports(5, 8) },
  { weight: 1, arbitrary: reports(60, 80) },
);
