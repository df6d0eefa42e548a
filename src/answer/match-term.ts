/** How well a stretch of text has a question's term. */
import { fold } from '../lexicon/fold.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Vocabulary } from '../reading/read-text.ts';
import type { Term } from './question-term.ts';

/** Same words or same concept. */
const FULL = 1;
/** A word of another language that looks the same for long enough to be a cognate. */
const COGNATE = 0.7;
/** «Wellington» for New Zealand's government; «police de Wuhan» where the text has the police, and Wuhan. */
const METONYM = 0.9;
const COMPOSED = 0.8;
/** The text speaks of the more general thing: asked for the «foreign minister», it has «minister». */
const MORE_GENERAL = 0.6;
/** The text speaks of another kind of the same: asked for an «intrusion», it has a «piratage». */
const SIBLING = 0.35;
const COGNATE_LETTERS = 5;

/**
 * 0 to 1. A term is had when the text names one of its concepts or something narrower, or has its words; for a word of
 * no concept, a cognate counts for less, and a term narrower than what the text names for less still.
 */
export function matchTerm(term: Term, text: Vocabulary, lexicon: Lexicon): number {
  if (term.concepts.some((id) => text.general.has(id))) return FULL;
  if (term.stems.length > 0 && term.stems.every((stem) => text.stems.has(stem))) return FULL;
  if (term.folded.length > 0 && term.folded.every((word) => text.folded.has(word))) return FULL;
  if (term.kind === 'person' && hasLastName(term, text)) return FULL;
  if (term.concepts.length === 0) return cognate(term, text);
  if (term.concepts.some((id) => text.general.has(lexicon.countryOfCapital(id) ?? ''))) return METONYM;
  if (term.concepts.some((id) => isComposed(id, text, lexicon))) return COMPOSED;
  if (term.isName) return 0;
  const { general, parents } = kinOf(term, lexicon);
  if (general.some((id) => text.concepts.has(id))) return MORE_GENERAL;
  return parents.some((id) => text.general.has(id)) ? SIBLING : 0;
}

interface Kin {
  readonly lexicon: Lexicon;
  /** All that is more general than the term's concepts, but countries. */
  readonly general: readonly string[];
  /** What they are kinds of. */
  readonly parents: readonly string[];
}

/** A term is compared with each of some thousand sentences. */
const kin = new WeakMap<Term, Kin>();

function kinOf(term: Term, lexicon: Lexicon): Kin {
  const known = kin.get(term);
  if (known?.lexicon === lexicon) return known;
  const general = term.concepts
    .flatMap((id) => lexicon.broader(id))
    .filter((id) => !id.startsWith('country:'));
  const parents = term.concepts.flatMap((id) => lexicon.concept(id)?.broader ?? []);
  const found = { lexicon, general, parents };
  kin.set(term, found);
  return found;
}

/**
 * The text has every part of what a body is made of: its kind, and the country or place in its name. A name that does
 * not say what it is made of («SolarWinds») is no sum of its parts.
 */
function isComposed(id: string, text: Vocabulary, lexicon: Lexicon): boolean {
  const concept = lexicon.concept(id);
  if (concept === undefined || concept.kind !== 'org' || concept.broader.length < 2) return false;
  if (!concept.broader.every((part) => text.general.has(part))) return false;
  const names = concept.labels.en.map(fold);
  return concept.broader.some((part) => {
    const home = lexicon.concept(part);
    if (home?.kind !== 'country' && home?.kind !== 'place') return false;
    return home.labels.en.some(
      (label) => label.length > 1 && names.some((name) => name.includes(fold(label))),
    );
  });
}

/** «Lin Jian» is «Lin» the second time; Western names keep the last part. */
function hasLastName(term: Term, text: Vocabulary): boolean {
  const parts = [term.folded[0], term.folded.at(-1)];
  return parts.some((part) => part !== undefined && part.length >= 3 && text.folded.has(part));
}

function cognate(term: Term, text: Vocabulary): number {
  const [word] = term.folded;
  if (word === undefined || word.length < COGNATE_LETTERS || term.folded.length > 1) return 0;
  const head = word.slice(0, COGNATE_LETTERS);
  for (const other of text.folded)
    if (other.startsWith(head) && Math.abs(other.length - word.length) <= 4)
      return term.isName ? FULL : COGNATE;
  return 0;
}
