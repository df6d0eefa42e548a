/** The id and title that a case might have which no file describes yet. */
import type { Claim } from '../core/case-record.ts';
import type { Source } from '../core/source.ts';
import { fold } from '../lexicon/fold.ts';
import type { FoundLink } from './found-link.ts';

/** @returns null for an article in which nobody accuses anybody. */
export function suggestCase(source: Source, claims: readonly Claim[]): Omit<FoundLink, 'score'> | null {
  const accusations = claims.filter(({ kind }) => kind === 'accusation');
  const first = accusations.find(({ against }) => against?.actor != null) ?? accusations[0];
  if (first === undefined || first.against === null) return null;
  const { actor, state } = first.against;
  const accused = actor ?? (state === null ? 'unknown' : country(state));
  const accuser = first.speakerCountry === null ? first.speaker : country(first.speakerCountry);
  const year = (first.eventDate ?? source.publishedAt)?.slice(0, 4);
  const id = [year, first.speakerCountry ?? '', actor ?? state ?? '']
    .map((part) => slug(part ?? ''))
    .filter((part) => part !== '')
    .join('-');
  const title = `${accuser} accuses ${accused}${year === undefined ? '' : ` (${year})`}`;
  return {
    caseId: `new:${id}`,
    status: 'proposed',
    reason: `new case: ${accused}; suggested title: ${title}`,
  };
}

function country(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;
}

function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
