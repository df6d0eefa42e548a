/** The reports of a story that a reader may see, with copies after what they copy. */
import type { Story, StoryReport } from '../story.ts';
import type { NewsView } from './news-view.ts';

export interface VisibleReports {
  /** Publishers' own reports, in the order in which they were seen; never empty. */
  readonly own: readonly [StoryReport, ...StoryReport[]];
  /** Copies of one of them; an article that a second feed brings is none of itself. */
  readonly copies: readonly StoryReport[];
}

/** @returns null when there are none. A copy whose original may not be seen stands for it. */
export function visibleReports(
  { reports }: Pick<Story, 'reports'>,
  { maySee, now }: Pick<NewsView, 'maySee' | 'now'>,
): VisibleReports | null {
  const visible = reports.filter((report) => maySee(report) && Date.parse(report.seenAt) <= now.getTime());
  const originals = new Set<string>();
  const articles = new Set<string>();
  const own: StoryReport[] = [];
  const copies: StoryReport[] = [];
  for (const report of visible) {
    const of = report.copyOf === null ? idOf(report) : idOf(report.copyOf);
    if (!originals.has(of)) own.push(report);
    else if (!articles.has(articleOf(report))) copies.push(report);
    originals.add(of);
    articles.add(articleOf(report));
  }
  const [first, ...rest] = own;
  return first === undefined ? null : { own: [first, ...rest], copies };
}

export function isCopyOf(copy: StoryReport, report: StoryReport): boolean {
  if (copy.copyOf === null) return false;
  const original = idOf(copy.copyOf);
  return original === idOf(report) || (report.copyOf !== null && original === idOf(report.copyOf));
}

/** Equal for the reports of one article, which several feeds may bring. */
export function articleOf(report: StoryReport): string {
  return report.url ?? idOf(report);
}

function idOf({ feedId, itemKey }: { readonly feedId: string; readonly itemKey: string }): string {
  return JSON.stringify([feedId, itemKey]);
}
