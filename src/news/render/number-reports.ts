/** Gives the reports that a post cites their numbers, in order of first use. */
import { webAddress } from '../../cases/cited-source.ts';
import type { ReportSource } from '../../core/report.ts';
import type { StoryReport } from '../story.ts';

export interface ReportNumbers {
  number(report: StoryReport): number;
  list(): ReportSource[];
}

export function numberReports(): ReportNumbers {
  const used = new Map<string, ReportSource>();
  return {
    number(report) {
      const { feedId, itemKey, title, publisher, publishedAt, url, lang, authority } = report;
      const id = JSON.stringify([feedId, itemKey]);
      const known = used.get(id);
      if (known !== undefined) return known.n;
      const n = used.size + 1;
      const address = webAddress(url);
      used.set(id, {
        n,
        sourceId: address ?? id,
        title,
        titleIsDescriptive: false,
        publisher,
        date: publishedAt?.slice(0, 10) ?? null,
        url: address,
        lang,
        authority,
      });
      return n;
    },
    list: () => [...used.values()],
  };
}
