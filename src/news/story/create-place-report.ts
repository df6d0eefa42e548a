/** Puts the reports of one event together, whatever their publisher and language, without a model. */
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Judgement } from '../judgement.ts';
import type { Story, StoryReport } from '../story.ts';
import { compareReports, type Likeness } from './compare-reports.ts';
import { compareTargets, newTargets, targetsOfStory } from './compare-targets.ts';
import { agencyOf, findOriginal, reportShingles } from './find-copies.ts';
import { findNewClaims } from './find-new-claims.ts';
import { type PlaceReport, type ReportItem, STORY_WINDOW_DAYS } from './place-report.ts';
import { type ReportSigns, readSigns } from './report-signs.ts';
import { weighSigns } from './sign-weights.ts';
import { likenessTo } from './story-likeness.ts';

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

/** What of a story is visible to whoever sees the item. */
type VisibleStory = Pick<Story, 'id' | 'reports'>;

interface PlacedNear {
  readonly story: VisibleStory;
  readonly original: StoryReport | null;
  readonly likeness: Likeness;
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
    // Of reports that not all who see the item see, nothing may tell: not where it is put, nor how rare a word is.
    const near = recent.flatMap((story): VisibleStory[] => {
      const reports = visibleTo(item, story);
      const isNear = reports.some(
        ({ seenAt }) => Date.parse(item.seenAt) - Date.parse(seenAt) <= STORY_WINDOW_DAYS * 86_400_000,
      );
      return isNear ? [{ id: story.id, reports }] : [];
    });
    const weights = weighSigns(
      near,
      ({ reports }) =>
        new Set(reports.flatMap((report) => [...signsOf(report, report.judgement).signs.keys()])),
    );
    const agency = agencyOf(item);
    const targetsOf = (reports: readonly StoryReport[]) =>
      targetsOfStory(reports.map((report) => signsOf(report, report.judgement).targets));
    const placed = near.map((story): PlacedNear => {
      const relation = compareTargets(own.targets, targetsOf(story.reports), lexicon);
      // Agencies tell of several attacks in the same words.
      const isApart = relation === 'other-target' || relation === 'other-victim';
      const original = isApart ? null : findOriginal(item, agency, story.reports, shingles);
      const likeness =
        original === null
          ? likenessTo({ reports: story.reports, relation }, { own, kinds: judgement.kinds }, (report) =>
              compareReports(own, signsOf(report, report.judgement), weights),
            )
          : { score: 1, reasons: ['same text'] };
      return { story, original, likeness };
    });
    let best: PlacedNear | null = null;
    for (const one of placed) if (best === null || one.likeness.score > best.likeness.score) best = one;
    const joined = best !== null && best.likeness.score >= JOIN_FROM ? best : null;
    const earlier = joined?.story.reports ?? [];
    const original = joined?.original ?? null;
    return {
      storyId: joined?.story.id ?? null,
      score: Math.round((best?.likeness.score ?? 0) * 1000) / 1000,
      threshold: JOIN_FROM,
      reasons: best?.likeness.reasons ?? [],
      copyOf: original === null ? null : { feedId: original.feedId, itemKey: original.itemKey },
      agency,
      newClaims:
        original === null && earlier.length > 0
          ? [
              ...findNewClaims(item, judgement, earlier),
              ...newTargets(own.targets, targetsOf(earlier), judgement.countries.speakers, lexicon),
            ]
          : [],
    };
  };
}

/** Reports that everybody sees who sees the item. */
function visibleTo({ scope }: ReportItem, { reports }: Story): StoryReport[] {
  return reports.filter((report) => report.scope === 'global' || report.scope === scope);
}
