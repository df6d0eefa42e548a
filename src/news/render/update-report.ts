/** An update of a story: what was not known when it was posted. */
import { REPORT_WORDS } from '../../cases/report-words.ts';
import type { AnswerLang } from '../../core/answer.ts';
import type { ReportLine } from '../../core/report.ts';
import { keyedClaims } from '../story/claim-key.ts';
import type { StoryReport } from '../story.ts';
import { bodyClaim } from './body-claim.ts';
import { claimWords, keyInWords, kindWord, toneOf } from './claim-words.ts';
import type { UpdateToReport } from './news-view.ts';
import { NEWS_WORDS } from './news-words.ts';
import { numberReports, type ReportNumbers } from './number-reports.ts';
import { headlineOf, sentenceAt } from './quote-sentence.ts';
import { casesOf, noticesOf, plainLine, quotedLine } from './story-parts.ts';
import { visibleReports } from './visible-reports.ts';

/** Lines of what is new, and kinds that its title names. */
const MAX_NEW = 4;
const NAMED_KINDS = 3;

export const updateReport: UpdateToReport = (story, newClaims, view) => {
  const reports = visibleReports(story, view);
  if (reports === null) return null;
  const { lang } = view;
  const words = NEWS_WORDS[lang];
  const asked = new Set(newClaims);
  const found = reports.own.flatMap((report) =>
    report.newClaims.filter((key) => asked.delete(key)).map((key) => ({ key, report })),
  );
  if (found.length === 0) return null;
  const numbers = numberReports();
  const lines = found.slice(0, MAX_NEW).map(({ key, report }) => newLine(key, report, numbers, lang));
  if (found.length > MAX_NEW) lines.push(plainLine(words.others(found.length - MAX_NEW), lang));
  const [first] = reports.own;
  const kinds = [...new Set(found.map(({ key }) => keyInWords(key, lang)))].slice(0, NAMED_KINDS);
  const cases = casesOf(story.caseId, reports, view.caseTitle);
  const sections = [
    { heading: words.newInStory, tone: 'plain' as const, lines },
    // Where the update stands alone, it says what it goes on from.
    {
      heading: words.storySoFar,
      tone: 'plain' as const,
      lines: [quotedLine(first, headlineOf(first), numbers, lang)],
    },
  ];
  return {
    kind: 'news',
    lang,
    title: words.updateOf(kinds.join(REPORT_WORDS[lang].separator)),
    cases,
    sections,
    sources: numbers.list(),
    notices: noticesOf(reports, lang),
  };
};

/** The sentence of the claim with who speaks; the headline where no sentence was read for it. */
function newLine(key: string, report: StoryReport, numbers: ReportNumbers, lang: AnswerLang): ReportLine {
  const [kind = '', speaker, accused] = key.split('|');
  const isCertainty = kind === 'certainty';
  const keyed = keyedClaims(report.judgement).find((one) =>
    isCertainty
      ? one.kind === 'accusation' && (one.speaker ?? '') === speaker && (one.accused ?? '') === accused
      : one.key === key,
  );
  const claim = keyed === undefined ? null : bodyClaim(report, keyed);
  const sentence = claim === null ? null : sentenceAt(report, claim.start, claim.end);
  const quote = quotedLine(report, sentence ?? headlineOf(report), numbers, lang);
  if (keyed === undefined || claim === null)
    return { ...quote, label: `${kindWord(kind, lang)} · ${quote.label}`, tone: toneOf(kind) };
  const { label, notes } = claimWords({ ...keyed, claim }, lang);
  const stated = claim.confidenceAsStated;
  return {
    ...quote,
    // The words are the publisher's, whoever it is that speaks in them.
    label: `${kindWord(kind, lang)} · ${label} · ${quote.label}`,
    notes: isCertainty && stated !== null ? [NEWS_WORDS[lang].certaintyNow(stated)] : notes,
    tone: toneOf(isCertainty ? 'accusation' : kind),
  };
}
