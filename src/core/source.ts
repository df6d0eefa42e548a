/** A source: one article, statement or report, as it is cited. */

/**
 * What kind of body speaks through the source, in descending order of preference when several say the same:
 * a court, a government, an international organisation, a security vendor, the media, state-controlled media, or the
 * actor itself.
 */
export const AUTHORITIES = [
  'court',
  'government',
  'international',
  'vendor',
  'media',
  'state-media',
  'self',
] as const;
export type Authority = (typeof AUTHORITIES)[number];

/**
 * How the stored text relates to what the publisher printed: the publisher's own words, our digest of them, or the
 * teaser that a feed carried. Only an `original` may be shown in quotation marks.
 */
export type TextKind = 'original' | 'digest' | 'teaser';

/** Another publication that prints the same report, as papers do with what an agency sends. */
export interface Republication {
  readonly sourceId: string;
  readonly publisher: string;
  /** ISO 8601 date of year, month or day precision; null when not stated. */
  readonly date: string | null;
  readonly url: string | null;
}

/** A publisher's later word on a publication of his. */
export interface Standing {
  readonly status: 'corrected' | 'withdrawn';
  /** ISO 8601 date of year, month or day precision; null when unknown. */
  readonly date: string | null;
  /** What was corrected, or why it was withdrawn; null when unknown. */
  readonly note: string | null;
}

export interface Source {
  /** Stable id: path relative to the ingested root, `<case-id>/s1`, the id of a JSONL line, or the canonical URL. */
  readonly id: string;
  readonly title: string;
  /** True when the title describes the page and is not the publisher's headline. */
  readonly titleIsDescriptive: boolean;
  /** The publisher as the text or its metadata states it; null when it states none. Never guessed. */
  readonly publisher: string | null;
  /** ISO 8601 date of year, month or day precision (`2021`, `2025-07`, `2025-05-28`); null when not stated. */
  readonly publishedAt: string | null;
  readonly url: string | null;
  /** ISO 639-1 code of the publication's language. */
  readonly lang: string;
  /** ISO 639-1 code of the stored text's language; differs from `lang` for a digest in another language. */
  readonly textLang: string;
  readonly textKind: TextKind;
  readonly authority: Authority | null;
  /** Free label of the document's kind: news, statement, indictment, advisory, report, response. */
  readonly kind: string | null;
  readonly caseIds: readonly string[];
  /** `global`, or the id of the one workspace that may see the source. */
  readonly scope: string;
  /** False for what joined the corpus by itself (a feed item) and nobody has looked at. */
  readonly reviewed: boolean;
  /** What became of the publication since; absent while it stands as it was. */
  readonly standing?: Standing;
  /** SHA-256 (hex) over everything the stored form derives from; equal hash means nothing to do on re-ingest. */
  readonly contentHash: string;
}

/** A source with its stored text and the passages cut from it: the unit that ingest hands to the index. */
export interface SourceDocument {
  readonly source: Source;
  /** The cleaned text. Every offset of a passage and of a citation refers to it, in UTF-16 code units. */
  readonly text: string;
  readonly passages: readonly Passage[];
}

/** What is indexed, found and cited: a few consecutive sentences of one source. */
export interface Passage {
  /** `<sourceId>#<ordinal>`. */
  readonly id: string;
  readonly sourceId: string;
  /** Position among the passages of the source, from 0. */
  readonly ordinal: number;
  /** Exactly `storedText.slice(start, end)`. */
  readonly text: string;
  /** ISO 639-1 code of `text`. */
  readonly lang: string;
  readonly start: number;
  readonly end: number;
  /** Title, publisher and date, indexed with the passage but never shown as its words. */
  readonly context: string;
  /** Sentences of this passage that stand word for word in another source's stored text, and are indexed only here. */
  readonly alsoIn: readonly SharedSentence[];
}

/** A sentence footnoted to more than one source. Offsets are in UTF-16 code units of each source's stored text. */
export interface SharedSentence {
  /** Offset in the text of the passage's own source. */
  readonly start: number;
  readonly end: number;
  readonly sourceId: string;
  /** Offset of the same words in the other source's text; they end at `otherStart + (end - start)`. */
  readonly otherStart: number;
}
