/** `/summary` of several cases: each in a few lines, who accuses whom and what the accused answer. */
import type { AnswerLang } from '../core/answer.ts';
import type { CaseRecord, Claim } from '../core/case-record.ts';
import type { Report, ReportLine, ReportSection } from '../core/report.ts';
import { type CaseFile, caseTitle, sharedNotices } from './case-file.ts';
import { claimLine } from './claim-line.ts';
import { type ClaimSide, claimsOnSide } from './claim-sides.ts';
import { numberSources } from './number-sources.ts';
import { REPORT_WORDS } from './report-words.ts';
import { standingNotices } from './source-standing.ts';

/** Lines of each kind in the summary of one case, and of one among several. */
const ALONE = 3;
const AMONG_OTHERS = 1;
/** More cases are named, not summed up. */
const MAX_CASES = 12;

/**
 * @param subject what it is about, in the reader's words.
 * @param matters which claims belong to it: those of a period, for instance.
 */
export function summaryReport(
  subject: string,
  files: readonly CaseFile[],
  lang: AnswerLang,
  matters: (claim: Claim) => boolean = () => true,
): Report {
  const words = REPORT_WORDS[lang];
  const shown = files.slice(0, MAX_CASES);
  const numbers = numberSources(shown.flatMap(({ sources }) => sources));
  const each = shown.length === 1 ? ALONE : AMONG_OTHERS;
  const sections = shown.map((file): ReportSection => {
    const { record, textLang } = file;
    const pick = (side: ClaimSide) => claimsOnSide(record, side).filter(matters).slice(0, each);
    const claims = [...pick('accusation'), ...pick('reply'), ...pick('measure'), ...pick('contest')];
    const lines = claims.map((claim) =>
      claimLine(
        claim,
        { lang, textLang, number: numbers.number, standing: numbers.standing },
        { withKind: true },
      ),
    );
    return { heading: caseTitle(record, lang), tone: 'plain', lines };
  });
  const rest = files.slice(MAX_CASES).map(({ record }) => record);
  if (rest.length > 0) {
    const lines = rest.map((record) => titleLine(record, lang));
    sections.push({ heading: words.otherCases, tone: 'plain', lines });
  }
  return {
    kind: 'summary',
    lang,
    title: words.summaryOf(subject),
    cases: files.map(({ record }) => ({ id: record.id, title: caseTitle(record, lang) })),
    sections,
    sources: numbers.list(),
    notices: [
      ...standingNotices(numbers, lang),
      words.casesFound(files.length),
      ...sharedNotices(shown, lang),
    ],
  };
}

function titleLine(record: CaseRecord, lang: AnswerLang): ReportLine {
  return { date: null, label: null, text: caseTitle(record, lang), lang, notes: [record.id], citations: [] };
}
