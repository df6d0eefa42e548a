/** What a reader in Discord sees of a look-up: the sections of either side, dates, sources, and what else to look at. */
import { describe, expect, it } from 'vitest';
import { readViewId, writeViewId } from '../../../../src/adapters/discord/render/custom-ids.ts';
import type { DiscordMessage } from '../../../../src/adapters/discord/render/discord-message.ts';
import { renderReport } from '../../../../src/adapters/discord/render/render-report.ts';
import { toCaseFile } from '../../../../src/cases/case-file.ts';
import { caseReport } from '../../../../src/cases/case-report.ts';
import { compareReport } from '../../../../src/cases/compare-report.ts';
import { sidesReport } from '../../../../src/cases/sides-report.ts';
import { summaryReport } from '../../../../src/cases/summary-report.ts';
import { timelineReport } from '../../../../src/cases/timeline-report.ts';
import { ANSWER_LANGS } from '../../../../src/core/answer.ts';
import type { Report } from '../../../../src/core/report.ts';
import { messageProblems } from '../../../support/discord/message-rules.ts';
import { seenMessage } from '../../../support/discord/seen-message.ts';
import { squash } from '../../../support/discord/squash.ts';
import { OTHER_CASE, SAMPLE_CASE } from '../../../support/report-kit.ts';
import { HOSTILE_TEXT } from '../../../support/sample-answers.ts';

const lake = toCaseFile(SAMPLE_CASE);
const mill = toCaseFile(OTHER_CASE);

function only(messages: readonly DiscordMessage[]): DiscordMessage {
  const [message, ...more] = messages;
  expect(more).toEqual([]);
  if (message === undefined) throw new Error('there is no message');
  expect(messageProblems(message)).toEqual([]);
  return message;
}
const cards = ({ embeds }: DiscordMessage): string[] => embeds.map(({ description = '' }) => description);
const headings = (message: DiscordMessage): string[] =>
  cards(message).flatMap((card) => card.match(/^### .*/gm) ?? []);
const offered = ({ components }: DiscordMessage) =>
  components.flatMap((row) =>
    row.components.map((button) => readViewId('custom_id' in button ? button.custom_id : '')),
  );

describe('renderReport', () => {
  it('shows a case as cards in the colours of the sides, under its title and what must be known of it', () => {
    const message = only(renderReport(caseReport(lake, 'en')));
    expect(message.content.split('\n')).toEqual([
      '## Intrusion at Grey Lake (2025)',
      '-# Casebook reports what each side states; it does not establish facts.',
      '-# The digest of this case is written in French.',
    ]);
    expect(headings(message)).toEqual([
      '### The case',
      '### 🟥 Accusations',
      '### 🟦 Replies of the accused',
      '### 🟨 Measures',
      '### 🟦 Contested or corrected',
      '### Context',
      '### Sources',
    ]);
    const [facts, accusing, answering, acting] = message.embeds.map(({ color }) => color);
    expect(new Set([facts, accusing, answering, acting]).size).toBe(4);
  });

  it('shows date, speaker, words, numbers and small print of a line, and its language once a section', () => {
    expect(cards(only(renderReport(caseReport(lake, 'en'))))[1]).toBe(
      [
        '### 🟥 Accusations',
        '**28 May 2025** · Ministère des Eaux de Valdoria',
        'Le ministère impute à Lynx 31 l’intrusion dans les pompes du lac. [[1]](<https://valdoria.example/declaration?lang=fr&id=7>)',
        '-# in French · certainty as stated: quasi-certitude · basis: technical, intelligence',
        '',
        '**June 2025** · Union des Rivières',
        'Antarctica [[2]](<https://rivers.example/press/12>)',
        '-# certainty not stated · basis: political',
      ].join('\n'),
    );
    const french = seenMessage(only(renderReport(caseReport(lake, 'fr')))).text;
    expect(french).not.toContain('en français');
  });

  it('lists the sources with publisher, date, authority and address, and says which titles describe', () => {
    expect(cards(only(renderReport(sidesReport(mill, 'en')))).at(-1)).toBe(
      [
        '### Sources',
        '**[1]** **Indictment in the mill affair** (descriptive title)',
        'Prosecutor of Orlund, 14 October 2021 · court',
        '<https://orlund.example/indictment.pdf>',
      ].join('\n'),
    );
    expect(cards(only(renderReport(caseReport(lake, 'fr')))).at(-1)).toContain(
      '诺兰日报, mai 2025 · média d’État · en chinois\n<https://norland.example/发言人>',
    );
  });

  it.each(ANSWER_LANGS)('shows both sides in %s even where one of them is silent', (lang) => {
    const { sections, notices } = sidesReport(mill, lang);
    const [accusing, silent] = cards(only(renderReport(sidesReport(mill, lang))));
    expect(accusing).toContain('**');
    expect(silent?.split('\n')).toEqual([`### 🟦 ${sections[1]?.heading}`, expect.stringMatching(/\S/)]);
    expect(only(renderReport(sidesReport(mill, lang))).content).toContain(`-# ${notices[0]}`);
  });

  it('shows a timeline as one card with its years', () => {
    const message = only(renderReport(timelineReport(lake, 'fr')));
    expect(message.embeds).toHaveLength(2);
    expect(headings(message)).toEqual(['### 2025', '### 2026', '### Sans date', '### Sources']);
  });

  it('joins the two cases’ cards of one colour where a message would not have room for all', () => {
    const report = compareReport([lake, mill], 'fr');
    const message = only(renderReport(report));
    expect(report.sections).toHaveLength(10);
    expect(message.embeds).toHaveLength(6);
    expect(headings(message)).toHaveLength(11);
  });

  it('says in which section it goes on', () => {
    const report = caseReport(lake, 'en');
    const [line] = report.sections[1]?.lines ?? [];
    if (line === undefined) throw new Error('the sample has no accusation');
    const long = { ...line, text: 'The ministry says so. '.repeat(30) };
    const sections = [
      { heading: 'Accusations', tone: 'accusation' as const, lines: Array.from({ length: 12 }, () => long) },
    ];
    const messages = renderReport({ ...report, sections });
    expect(messages.flatMap((message) => messageProblems(message))).toEqual([]);
    expect(messages.flatMap(headings).slice(0, 3)).toEqual([
      '### 🟥 Accusations',
      '### 🟥 Accusations (continued)',
      '### 🟥 Accusations (continued)',
    ]);
    // No line is cut.
    for (const card of messages.flatMap(cards)) expect(card).not.toMatch(/(?:says|ministry|The)$/);
  });

  it('shows a hostile report literally', () => {
    const line = { date: HOSTILE_TEXT, label: HOSTILE_TEXT, text: HOSTILE_TEXT, lang: 'en' };
    const report: Report = {
      ...caseReport(lake, 'en'),
      title: HOSTILE_TEXT,
      sections: [
        {
          heading: HOSTILE_TEXT,
          tone: 'reply',
          lines: [{ ...line, notes: [HOSTILE_TEXT], citations: [1] }],
        },
      ],
      notices: [HOSTILE_TEXT],
    };
    const all = renderReport(report).map((message) => seenMessage(message));
    const stored = report.sources.map(({ url }) => url);
    expect(all.flatMap(({ mentions, previews }) => [...mentions, ...previews])).toEqual([]);
    expect(all.flatMap(({ links }) => links).filter((url) => !stored.includes(url))).toEqual([]);
    const text = squash(all.map((message) => message.text).join(''));
    expect(text.split(squash(HOSTILE_TEXT))).toHaveLength(8);
  });

  it('says that there is nothing to show, rather than nothing', () => {
    const nothing = { title: '', sections: [], sources: [], notices: [], cases: [] };
    expect(only(renderReport({ ...caseReport(lake, 'en'), ...nothing })).content).toBe('…');
  });
});

describe('the buttons under a report', () => {
  it.each([
    [caseReport(lake, 'fr'), ['timeline', 'sides']],
    [timelineReport(lake, 'fr'), ['case', 'sides']],
    [sidesReport(lake, 'fr'), ['case', 'timeline']],
    [summaryReport('Lynx 31', [lake], 'fr'), ['case', 'timeline', 'sides']],
    [summaryReport('2025', [lake, mill], 'fr'), []],
    [compareReport([lake, mill], 'fr'), []],
  ])('offer the other views of its one case (%#)', (report, views) => {
    const message = only(renderReport(report));
    expect(offered(message)).toEqual(views.map((view) => ({ view, caseId: '2025-lac-gris' })));
  });

  it('are none where the case’s id fits into no button', () => {
    const report = caseReport(lake, 'fr');
    for (const id of ['x'.repeat(90), 'a:b', ''])
      expect(only(renderReport({ ...report, cases: [{ id, title: 'x' }] })).components).toEqual([]);
    expect(writeViewId('case', 'x'.repeat(90))).toHaveLength(100);
  });

  it('are told from those of answers', () => {
    expect(['view:drop:a', 'view:case:', 'case:a', 'view:case:a:b', 'up:a'].map(readViewId)).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });
});
