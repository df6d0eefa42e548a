/** `/sides`: accusation against answer, each with its certainty and the kind of source that reports it. */
import type { AnswerLang } from '../core/answer.ts';
import { LABELS } from '../core/labels.ts';
import type { Report, ReportSection, SectionTone } from '../core/report.ts';
import { type CaseFile, caseNotices, caseTitle } from './case-file.ts';
import { claimLine } from './claim-line.ts';
import { type ClaimSide, claimsOnSide } from './claim-sides.ts';
import { numberSources } from './number-sources.ts';
import { REPORT_WORDS } from './report-words.ts';
import { standingNotices } from './source-standing.ts';

export function sidesReport(file: CaseFile, lang: AnswerLang): Report {
  const { record, sources, textLang } = file;
  const words = REPORT_WORDS[lang];
  const labels = LABELS[lang];
  const numbers = numberSources(sources);
  const authorities = new Map(sources.map(({ id, authority }) => [id, authority]));
  const section = (heading: string, tone: SectionTone, side: ClaimSide): ReportSection => ({
    heading,
    tone,
    lines: claimsOnSide(record, side).map((claim) => {
      const line = claimLine(
        claim,
        { lang, textLang, number: numbers.number, standing: numbers.standing },
        { withKind: tone !== 'accusation' },
      );
      const authority = authorities.get(claim.sourceId) ?? null;
      const kind = authority === null ? labels.authorityUnknown : labels.authority[authority];
      return { ...line, notes: [...line.notes, words.sourceKind(kind)] };
    }),
  });
  const title = caseTitle(record, lang);
  const all = [
    section(words.accusations, 'accusation', 'accusation'),
    section(words.replies, 'reply', 'reply'),
    section(words.contested, 'contest', 'contest'),
  ];
  return {
    kind: 'sides',
    lang,
    title: words.sidesOf(title),
    cases: [{ id: record.id, title }],
    // Both sides stand, even when one of them said nothing that is on record: the notice says so.
    sections: all.filter(({ tone, lines }) => tone !== 'contest' || lines.length > 0),
    sources: numbers.list(),
    notices: [...standingNotices(numbers, lang), ...caseNotices(file, lang)],
  };
}
