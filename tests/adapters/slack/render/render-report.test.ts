/** Reports as Slack messages: sides at a glance, whole, in order, within every limit, nothing foreign interpreted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../../src/adapters/slack/render/render-report.ts';
import { readView } from '../../../../src/adapters/slack/render/report-actions.ts';
import { toCaseFile } from '../../../../src/cases/case-file.ts';
import { caseReport } from '../../../../src/cases/case-report.ts';
import { compareReport } from '../../../../src/cases/compare-report.ts';
import { sidesReport } from '../../../../src/cases/sides-report.ts';
import { summaryReport } from '../../../../src/cases/summary-report.ts';
import { timelineReport } from '../../../../src/cases/timeline-report.ts';
import type { Report, ReportLine } from '../../../../src/core/report.ts';
import { TRAPS_USED } from '../../../support/answer-arbitrary.ts';
import { reportArbitrary } from '../../../support/report-arbitrary.ts';
import { OTHER_CASE, SAMPLE_CASE } from '../../../support/report-kit.ts';
import { HOSTILE_TEXT } from '../../../support/sample-answers.ts';
import {
  expectFew,
  expectInOrder,
  pressable,
  problemsOf,
  reportTexts,
  shownIn,
  strayUrls,
} from './render-kit.ts';

const LAKE = toCaseFile(SAMPLE_CASE);
const MILL = toCaseFile(OTHER_CASE);

/** What one message shows of a report that has room in one. */
function shownInOne(report: Report) {
  const messages = renderReport(report);
  expect(messages).toHaveLength(1);
  expect(problemsOf(messages)).toEqual([]);
  const shown = shownIn(messages);
  expect(shown.other).toEqual([]);
  expectInOrder(shown.text, reportTexts(report));
  return { ...shown, messages };
}

describe('the report of a case', () => {
  it('has its title as header, and each part under a line, a mark and a heading', () => {
    const { text, urls, messages } = shownInOne(caseReport(LAKE, 'fr'));
    const blocks = messages[0]?.blocks ?? [];
    expect(blocks[0]).toMatchObject({ type: 'header', text: { text: 'Intrusion au lac Gris (2025)' } });
    expect(messages[0]?.text).toContain('Intrusion au lac Gris');
    expect(blocks.filter(({ type }) => type === 'divider')).toHaveLength(7);
    expect(text).toContain('L’affaire\n\nCible\u00a0: ministère des Eaux de Valdoria ; station');
    expect(text).toContain('\nQuand\u00a0: de 2023 à mai 2025\nMis en cause\u00a0: Lynx 31');
    expect(text).toContain(
      '◆ Accusations\n\n◆ 28 mai 2025 · Ministère des Eaux de Valdoria\nLe ministère impute à Lynx 31 ' +
        'l’intrusion dans les pompes du lac. [1]\ncertitude exprimée : quasi-certitude · fondement : technique',
    );
    expect(text).toContain('◇ Réponses des mis en cause\n\n◇ 29 mai 2025 · Démenti · Ambassade de Norland\n');
    expect(text).toContain('▪ Mesures\n\n▪ 1 juillet 2025 · Union des Rivières\n');
    expect(text).toContain('◇ Contesté ou rectifié\n\n◇ 2026 · Contestation · Atelier Pendule\n');
    expect(text).toContain('Contexte\n\nLa Gazette du port\u00a0: La station');
    expect(text).toContain('[1] Déclaration du ministère sur les pompes du lac (titre descriptif)');
    expect(text).toContain('诺兰日报, mai 2025 · média d’État · norland.example');
    const [ministry] = LAKE.sources;
    expect(urls.filter((url) => url === ministry?.url)).toHaveLength(2);
  });

  it('leads to the other views of the case, and to none where there are two cases', () => {
    const report = caseReport(LAKE, 'en');
    const messages = renderReport(report);
    expect(pressable(messages)).toEqual(['casebook_view_timeline', 'casebook_view_sides']);
    expect(JSON.stringify(messages).match(/"value":"2025-lac-gris"/g)).toHaveLength(2);
    expect(pressable(messages).map(readView)).toEqual(['timeline', 'sides']);
    expect(readView('casebook_view_summary')).toBeNull();
    expect(pressable(renderReport(compareReport([LAKE, MILL], 'en')))).toEqual([]);
    const tooLong = { ...report, cases: [{ id: 'x'.repeat(2_001), title: 'x' }] };
    expect(pressable(renderReport(tooLong))).toEqual([]);
  });

  it('names a language that is not the report’s, once in a section', () => {
    const { text } = shownInOne(timelineReport(LAKE, 'en'));
    // In 2025, the line of the report's own words stands between those in French.
    expect(text.match(/text in French/g)).toHaveLength(3);
    expect(text).toContain('basis: technical, intelligence · text in French');
    expect(shownInOne(timelineReport(LAKE, 'fr')).text).not.toContain('texte en');
    const line: ReportLine = { date: null, label: null, text: 'x', lang: 'de', notes: [], citations: [] };
    const lines = ['de', 'en', '', 'de', 'und', 'cs', 'de'].map((lang) => ({ ...line, lang }));
    const report: Report = {
      ...timelineReport(LAKE, 'en'),
      sections: [{ heading: 'h', tone: 'plain', lines }],
    };
    expect(shownInOne(report).text.match(/text in \w+/g)).toEqual([
      'text in German',
      'text in Czech',
      'text in German',
    ]);
  });
});

describe('the sides of a case', () => {
  it('stand one below the other, each line with the mark of its side', () => {
    const { text } = shownInOne(sidesReport(LAKE, 'fr'));
    expect(text.match(/◆/g)).toHaveLength(3);
    expect(text).toContain('\n\n◆ juin 2025 · Union des Rivières\nAntarctique [2]\ncertitude non exprimée');
    expect(text).toContain('organisation internationale\n\n\n◇ Réponses des mis en cause\n\n◇ 29 mai 2025');
  });

  it('say that nothing is reported of a side, which does not mean that it was silent', () => {
    const { text } = shownInOne(sidesReport(MILL, 'en'));
    expect(text).toContain('◇ Replies of the accused\n\nNothing reported in the corpus.\n');
    expect(text).toContain('The sources of this case report no reply from the accused side.');
  });
});

describe('several cases', () => {
  it('stand beside each other under one line where they are compared', () => {
    const report = compareReport([LAKE, MILL], 'zh');
    const { text, messages } = shownInOne(report);
    const dividers = messages[0]?.blocks.filter(({ type }) => type === 'divider');
    // One for each pair, and one above the sources.
    expect(dividers).toHaveLength(report.sections.length / 2 + 1);
    expect(text).toContain(
      '[2]\n未表示确定程度 · 依据：政治\n\n◆ 指控 — Sabotage of the old mill (2021)\n\n◆ 2021年',
    );
  });

  it('are parts of a summary', () => {
    const { text } = shownInOne(summaryReport('2021-2025', [LAKE, MILL], 'en'));
    expect(text).toContain('Intrusion at Grey Lake (2025)\n\n28 May 2025 · Accusation · Ministère');
  });
});

it('keeps a title that is too long for a header, and a text of many pages', () => {
  const title = `${HOSTILE_TEXT} `.repeat(3).trim();
  const [first, ...rest] = sidesReport(LAKE, 'fr').sections;
  const line = {
    ...(first?.lines[0] as ReportLine),
    text: 'Le ministère dit ceci, et encore cela. '.repeat(600),
  };
  const report: Report = {
    ...sidesReport(LAKE, 'fr'),
    title,
    sections: [{ heading: 'Accusations', tone: 'accusation', lines: [line, line] }, ...rest],
  };
  const messages = renderReport(report);
  expect(problemsOf(messages)).toEqual([]);
  expectInOrder(shownIn(messages).text, reportTexts(report));
  expectFew(messages);
  expect(messages).toHaveLength(6);
});

describe(`any report, ${TRAPS_USED}`, () => {
  it('is taken by Slack, loses nothing, and has only the elements and links that we mean', () => {
    fc.assert(
      fc.property(reportArbitrary, (report) => {
        const messages = renderReport(report);
        expect(problemsOf(messages)).toEqual([]);
        const { text, urls, other } = shownIn(messages);
        expectInOrder(text, reportTexts(report));
        const numbers = report.sections.flatMap(({ lines }) => lines.flatMap(({ citations }) => citations));
        expect(JSON.stringify(messages).match(/"text":"\[\d+\]"/g) ?? []).toHaveLength(numbers.length);
        expectFew(messages);
        expect(strayUrls(urls, { citations: report.sources, nearest: [] })).toEqual([]);
        expect(other).toEqual([]);
        expect(pressable(messages.slice(0, -1))).toEqual([]);
        for (const id of pressable(messages)) expect(readView(id)).not.toBe(report.kind);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves room for what the first message holds already', () => {
    fc.assert(
      fc.property(reportArbitrary, fc.integer({ min: 1, max: 9_800 }), (report, taken) => {
        const messages = renderReport(report, taken);
        expect(JSON.stringify(messages[0]?.blocks).length + taken).toBeLessThan(10_000);
        expect(problemsOf(messages.slice(1))).toEqual([]);
        expectInOrder(shownIn(messages).text, reportTexts(report));
      }),
      { numRuns: 40 },
    );
  });
});
