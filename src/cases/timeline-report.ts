/** `/timeline`: what was said and done in a case, in the order in which it happened. */
import type { AnswerLang } from '../core/answer.ts';
import type { Report, ReportSection } from '../core/report.ts';
import { type CaseFile, caseNotices, caseTitle } from './case-file.ts';
import { claimLine } from './claim-line.ts';
import { inOrder, sideOf } from './claim-sides.ts';
import { numberSources } from './number-sources.ts';
import { REPORT_WORDS } from './report-words.ts';
import { standingNotices } from './source-standing.ts';

/** One section a year; undated claims come last, since leaving them out would be a silence. */
export function timelineReport(file: CaseFile, lang: AnswerLang): Report {
  const { record, textLang } = file;
  const words = REPORT_WORDS[lang];
  const numbers = numberSources(file.sources);
  const sections = new Map<string, ReportSection['lines'][number][]>();
  for (const claim of inOrder(record.claims)) {
    const year = claim.eventDate?.slice(0, 4) ?? words.undated;
    const side = sideOf(claim, record);
    const line = {
      ...claimLine(
        claim,
        { lang, textLang, number: numbers.number, standing: numbers.standing },
        { withKind: true },
      ),
      tone: side === 'context' ? ('plain' as const) : side,
    };
    sections.set(year, [...(sections.get(year) ?? []), line]);
  }
  const title = caseTitle(record, lang);
  return {
    kind: 'timeline',
    lang,
    title: words.timelineOf(title),
    cases: [{ id: record.id, title }],
    sections: [...sections].map(([heading, lines]) => ({ heading, tone: 'plain', lines })),
    sources: numbers.list(),
    notices: [...standingNotices(numbers, lang), ...caseNotices(file, lang)],
  };
}
