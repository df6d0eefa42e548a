/** The parts that posts about stories share: quoted sentences, claims, who else reports, what must be known of the whole. */
import type { AnswerLang } from '../../core/answer.ts';
import { LABELS } from '../../core/labels.ts';
import type { ReportLine } from '../../core/report.ts';
import { type KeyedClaim, keyedClaims, settleSpeakers, withoutEchoes } from '../story/claim-key.ts';
import type { StoryReport } from '../story.ts';
import { bodyClaim } from './body-claim.ts';
import { claimWords, toneOf } from './claim-words.ts';
import { NEWS_WORDS } from './news-words.ts';
import type { ReportNumbers } from './number-reports.ts';
import { quoted, sentenceAt } from './quote-sentence.ts';
import { articleOf, isCopyOf, type VisibleReports } from './visible-reports.ts';

/** Publishers named before it says «and N more». */
const NAMED = 6;

/** A claim and the first report that holds it. */
export interface ReportedClaim extends KeyedClaim {
  readonly report: StoryReport;
}

/** Claims of all reports, each once, in the order in which they were reported. */
export function claimsOf({ own }: VisibleReports): ReportedClaim[] {
  const bySpeaker = new Map<string, ReportedClaim>();
  const reported = own.flatMap((report) =>
    keyedClaims(report.judgement).map(
      (claim): ReportedClaim => ({ ...claim, claim: bodyClaim(report, claim), report }),
    ),
  );
  for (const claim of settleSpeakers(reported, [])) {
    const speaker = `${claim.kind}|${claim.speaker}`;
    const known = bySpeaker.get(speaker);
    // A kind that was only told gives way to the claim that was read.
    if (known === undefined || (known.claim === null && claim.claim !== null)) bySpeaker.set(speaker, claim);
  }
  return withoutEchoes([...bySpeaker.values()]);
}

/** Its name, or the host of its address. */
export function publisherOf({ publisher, url }: StoryReport, lang: AnswerLang): string {
  if (publisher !== null && publisher.trim() !== '') return publisher;
  return url !== null && URL.canParse(url) ? new URL(url).hostname : LABELS[lang].publisherUnknown;
}

/** A sentence of the report with its number. @param sentence null for a report without words. */
export function quotedLine(
  report: StoryReport,
  sentence: string | null,
  numbers: ReportNumbers,
  lang: AnswerLang,
): ReportLine {
  return {
    date: null,
    label: publisherOf(report, lang),
    text: sentence === null ? '—' : quoted(sentence, lang),
    lang: sentence === null ? lang : report.lang,
    notes: [],
    citations: [numbers.number(report)],
  };
}

/** The sentence that a claim rests on, with the kind of the claim for the eye. */
export function claimQuote(
  { report, claim, kind }: ReportedClaim,
  numbers: ReportNumbers,
  lang: AnswerLang,
): ReportLine | null {
  const sentence = claim === null ? null : sentenceAt(report, claim.start, claim.end);
  return sentence === null ? null : { ...quotedLine(report, sentence, numbers, lang), tone: toneOf(kind) };
}

export function claimLineOf(
  { claim, report, ...keyed }: ReportedClaim,
  numbers: ReportNumbers,
  lang: AnswerLang,
): ReportLine | null {
  if (claim === null) return null;
  return {
    date: null,
    ...claimWords({ ...keyed, claim }, lang),
    citations: [numbers.number(report)],
  };
}

/** Who else reports, each with its number; and who prints the same text, once. */
export function othersLines(
  { own, copies }: VisibleReports,
  numbers: ReportNumbers,
  lang: AnswerLang,
): ReportLine[] {
  const words = NEWS_WORDS[lang];
  const [first, ...rest] = own;
  const told = new Set([publisherOf(first, lang)]);
  const articles = new Set([articleOf(first)]);
  // A publisher's second report is his all the same, and so is what a second feed of his brings.
  const later = rest.filter((report) => {
    const [name, article] = [publisherOf(report, lang), articleOf(report)];
    return !told.has(name) && !articles.has(article) && told.add(name) && articles.add(article);
  });
  const shown = later.slice(0, NAMED);
  const lines: ReportLine[] = [];
  if (shown.length > 0) {
    const more = later.length - shown.length;
    const names = shown.map((report) => publisherOf(report, lang));
    lines.push({
      ...plainLine(joined(names, more, lang), lang),
      label: words.alsoReported,
      citations: shown.map((report) => numbers.number(report)),
    });
  }
  for (const report of own) {
    const same = copies.filter((copy) => isCopyOf(copy, report));
    if (same.length === 0) continue;
    const names = [...new Set(same.map((copy) => publisherOf(copy, lang)))];
    const list = joined(names.slice(0, NAMED), names.length - Math.min(names.length, NAMED), lang);
    const agency = report.agency ?? same.find((copy) => copy.agency !== null)?.agency ?? null;
    lines.push({
      ...plainLine(agency === null ? words.copied(list) : words.wire(agency, list), lang),
      label: words.carried,
      citations: [numbers.number(report)],
    });
  }
  return lines;
}

export function plainLine(text: string, lang: AnswerLang): ReportLine {
  return { date: null, label: null, text, lang, notes: [], citations: [] };
}

/** «A, B, and 3 more». */
function joined(names: readonly string[], more: number, lang: AnswerLang): string {
  const words = NEWS_WORDS[lang];
  return more > 0 ? `${names.join(words.list)} ${words.others(more)}` : names.join(words.list);
}

/** Whose word it is, and that nobody has looked at it. */
export function noticesOf(reports: VisibleReports, lang: AnswerLang): string[] {
  const words = NEWS_WORDS[lang];
  const kinds = new Set(claimsOf(reports).map(({ kind }) => toneOf(kind)));
  return [
    ...(kinds.has('accusation') && !kinds.has('reply') ? [words.oneSide] : []),
    ...stateMediaOf([...reports.own, ...reports.copies], lang),
    words.unreviewed,
  ];
}

/** A headline is its publisher's, and may say more than is known. */
export function headline(
  report: StoryReport,
  lang: AnswerLang,
): { readonly title: string; readonly titleLang: string } {
  const publisher = publisherOf(report, lang);
  const title = report.title.trim() === '' ? publisher : NEWS_WORDS[lang].titleBy(report.title, publisher);
  return { title, titleLang: report.lang };
}

export function stateMediaOf(reports: readonly StoryReport[], lang: AnswerLang): string[] {
  const names = reports
    .filter(({ authority }) => authority === 'state-media')
    .map((report) => publisherOf(report, lang));
  return names.length === 0
    ? []
    : [NEWS_WORDS[lang].stateMedia([...new Set(names)].join(NEWS_WORDS[lang].list))];
}

/** The story's case, where a report that may be seen belongs to it: the others tell nothing. */
export function casesOf(
  caseId: string | null,
  { own }: VisibleReports,
  caseTitle: (id: string) => string | null,
): { readonly id: string; readonly title: string }[] {
  if (caseId === null || !own.some(({ judgement }) => judgement.cases.some(({ id }) => id === caseId)))
    return [];
  const title = caseTitle(caseId);
  return title === null ? [] : [{ id: caseId, title }];
}
