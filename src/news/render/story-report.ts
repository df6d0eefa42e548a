/** A story as a post: what is reported, who claims what, and who reports it. Nothing is rewritten. */
import type { ReportLine, ReportSection } from '../../core/report.ts';
import { toneOf } from './claim-words.ts';
import type { NewsView, StoryToReport } from './news-view.ts';
import { NEWS_WORDS } from './news-words.ts';
import { numberReports, type ReportNumbers } from './number-reports.ts';
import { headlineOf, leadOf } from './quote-sentence.ts';
import {
  casesOf,
  claimLineOf,
  claimQuote,
  claimsOf,
  headline,
  noticesOf,
  othersLines,
  plainLine,
  quotedLine,
  type ReportedClaim,
} from './story-parts.ts';
import { type VisibleReports, visibleReports } from './visible-reports.ts';

/** A post is read in a channel, between others. */
const MAX_QUOTES = 2;
const MAX_CLAIMS = 5;
/** Which claims a reader must see where not all fit; what is not named comes after. */
const ORDER: readonly string[] = [
  'accusation',
  'denial',
  'counter-accusation',
  'retraction',
  'correction',
  'indictment',
  'sanction',
  'self-claim',
];

/** Its title is the first report's headline, with whose it is. */
export const storyReport: StoryToReport = (story, view) => {
  const reports = visibleReports(story, view);
  if (reports === null) return null;
  const { lang } = view;
  const words = NEWS_WORDS[lang];
  const numbers = numberReports();
  const claims = claimsOf(reports).sort((a, b) => rank(a) - rank(b));
  const cases = casesOf(story.caseId, reports, view.caseTitle);
  // One section: each has a card of its own on Discord.
  const reported = [
    ...quotesOf(reports, claims, numbers, view),
    ...othersLines(reports, numbers, lang),
    ...cases.map(({ title }) => ({ ...plainLine(title, lang), label: words.relatedCase })),
  ];
  const sections: ReportSection[] = [{ heading: words.reported, tone: 'plain', lines: reported }];
  const read = claims.filter(({ claim }) => claim !== null);
  const lines = read.slice(0, MAX_CLAIMS).flatMap((claim) => claimLineOf(claim, numbers, lang) ?? []);
  if (read.length > lines.length) lines.push(plainLine(words.others(read.length - lines.length), lang));
  if (lines.length > 0) sections.push({ heading: words.whoClaims, tone: 'plain', lines });
  return {
    kind: 'news',
    lang,
    ...headline(reports.own[0], lang),
    cases,
    sections,
    sources: numbers.list(),
    notices: noticesOf(reports, lang),
  };
};

/** The first report's sentence, and that of whoever answers; of a report that is a headline alone, the headline. */
function quotesOf(
  { own: [first] }: VisibleReports,
  claims: readonly ReportedClaim[],
  numbers: ReportNumbers,
  { lang }: NewsView,
): ReportLine[] {
  const below = claims.filter(({ claim, report }) => claim !== null && claim.start >= report.title.length);
  const ofFirst = below.find(({ report }) => report === first);
  const lead =
    (ofFirst === undefined ? null : claimQuote(ofFirst, numbers, lang)) ??
    quotedLine(first, leadOf(first) ?? headlineOf(first), numbers, lang);
  const answer =
    claims.find((claim) => claim.claim !== null && claim !== ofFirst && toneOf(claim.kind) === 'reply') ??
    below.find((claim) => claim !== ofFirst && (claim.report !== first || claim.kind !== ofFirst?.kind));
  const second = answer === undefined ? null : claimQuote(answer, numbers, lang);
  return [lead, ...(second === null || second.text === lead.text ? [] : [second])].slice(0, MAX_QUOTES);
}

function rank({ kind }: ReportedClaim): number {
  const at = ORDER.indexOf(kind);
  return at === -1 ? ORDER.length : at;
}
