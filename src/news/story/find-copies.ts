/** Tells copies: the same text again, or nearly, as papers print what an agency sends. */
import { containment, shinglesOf } from '../../lexicon/shingles.ts';
import { agenciesOf } from '../../reading/news-agencies.ts';
import type { StoryReport } from '../story.ts';
import type { ReportItem } from './place-report.ts';

/** What of the shorter text stands in the longer one. */
const COPY_FROM = 0.7;
/** The same where both credit one agency: papers shorten and retitle what they print. */
const WIRE_COPY_FROM = 0.4;
/** A text shorter than that is like others by chance. Shingles. */
const FEWEST = 6;
/** UTF-16 code units: where an article begins, it is a copy or not. */
const COMPARED_CHARS = 2_000;

/** The agency whose report it prints; null when it credits none. An agency's own report counts as one. */
export function agencyOf({ publisher, title, teaser, text }: ReportItem): string | null {
  const [agency] = agenciesOf(publisher, `${title}\n${teaser}\n${(text ?? '').slice(0, COMPARED_CHARS)}`);
  return agency ?? null;
}

/**
 * @param earlier reports in the order in which they were seen.
 * @param shingles gives those of a report, where they are kept.
 * @returns the first that it copies; null for none.
 */
export function findOriginal(
  item: ReportItem,
  agency: string | null,
  earlier: readonly StoryReport[],
  shingles: (report: ReportItem) => ReadonlySet<string> = reportShingles,
): StoryReport | null {
  const own = shingles(item);
  if (own.size < FEWEST) return null;
  const found = earlier.find((other) => {
    if (other.lang !== item.lang) return false;
    if (other.feedId === item.feedId && other.itemKey === item.itemKey) return false;
    const theirs = shingles(other);
    if (theirs.size < FEWEST) return false;
    const wire = agency !== null && (other.agency === agency || agency === other.publisher);
    return containment(own, theirs) >= (wire ? WIRE_COPY_FROM : COPY_FROM);
  });
  if (found === undefined) return null;
  const { copyOf } = found;
  // A copy of a copy is one of the original.
  const original =
    copyOf === null
      ? found
      : earlier.find(({ feedId, itemKey }) => feedId === copyOf.feedId && itemKey === copyOf.itemKey);
  return original ?? found;
}

/** Of title and teaser. */
export function reportShingles({
  title,
  teaser,
  text,
}: Pick<ReportItem, 'title' | 'teaser' | 'text'>): Set<string> {
  return shinglesOf(`${title}\n${teaser === '' ? (text ?? '') : teaser}`.slice(0, COMPARED_CHARS));
}
