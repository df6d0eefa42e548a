/** `/case`: the card of a case: whom it hit, who accuses whom, what the accused answer, what followed. */
import type { AnswerLang } from '../core/answer.ts';
import type { Report, ReportLine, ReportSection, SectionTone } from '../core/report.ts';
import { type CaseFile, caseNotices, caseTitle } from './case-file.ts';
import { accusedInWords, claimLine, isUnreviewed } from './claim-line.ts';
import { type ClaimSide, claimsOnSide } from './claim-sides.ts';
import { numberSources } from './number-sources.ts';
import { REPORT_WORDS } from './report-words.ts';
import { standingNotices, uncitedStandingNotices } from './source-standing.ts';

export function caseReport(file: CaseFile, lang: AnswerLang): Report {
  const { record, textLang } = file;
  const words = REPORT_WORDS[lang];
  const numbers = numberSources(file.sources);
  const section = (heading: string, tone: SectionTone, side: ClaimSide, withKind: boolean) => ({
    heading,
    tone,
    lines: claimsOnSide(record, side).map((claim) =>
      claimLine(claim, { lang, textLang, number: numbers.number, standing: numbers.standing }, { withKind }),
    ),
  });
  const sections: ReportSection[] = [
    { heading: words.facts, tone: 'plain', lines: factLines(file, lang) },
    section(words.accusations, 'accusation', 'accusation', false),
    section(words.replies, 'reply', 'reply', true),
    section(words.measures, 'measure', 'measure', false),
    section(words.contested, 'contest', 'contest', true),
    section(words.context, 'plain', 'context', false),
  ];
  const title = caseTitle(record, lang);
  return {
    kind: 'case',
    lang,
    title,
    cases: [{ id: record.id, title }],
    sections: sections.filter(({ lines }) => lines.length > 0),
    sources: numbers.list(),
    notices: [
      ...standingNotices(numbers, lang),
      ...uncitedStandingNotices(file.sources, numbers, lang),
      ...caseNotices(file, lang),
    ],
  };
}

/** Whom it hit, when, and whom the accusers name. They follow from the case as a whole, not from one source. */
export function factLines({ record, textLang }: CaseFile, lang: AnswerLang): ReportLine[] {
  const words = REPORT_WORDS[lang];
  const line = (label: string, text: string, textIn: string): ReportLine => ({
    date: null,
    label,
    text,
    lang: textIn,
    notes: [],
    citations: [],
  });
  // Who is accused is told by the case's file alone.
  const accusations = claimsOnSide(record, 'accusation').filter((claim) => !isUnreviewed(claim));
  const accused = [...new Set(accusations.map((claim) => accusedInWords(claim, lang)))].filter(
    (name) => name !== null,
  );
  const aliases = [...new Set(accusations.flatMap(({ against }) => against?.aliases ?? []))];
  const names = aliases.length === 0 ? [] : [words.alsoKnownAs(aliases.join(', '))];
  return [
    line(words.victims, record.victims.join(words.separator), textLang),
    ...(record.period === null ? [] : [line(words.period, record.period, textLang)]),
    ...(accused.length === 0
      ? []
      : [{ ...line(words.accused, accused.join(words.separator), lang), notes: names }]),
  ];
}
