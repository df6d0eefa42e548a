/** A digest: the stories since the last one by case, and what changed in those that were told before. */
import { REPORT_WORDS } from '../../cases/report-words.ts';
import type { AnswerLang } from '../../core/answer.ts';
import { formatDate } from '../../core/format-date.ts';
import type { ReportLine, ReportSection } from '../../core/report.ts';
import type { Story, StoryReport } from '../story.ts';
import { claimWords, keyInWords, toneOf } from './claim-words.ts';
import type { NewsView, StoriesToDigest } from './news-view.ts';
import { NEWS_WORDS } from './news-words.ts';
import { numberReports, type ReportNumbers } from './number-reports.ts';
import { headlineOf, quoted } from './quote-sentence.ts';
import { casesOf, claimsOf, plainLine, publisherOf, quotedLine, stateMediaOf } from './story-parts.ts';
import { articleOf, type VisibleReports, visibleReports } from './visible-reports.ts';
import { weekBalance } from './week-balance.ts';

/** A digest is read in a minute; what is beyond is counted. */
const MAX_STORIES = 12;
const MAX_CHANGES = 6;
/** Claims told beside a headline. */
const MAX_CLAIMS = 3;
/** Each of these kinds makes a story weigh as much as one more publisher. */
const TELLING = ['accusation', 'denial', 'sanction', 'indictment', 'retraction', 'counter-accusation'];

interface Told {
  readonly story: Story;
  readonly reports: VisibleReports;
  readonly weight: number;
}

export const digestReport: StoriesToDigest = (stories, since, view) => {
  const { lang, now } = view;
  const words = NEWS_WORDS[lang];
  const isNew = ({ seenAt }: StoryReport): boolean => since === null || Date.parse(seenAt) > since.getTime();
  const told: Told[] = stories.flatMap((story) => {
    const reports = visibleReports(story, view);
    return reports === null ? [] : [{ story, reports, weight: weightOf(reports) }];
  });
  const opened = told
    .filter(({ reports }) => isNew(reports.own[0]))
    .sort(
      (a, b) => b.weight - a.weight || a.story.openedAt.localeCompare(b.story.openedAt) || compareIds(a, b),
    );
  const changes = told
    .filter(({ reports }) => !isNew(reports.own[0]))
    .sort((a, b) => b.weight - a.weight || compareIds(a, b))
    .flatMap(({ reports }) =>
      reports.own
        .filter(isNew)
        .flatMap((report) =>
          report.newClaims.length === 0 ? [] : [{ keys: report.newClaims, report, reports }],
        ),
    );
  if (opened.length === 0 && changes.length === 0) return null;
  const numbers = numberReports();
  const sections: ReportSection[] = [];
  if (changes.length > 0) {
    const lines = changes.slice(0, MAX_CHANGES).map(({ keys, report, reports }): ReportLine => {
      const line = headlineLine(report, numbers, view);
      const what = [...new Set(keys.map((key) => keyInWords(key, lang)))].join(REPORT_WORDS[lang].separator);
      const opener = headlineOf(reports.own[0]);
      return {
        ...line,
        label: `${what} · ${line.label}`,
        notes: opener === null ? [] : [openerNote(opener, publisherOf(reports.own[0], lang), lang)],
        tone: toneOf(keys[0]?.split('|')[0] ?? ''),
      };
    });
    if (changes.length > lines.length)
      lines.push(plainLine(words.others(changes.length - lines.length), lang));
    sections.push({ heading: words.changed, tone: 'plain', lines });
  }
  sections.push(
    ...byCase(opened, numbers, view),
    ...weekBalance(
      opened.map(({ reports }) => reports),
      lang,
    ),
  );
  const cases = new Map(
    [...opened, ...told]
      .filter(({ reports }) => reports.own.some(isNew))
      .flatMap(({ story, reports }) => casesOf(story.caseId, reports, view.caseTitle))
      .map((one) => [one.id, one]),
  );
  const shown = [
    ...opened.slice(0, MAX_STORIES).map(({ reports }) => reports.own[0]),
    ...changes.map(({ report }) => report),
  ];
  return {
    kind: 'digest',
    lang,
    title: words.digestOf(opened.length, formatDate(now.toISOString().slice(0, 10), lang)),
    cases: [...cases.values()],
    sections,
    sources: numbers.list(),
    notices: [...stateMediaOf(shown, lang), words.unreviewed],
  };
};

/** Cases in the order of their weightiest story; what belongs to none comes last. */
function byCase(opened: readonly Told[], numbers: ReportNumbers, view: NewsView): ReportSection[] {
  const { lang, caseTitle } = view;
  const words = NEWS_WORDS[lang];
  const groups = new Map<string | null, VisibleReports[]>();
  for (const { story, reports } of opened.slice(0, MAX_STORIES)) {
    const title = casesOf(story.caseId, reports, caseTitle)[0]?.title ?? null;
    groups.set(title, [...(groups.get(title) ?? []), reports]);
  }
  const without = groups.get(null);
  groups.delete(null);
  if (without !== undefined) groups.set(null, without);
  const sections = [...groups].map(
    ([title, stories]): ReportSection => ({
      heading: title ?? words.withoutCase,
      tone: 'plain',
      lines: stories.map((reports) => storyLine(reports, numbers, view)),
    }),
  );
  const more = opened.length - MAX_STORIES;
  const last = sections.at(-1);
  if (more > 0 && last !== undefined)
    sections[sections.length - 1] = { ...last, lines: [...last.lines, plainLine(words.others(more), lang)] };
  return sections;
}

/** The headline, what is claimed in it, and how many report it. */
function storyLine(reports: VisibleReports, numbers: ReportNumbers, view: NewsView): ReportLine {
  const { lang } = view;
  const [first, ...others] = reports.own;
  const claims = claimsOf(reports).flatMap((one) => {
    if (one.claim === null) return [];
    const { label, text } = claimWords({ ...one, claim: one.claim }, lang);
    return [`${label}${REPORT_WORDS[lang].colon}${text}`];
  });
  const line = headlineLine(first, numbers, view);
  const count = new Set([...reports.own, ...reports.copies].map(articleOf)).size;
  return {
    ...line,
    notes: [...claims.slice(0, MAX_CLAIMS), ...(count > 1 ? [NEWS_WORDS[lang].reportsOf(count)] : [])],
    // One more source, best from another publisher.
    citations: [
      ...line.citations,
      ...others
        .filter((report) => report.publisher !== first.publisher && articleOf(report) !== articleOf(first))
        .slice(0, 1)
        .map((report) => numbers.number(report)),
    ],
  };
}

function headlineLine(report: StoryReport, numbers: ReportNumbers, { lang }: NewsView): ReportLine {
  return {
    ...quotedLine(report, headlineOf(report), numbers, lang),
    date: (report.publishedAt ?? report.seenAt).slice(0, 10),
  };
}

/** A headline of the first report, with whose it is. */
function openerNote(opener: string, publisher: string, lang: AnswerLang): string {
  return `${NEWS_WORDS[lang].storySoFar} · ${publisher}${REPORT_WORDS[lang].colon}${quoted(opener, lang)}`;
}

/** Publishers of their own first, then what is claimed: many papers report what matters to many. */
function weightOf(reports: VisibleReports): number {
  const publishers = new Set(reports.own.map(({ publisher }) => publisher)).size;
  const kinds = new Set<string>(claimsOf(reports).map(({ kind }) => kind));
  return publishers + 0.5 * reports.copies.length ** 0.5 + TELLING.filter((kind) => kinds.has(kind)).length;
}

function compareIds(a: Told, b: Told): number {
  return a.story.id.localeCompare(b.story.id);
}
