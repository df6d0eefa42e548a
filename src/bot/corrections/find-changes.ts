/** What has become of a source, as far as answers that cite it are concerned. */
import type { CaseRecord } from '../../core/case-record.ts';
import type { SourceChange } from '../../core/correction.ts';
import type { Source } from '../../core/source.ts';

/** A retraction, with the source that reports it: who cites that one has been told. */
export interface Retraction extends SourceChange {
  readonly reportedBy: string;
}

/** What the publisher said since; null while the publication stands as it was. */
export function standingChange({ standing }: Pick<Source, 'standing'>): SourceChange | null {
  return standing === undefined ? null : { kind: standing.status, date: standing.date, note: standing.note };
}

/**
 * By source of an accusation, the retractions of it: a claim of that kind, in the same case, by the same speaker, not
 * dated before the accusation.
 */
export function retractionsBySource(cases: readonly CaseRecord[]): Map<string, Retraction[]> {
  const bySource = new Map<string, Retraction[]>();
  for (const { claims } of cases) {
    for (const retraction of claims.filter(({ kind }) => kind === 'retraction')) {
      const { speaker, eventDate, sourceId: reportedBy } = retraction;
      const sources = claims
        .filter(
          (claim) =>
            claim.kind === 'accusation' &&
            sameName(claim.speaker, speaker) &&
            !isBefore(eventDate, claim.eventDate) &&
            claim.sourceId !== reportedBy,
        )
        .map(({ sourceId }) => sourceId);
      for (const sourceId of new Set(sources)) {
        const known = bySource.get(sourceId) ?? [];
        known.push({ kind: 'retracted', date: eventDate, note: speaker, reportedBy });
        bySource.set(sourceId, known);
      }
    }
  }
  return bySource;
}

/**
 * Whether the text still holds the words: white space and the shapes of quotation marks, apostrophes and dashes may
 * differ, since putting those right changes nothing that was cited.
 */
export function stillHolds(text: string, excerpt: string): boolean {
  return text.includes(excerpt) || plain(text).includes(plain(excerpt));
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[«»“”„"]/g, '"')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, '');
}

const sameName = (a: string, b: string): boolean =>
  a.normalize('NFKC').toLowerCase().trim() === b.normalize('NFKC').toLowerCase().trim();

/** False where the dates are too coarse to tell. */
function isBefore(date: string | null, other: string | null): boolean {
  if (date === null || other === null) return false;
  const precision = Math.min(date.length, other.length);
  return date.slice(0, precision) < other.slice(0, precision);
}
