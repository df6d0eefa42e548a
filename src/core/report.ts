/** What a look-up shows: headed lines, each with the numbers of the sources that it rests on. */
import type { AnswerLang, NearestSource } from './answer.ts';
import type { Authority, Republication } from './source.ts';

/** The kinds that answer a look-up in the case book. */
export const LOOK_UP_KINDS = ['case', 'timeline', 'sides', 'summary', 'compare', 'sources'] as const;
export type LookUpKind = (typeof LOOK_UP_KINDS)[number];

/** Besides them: a story with its claims and reports, and a collection of stories by case. */
export const REPORT_KINDS = [...LOOK_UP_KINDS, 'news', 'digest'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The kinds that show one case. */
export const CASE_VIEWS = ['case', 'timeline', 'sides'] as const satisfies readonly ReportKind[];
export type CaseView = (typeof CASE_VIEWS)[number];

export interface ReportLine {
  /** ISO 8601 date of year, month or day precision; null when there is none to show. */
  readonly date: string | null;
  /** Who speaks, or what the line is about; null when the text says it. */
  readonly label: string | null;
  /** Foreign text: adapters escape it. */
  readonly text: string;
  /** ISO 639-1 code of `text`. */
  readonly lang: string;
  /** Small print: certainty as stated, basis, kind of speaker. In the report's language, but for what it quotes. */
  readonly notes: readonly string[];
  /** Numbers of the sources; empty for what follows from the case as a whole. */
  readonly citations: readonly number[];
  /** What the line itself holds, where its section mixes them: a timeline. */
  readonly tone?: SectionTone;
  /** The amount that the line states, at least 0, where lines of a section can be compared: drawn as a bar. */
  readonly count?: number;
}

/** What a section holds, for the eye: sides are told apart by colour and place. */
export type SectionTone = 'plain' | 'accusation' | 'reply' | 'measure' | 'contest';

export interface ReportSection {
  readonly heading: string;
  readonly tone: SectionTone;
  readonly lines: readonly ReportLine[];
}

export interface ReportSource extends NearestSource {
  /** 1..n in order of first use. */
  readonly n: number;
  /** ISO 639-1 code of the publication's language. */
  readonly lang: string;
  readonly authority: Authority | null;
  /** Other publishers that print the same report, oldest first; absent where none is known. */
  readonly alsoPublished?: readonly Republication[];
}

export interface Report {
  readonly kind: ReportKind;
  readonly lang: AnswerLang;
  readonly title: string;
  /** ISO 639-1 code of the title where it is a headline in another language. */
  readonly titleLang?: string;
  /** The cases that it is about, most important first. */
  readonly cases: readonly { readonly id: string; readonly title: string }[];
  readonly sections: readonly ReportSection[];
  readonly sources: readonly ReportSource[];
  /** What the reader must know about the whole, in the report's language. */
  readonly notices: readonly string[];
}

/** The report as plain text: sections, lines with `[n]`, and the numbered sources. */
export function reportText(report: Report): string {
  const lines = report.sections.flatMap(({ heading, lines: content }) => [
    '',
    heading,
    ...content.map(
      ({ date, label, text, notes, citations }) =>
        `- ${[date, label].filter((part) => part !== null).join(' · ')}${date === null && label === null ? '' : ': '}${text}` +
        `${notes.length === 0 ? '' : ` (${notes.join('; ')})`} ${citations.map((n) => `[${n}]`).join('')}`.trimEnd(),
    ),
  ]);
  const sources = report.sources.map(
    ({ n, title, publisher, date, url }) =>
      `[${n}] ${[title, publisher, date, url].filter((part) => part !== null).join('. ')}`,
  );
  return [report.title, ...lines, '', ...report.notices, ...sources].join('\n');
}
