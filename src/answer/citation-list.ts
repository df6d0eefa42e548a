/** Numbers the citations of an answer in order of first use. */
import type { Citation } from '../core/answer.ts';
import type { Source } from '../core/source.ts';

/** A stretch of a source's stored text, in UTF-16 code units. */
export interface Quoted {
  readonly source: Source;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly quoted: Quoted;
  start: number;
  end: number;
}

/**
 * Two stretches of one source share a number when both fit into an excerpt of this many characters: one article under
 * two numbers looks like two witnesses. A digest holds nothing but what is cited from it and is never parted.
 */
const LONGEST_EXCERPT = { original: 2_000, teaser: 2_000, digest: Number.POSITIVE_INFINITY } as const;

/**
 * Collects what an answer cites. Excerpts are cut from the stored text and so are verbatim by construction. All
 * stretches must be added before the first citation is read: a later one may lengthen an excerpt.
 */
export class CitationList {
  readonly #entries: Entry[] = [];

  /** Adds a stretch and returns its number, 1 for the first. */
  add(quoted: Quoted): number {
    for (const [i, entry] of this.#entries.entries()) {
      if (entry.quoted.source.id !== quoted.source.id) continue;
      const start = Math.min(entry.start, quoted.start);
      const end = Math.max(entry.end, quoted.end);
      if (
        end - start > LONGEST_EXCERPT[quoted.source.textKind] &&
        !(entry.start === start && entry.end === end)
      )
        continue;
      entry.start = start;
      entry.end = end;
      return i + 1;
    }
    this.#entries.push({ quoted, start: quoted.start, end: quoted.end });
    return this.#entries.length;
  }

  get citations(): Citation[] {
    return this.#entries.map(({ quoted: { source, text }, start, end }, i) => ({
      n: i + 1,
      sourceId: source.id,
      title: source.title,
      titleIsDescriptive: source.titleIsDescriptive,
      publisher: source.publisher,
      date: source.publishedAt,
      url: source.url,
      lang: source.lang,
      authority: source.authority,
      excerpt: text.slice(start, end),
      excerptKind: source.textKind,
      excerptLang: source.textLang,
    }));
  }
}
