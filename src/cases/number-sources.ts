/** Gives the sources of a report their numbers, in order of first use. */
import type { ReportSource } from '../core/report.ts';
import type { Source, Standing } from '../core/source.ts';

export interface SourceNumbers {
  /** Throws on a source that does not exist: a claim without a source is a defect of the corpus. */
  number(sourceId: string): number;
  list(): ReportSource[];
  /** What became of a publication since; undefined while it stands as it was. */
  standing(sourceId: string): Standing | undefined;
}

export function numberSources(sources: readonly Source[]): SourceNumbers {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const used = new Map<string, ReportSource>();
  return {
    number(sourceId) {
      const known = used.get(sourceId);
      if (known !== undefined) return known.n;
      const source = byId.get(sourceId);
      if (source === undefined) throw new Error(`a claim names the source ${sourceId}, which is not stored`);
      const { title, titleIsDescriptive, publisher, publishedAt: date, url, lang, authority } = source;
      const n = used.size + 1;
      used.set(sourceId, { n, sourceId, title, titleIsDescriptive, publisher, date, url, lang, authority });
      return n;
    },
    list: () => [...used.values()],
    standing: (sourceId) => byId.get(sourceId)?.standing,
  };
}
