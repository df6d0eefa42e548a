/** Puts the reports of one event together, whatever their publisher and language, without a model. */
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Judgement } from '../judgement.ts';
import type { Story, StoryReport } from '../story.ts';
import { compareReports, type Likeness } from './compare-reports.ts';
import { agencyOf, findOriginal, reportShingles } from './find-copies.ts';
import { findNewClaims } from './find-new-claims.ts';
import { type PlaceReport, type ReportItem, STORY_WINDOW_DAYS } from './place-report.ts';
import { type ReportSigns, readSigns } from './report-signs.ts';
import { weighSigns } from './sign-weights.ts';
import { follows, timeFactor } from './time-factor.ts';

/**
 * From this likeness on a report joins a story. On the open part of the measured set F1 is the same from 0.26 to 0.3; of these
 * it is the strictest, since a wrong join hides news and a missed one only repeats it.
 */
const JOIN_FROM = 0.3;
/** Reports whose signs are kept: those of a month of news. */
const KEPT = 4_000;

/** What was read of a report, once it was needed. */
interface KeptSigns {
  readonly text: string;
  signs: ReportSigns | null;
  shingles: ReadonlySet<string> | null;
}

export function createPlaceReport({ lexicon }: { readonly lexicon: Lexicon }): PlaceReport {
  const kept = new Map<string, KeptSigns>();
  const keptOf = (item: ReportItem): KeptSigns => {
    const key = JSON.stringify([item.feedId, item.itemKey]);
    const text = JSON.stringify([item.title, item.teaser, item.text?.length]);
    const known = kept.get(key);
    if (known?.text === text) return known;
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    const made: KeptSigns = { text, signs: null, shingles: null };
    kept.set(key, made);
    return made;
  };
  const signsOf = (item: ReportItem, judgement: Judgement): ReportSigns => {
    const known = keptOf(item);
    known.signs ??= readSigns(item, judgement, lexicon);
    return known.signs;
  };
  const shingles = (item: ReportItem): ReadonlySet<string> => {
    const known = keptOf(item);
    known.shingles ??= reportShingles(item);
    return known.shingles;
  };

  return (item, judgement, recent) => {
    const own = readSigns(item, judgement, lexicon);
    const near = recent.filter(({ reports }) =>
      reports.some(
        ({ seenAt }) => Date.parse(item.seenAt) - Date.parse(seenAt) <= STORY_WINDOW_DAYS * 86_400_000,
      ),
    );
    const weights = weighSigns(
      near,
      (story) =>
        new Set(story.reports.flatMap((report) => [...signsOf(report, report.judgement).signs.keys()])),
    );
    const agency = agencyOf(item);
    let best: { readonly story: Story; readonly likeness: Likeness } | null = null;
    for (const story of near) {
      const original = findOriginal(item, agency, visibleTo(item, story), shingles);
      const likeness =
        original === null
          ? likenessTo(story, own, judgement, (report) =>
              compareReports(own, signsOf(report, report.judgement), weights),
            )
          : { score: 1, reasons: ['same text'] };
      if (best === null || likeness.score > best.likeness.score) best = { story, likeness };
    }
    const joined = best !== null && best.likeness.score >= JOIN_FROM ? best.story : null;
    const earlier = joined === null ? [] : visibleTo(item, joined);
    const original = findOriginal(item, agency, earlier, shingles);
    return {
      storyId: joined?.id ?? null,
      score: Math.round((best?.likeness.score ?? 0) * 1000) / 1000,
      threshold: JOIN_FROM,
      reasons: best?.likeness.reasons ?? [],
      copyOf: original === null ? null : { feedId: original.feedId, itemKey: original.itemKey },
      agency,
      newClaims: original === null ? findNewClaims(item, judgement, earlier) : [],
    };
  };
}

/** Reports that everybody sees who sees the item. */
function visibleTo({ scope }: ReportItem, { reports }: Story): StoryReport[] {
  return reports.filter((report) => report.scope === 'global' || report.scope === scope);
}

/** Shares of a story's likeness. */
const NEAREST_SHARE = 0.85;
const MEAN_SHARE = 0.15;
/** An answer answers something: of the stories in which the speaker is accused it belongs to the nearest. */
const ANSWER_BONUS = 0.15;

/** Mostly that to the report which is most alike; a little that to the others, so that stories do not grow in chains. */
function likenessTo(
  { reports }: Story,
  own: ReportSigns,
  judgement: Judgement,
  compare: (report: StoryReport) => Likeness,
): Likeness {
  const compared = reports
    .filter(({ copyOf }) => copyOf === null)
    .map(compare)
    .sort((a, b) => b.score - a.score);
  const [first] = compared;
  if (first === undefined) return { score: 0, reasons: [] };
  if (first.score === 1) return first;
  const mean = compared.reduce((sum, { score }) => sum + score, 0) / compared.length;
  const factor = timeFactor(own.at, reports, judgement.kinds);
  const score = NEAREST_SHARE * first.score + MEAN_SHARE * mean;
  const answers = follows(judgement.kinds) && first.reasons.includes('same accused') ? ANSWER_BONUS : 0;
  return { score: Math.min(1, (score + answers) * factor), reasons: first.reasons };
}
