/** `/compare`: two cases beside each other, point by point. */
import type { AnswerLang } from '../core/answer.ts';
import type { Report, ReportLine, ReportSection, SectionTone } from '../core/report.ts';
import { type CaseFile, caseTitle, sharedNotices } from './case-file.ts';
import { factLines } from './case-report.ts';
import { claimLine } from './claim-line.ts';
import { type ClaimSide, claimsOnSide } from './claim-sides.ts';
import { numberSources } from './number-sources.ts';
import { REPORT_WORDS } from './report-words.ts';
import { standingNotices } from './source-standing.ts';

/** Each section holds the first case's lines, then the second's, each led by the case's short name. */
export function compareReport([a, b]: readonly [CaseFile, CaseFile], lang: AnswerLang): Report {
  const words = REPORT_WORDS[lang];
  const numbers = numberSources([...a.sources, ...b.sources]);
  const claims = (file: CaseFile, side: ClaimSide): ReportLine[] =>
    claimsOnSide(file.record, side).map((claim) =>
      claimLine(
        claim,
        { lang, textLang: file.textLang, number: numbers.number, standing: numbers.standing },
        { withKind: side !== 'accusation' && side !== 'measure' },
      ),
    );
  const beside = (
    heading: string,
    tone: SectionTone,
    lines: (file: CaseFile) => ReportLine[],
  ): ReportSection[] => {
    const both = [a, b].map((file) => ({
      heading: `${heading} — ${caseTitle(file.record, lang)}`,
      tone,
      lines: lines(file),
    }));
    return both.some((section) => section.lines.length > 0) ? both : [];
  };
  const [titleA, titleB] = [caseTitle(a.record, lang), caseTitle(b.record, lang)];
  const sections = [
    ...beside(words.facts, 'plain', (file) => factLines(file, lang)),
    ...beside(words.accusations, 'accusation', (file) => claims(file, 'accusation')),
    ...beside(words.replies, 'reply', (file) => claims(file, 'reply')),
    ...beside(words.measures, 'measure', (file) => claims(file, 'measure')),
    ...beside(words.contested, 'contest', (file) => claims(file, 'contest')),
  ];
  return {
    kind: 'compare',
    lang,
    title: words.comparisonOf(titleA, titleB),
    cases: [
      { id: a.record.id, title: titleA },
      { id: b.record.id, title: titleB },
    ],
    sections,
    sources: numbers.list(),
    notices: [...standingNotices(numbers, lang), ...sharedNotices([a, b], lang)],
  };
}
