/** Whether a question is one of the field at all: of attacks, accusations, replies and measures. */
import { isName } from '../lexicon/concept.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { matchTerm } from './match-term.ts';
import type { Question } from './question.ts';
import type { Term } from './question-term.ts';
import type { Story } from './story.ts';

/** The most general concepts of what happens in a case: incidents, what is said of them, what is done about them. */
const FIELD: ReadonlySet<string> = new Set(
  `attack hack penetrate cyber malicious-code vulnerability espionage spy sabotage theft data-leak threat-actor
  threat-actor-group influence-operation foreign-interference incident accuse suspicion responsible perpetrator motive aim
  respond condemn criticise say demand request warn measure diplomat diplomacy law justice convict trial crime
  intelligence-service investigation evidence confidence-level report victim impact disrupt damage`.split(
    /\s+/,
  ),
);

/** What of a question without a word of the field must stand in the sentence itself: with a country's name, without. */
const DIRECT = { country: 0.6, nothing: 0.7 } as const;

/**
 * A question of the field has a word of it, or names what the sentence's case is about. «Comment changer le mot de
 * passe de mon routeur» has its words in many a sentence, and is answered by none: any other question is answered only
 * by a sentence that has next to all of it.
 */
export function isOfTheField(
  { terms, type }: Question,
  { story, direct }: { readonly story: Story; readonly direct: number },
  lexicon: Lexicon,
): boolean {
  // «Que répond …», "Who is behind …": the question word is the word of the field.
  if (type === 'statement' || type === 'author') return true;
  let least: number = DIRECT.nothing;
  for (const term of terms) {
    if (term.concepts.some((id) => isFieldWord(id, lexicon))) return true;
    if (!term.isName) continue;
    if (isCountryName(term, lexicon)) least = DIRECT.country;
    else if (story.topic === null || matchTerm(term, story.topic, lexicon) > 0) return true;
  }
  return direct >= least;
}

/** A country, or a capital that stands for one: all the news is of some country. */
export function isCountryName({ concepts }: Term, lexicon: Lexicon): boolean {
  return concepts.some((id) => {
    const concept = lexicon.concept(id);
    return (
      concept !== undefined &&
      isName(concept) &&
      (concept.kind === 'country' || lexicon.countryOfCapital(id) !== undefined)
    );
  });
}

/** Whether a question has a word of the field, or names a threat actor. */
export function hasFieldWord(terms: readonly Term[], lexicon: Lexicon): boolean {
  return terms.some(({ kind, concepts }) => kind === 'actor' || hasFieldConcept(concepts, lexicon));
}

/** Whether a question is of the field, or names what may be: a person, a body, a malware, a country. */
export function mayBeOfField(terms: readonly Term[], lexicon: Lexicon): boolean {
  const named = (id: string): boolean => {
    const concept = lexicon.concept(id);
    return concept !== undefined && isName(concept);
  };
  return hasFieldWord(terms, lexicon) || terms.some(({ concepts }) => concepts.some(named));
}

/** Whether one of the concepts is a word of the field. */
export function hasFieldConcept(concepts: Iterable<string>, lexicon: Lexicon): boolean {
  return [...concepts].some((id) => isFieldWord(id, lexicon));
}

function isFieldWord(id: string, lexicon: Lexicon): boolean {
  return FIELD.has(id) || lexicon.broader(id).some((general) => FIELD.has(general));
}
