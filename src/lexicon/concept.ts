/** Concepts: meanings that are the same in every language, with the labels under which texts name them. */

export const CONCEPT_KINDS = [
  'term',
  'role',
  'org',
  'person',
  'place',
  'product',
  'malware',
  'event',
  'country',
  'actor',
] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** Languages that have labels of their own. */
export type LabelLang = 'fr' | 'en' | 'zh';
/** Languages in which the most important concepts have labels; compared in text of that language alone. */
export const OTHER_LANGS = ['de', 'es', 'ru', 'cs'] as const;
export type OtherLang = (typeof OTHER_LANGS)[number];
export type OtherLabels = Readonly<Partial<Record<OtherLang, readonly string[]>>>;

export interface Concept {
  /** `foreign-minister`, `country:cz`, `actor:apt31`. */
  readonly id: string;
  readonly kind: ConceptKind;
  /** Ids of more general concepts that a question may name instead. */
  readonly broader: readonly string[];
  readonly labels: Readonly<Record<LabelLang, readonly string[]>>;
  readonly others?: OtherLabels;
}

/**
 * A name belongs to one thing only and reads alike in many languages. Whatever its kind, it is written with a capital:
 * «suspect» is a person and no name.
 */
export function isName({ kind, labels }: Concept): boolean {
  if (kind === 'country' || kind === 'actor') return true;
  return kind !== 'term' && kind !== 'role' && labels.en.some((label) => /[\p{Lu}\d]/u.test(label));
}
