/** What became of a source after an answer had cited it. */

export const CHANGE_KINDS = [
  /** The publisher corrected the publication. */
  'corrected',
  /** The publisher withdrew it. */
  'withdrawn',
  /** Who made the accusation that it carries took it back. */
  'retracted',
  /** The words that the answer rests on are no longer in the stored text. */
  'rewritten',
  /** The source is no longer in the corpus. */
  'removed',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface SourceChange {
  readonly kind: ChangeKind;
  /** ISO 8601 date of year, month or day precision; null when unknown. */
  readonly date: string | null;
  /** What was corrected, why it was withdrawn, or who took the accusation back; null when unknown. */
  readonly note: string | null;
}

/** A change of a source as those are told who were given it: the source is described as the answer cited it. */
export interface CitedChange extends SourceChange {
  readonly sourceId: string;
  readonly title: string;
  readonly titleIsDescriptive: boolean;
  readonly publisher: string | null;
  /** Of the publication. */
  readonly publishedAt: string | null;
  readonly url: string | null;
}
