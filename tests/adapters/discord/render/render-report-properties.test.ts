/** What holds for every report, however long and hostile. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readViewId } from '../../../../src/adapters/discord/render/custom-ids.ts';
import type { DiscordMessage } from '../../../../src/adapters/discord/render/discord-message.ts';
import { renderReport } from '../../../../src/adapters/discord/render/render-report.ts';
import { formatDate } from '../../../../src/core/format-date.ts';
import { sourceLabel } from '../../../../src/core/labels.ts';
import type { Report } from '../../../../src/core/report.ts';
import { TRAPS_USED } from '../../../support/answer-arbitrary.ts';
import { bodies, expectInOrder } from '../../../support/discord/expect-shown.ts';
import { messageProblems } from '../../../support/discord/message-rules.ts';
import { squash } from '../../../support/discord/squash.ts';
import { reportArbitrary } from '../../../support/report-arbitrary.ts';

const RUNS = { numRuns: 25 };

/** Everything that a report says, in the order in which it is read. */
function said({ title, notices, sections, sources, lang }: Report): string[] {
  const lines = sections.flatMap(({ heading, lines: content }) => [
    heading,
    ...content.flatMap(({ date, label, text, citations, notes }) => [
      date === null ? '' : formatDate(date, lang),
      label ?? '',
      text,
      ...citations.map((n) => `[${n}]`),
      ...notes,
    ]),
  ]);
  const cited = sources.flatMap((source) => [
    `[${source.n}]`,
    source.title,
    sourceLabel(source, lang),
    source.url ?? '',
  ]);
  return [title, ...notices, ...lines, ...cited];
}

/** Asserts that nothing of the report's text was taken for markup. */
function expectLiteral(messages: readonly DiscordMessage[], report: Report): void {
  const stored = report.sources.map(({ url }) => url);
  const lines = report.sections.flatMap((section) => section.lines);
  const bold = [
    ...report.sources.flatMap(({ n, title }) => [`[${n}]`, title]),
    ...lines.flatMap(({ date, label }) => [formatDate(date ?? '', report.lang), label ?? '']),
  ].map(squash);
  for (const { links, mentions, previews, formatting } of bodies(messages)) {
    expect(links.filter((url) => !stored.includes(url))).toEqual([]);
    expect(mentions).toEqual([]);
    expect(previews).toEqual([]);
    for (const { kind, text } of formatting) {
      expect(['bold', 'heading', 'subtext']).toContain(kind);
      if (kind === 'bold') expect(bold.some((ours) => ours.includes(squash(text)))).toBe(true);
    }
    const headings = report.sections.length + 10 * messages.length;
    expect(formatting.filter(({ kind }) => kind === 'heading').length).toBeLessThanOrEqual(headings);
  }
}

describe(`a random report in Discord, ${TRAPS_USED}`, () => {
  it('is never refused', () => {
    fc.assert(
      fc.property(reportArbitrary, (report) => {
        const messages = renderReport(report);
        expect(messages.length).toBeGreaterThan(0);
        expect(messages.flatMap((message) => messageProblems(message))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is shown whole, in order, and literally', () => {
    fc.assert(
      fc.property(reportArbitrary, (report) => {
        const messages = renderReport(report);
        expectInOrder(messages, said(report));
        expectLiteral(messages, report);
      }),
      RUNS,
    );
  });

  it('takes no more messages than it needs', () => {
    fc.assert(
      fc.property(reportArbitrary, (report) => {
        const messages = renderReport(report);
        for (const [i, { content, embeds }] of messages.entries()) {
          const next = messages[i + 1];
          if (next === undefined) continue;
          if (next.content !== '') {
            expect(embeds).toEqual([]);
            expect(content.length + next.content.length).toBeGreaterThan(1900);
          } else if (embeds.length < 10) {
            const used = embeds.reduce((sum, { description = '' }) => sum + description.length, 0);
            expect(used + (next.embeds[0]?.description?.length ?? 0)).toBeGreaterThan(5500);
          }
        }
      }),
      RUNS,
    );
  });

  it('offers the other views of its one case under the last message, if they can be read back', () => {
    fc.assert(
      fc.property(reportArbitrary, (report) => {
        const messages = renderReport(report);
        const rows = messages.flatMap(({ components }) => components);
        expect(messages.at(-1)?.components).toEqual(rows);
        const pressed = rows.flatMap(({ components }) =>
          components.map((button) => readViewId('custom_id' in button ? button.custom_id : '')),
        );
        if (report.cases.length !== 1) expect(pressed).toEqual([]);
        for (const one of pressed) {
          expect(one?.caseId).toBe(report.cases[0]?.id);
          expect(one?.view).not.toBe(report.kind);
        }
      }),
      RUNS,
    );
  });
});
