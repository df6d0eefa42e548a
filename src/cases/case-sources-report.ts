/** `/sources` of one case: its publications by kind of publisher, newest first, with what each is. */
import type { AnswerLang } from '../core/answer.ts';
import { LABELS } from '../core/labels.ts';
import type { Report, ReportLine } from '../core/report.ts';
import { AUTHORITIES, type Source } from '../core/source.ts';
import { type CaseFile, caseTitle } from './case-file.ts';
import { numberSources } from './number-sources.ts';
import { REPORT_WORDS } from './report-words.ts';
import { standingNotices } from './source-standing.ts';

export function caseSourcesReport({ record, sources }: CaseFile, lang: AnswerLang): Report {
  const words = REPORT_WORDS[lang];
  const labels = LABELS[lang];
  const numbers = numberSources(sources);
  const line = (source: Source): ReportLine => ({
    date: source.publishedAt,
    label: source.publisher ?? labels.publisherUnknown,
    text: source.title,
    lang: source.lang,
    notes: source.titleIsDescriptive ? [labels.descriptiveTitle] : [],
    citations: [numbers.number(source.id)],
  });
  const sections = [...AUTHORITIES, null].map((authority) => ({
    heading: authority === null ? labels.authorityUnknown : labels.authority[authority],
    tone: 'plain' as const,
    lines: sources
      .filter((source) => source.authority === authority)
      .sort((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''))
      .map(line),
  }));
  const title = caseTitle(record, lang);
  return {
    kind: 'sources',
    lang,
    title: words.sourcesOf(title, sources.length),
    cases: [{ id: record.id, title }],
    sections: sections.filter(({ lines }) => lines.length > 0),
    sources: numbers.list(),
    notices: standingNotices(numbers, lang),
  };
}
