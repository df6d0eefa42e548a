/** A report of cases with a few written sentences before its lines. */
import type { AnswerLang } from '../core/answer.ts';
import type { Report, ReportLine, ReportSource } from '../core/report.ts';

/** A line as it is summed up. */
export interface SummedLine {
  /** Who says it, what, and how sure they say they are. */
  readonly text: string;
  /** ISO 639-1 code of `text`. */
  readonly lang: string;
  /** Of its first citation. */
  readonly source: ReportSource;
}

export interface SummarySentence {
  readonly text: string;
  /** Lines that bear it out, from 1; never empty. */
  readonly lines: readonly number[];
}

/** Never rejects, but on defects; an empty list when there is no summary to be had. */
export type WriteSummary = (
  subject: string,
  lines: readonly SummedLine[],
  lang: AnswerLang,
) => Promise<readonly SummarySentence[]>;

const WORDS: Readonly<Record<AnswerLang, { readonly heading: string; readonly notice: string }>> = {
  fr: {
    heading: 'En bref',
    notice:
      '« En bref » est rédigé par un modèle de langue ; chaque phrase a été vérifiée sur les lignes citées.',
  },
  en: {
    heading: 'In brief',
    notice:
      '“In brief” is written by a language model; each sentence was checked against the lines it cites.',
  },
  zh: { heading: '简述', notice: '“简述”由语言模型撰写，每句话均已对照所引条目核对。' },
};

/** The report as it is when nothing could be written. */
export async function withWrittenSummary(report: Report, write: WriteSummary): Promise<Report> {
  const lines = report.sections.flatMap((section) =>
    section.lines.filter(({ citations }) => citations.length > 0),
  );
  const bySource = new Map(report.sources.map((source) => [source.n, source]));
  const summed = lines.flatMap((line) => {
    const source = bySource.get(line.citations[0] ?? 0);
    return source === undefined ? [] : [{ text: lineText(line), lang: line.lang, source }];
  });
  if (summed.length !== lines.length || summed.length === 0) return report;
  const sentences = await write(report.title, summed, report.lang);
  if (sentences.length === 0) return report;
  const written = sentences.map(
    ({ text, lines: numbers }): ReportLine => ({
      date: null,
      label: null,
      text,
      lang: report.lang,
      notes: [],
      citations: [...new Set(numbers.flatMap((n) => lines[n - 1]?.citations ?? []))],
    }),
  );
  const { heading, notice } = WORDS[report.lang];
  return renumber({
    ...report,
    sections: [{ heading, tone: 'plain', lines: written }, ...report.sections],
    notices: [...report.notices, notice],
  });
}

function lineText({ label, text, notes, date }: ReportLine): string {
  const said = label === null ? text : `${label}: ${text}`;
  const more = [...(date === null ? [] : [date]), ...notes];
  return more.length === 0 ? said : `${said} (${more.join('; ')})`;
}

/** Numbers run in order of first use, which the new section has changed. */
function renumber(report: Report): Report {
  const used = report.sections.flatMap(({ lines }) => lines.flatMap(({ citations }) => citations));
  const order = [...new Set([...used, ...report.sources.map(({ n }) => n)])];
  const renamed = new Map(order.map((old, i) => [old, i + 1]));
  const name = (old: number): number => renamed.get(old) ?? old;
  return {
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      lines: section.lines.map((line) => ({ ...line, citations: line.citations.map(name) })),
    })),
    sources: report.sources.map((source) => ({ ...source, n: name(source.n) })).sort((a, b) => a.n - b.n),
  };
}
