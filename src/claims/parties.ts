/** The states, bodies, persons and groups that a sentence names, with the country that each belongs to. */
import type { Concept } from '../lexicon/concept.ts';
import { isName } from '../lexicon/concept.ts';
import type { Analysis, Lexicon } from '../lexicon/lexicon.ts';

export interface Party {
  readonly concept: Concept;
  /** Offsets in UTF-16 code units of the analyzed text. */
  readonly start: number;
  readonly end: number;
  /** ISO 3166-1 alpha-2 code or `EU`; null where the lexicon knows none, as for every threat actor. */
  readonly country: string | null;
  /** A group of attackers, or a body or firm that attacks: what an accuser names as the actor. */
  readonly actor: boolean;
  /** A country, its capital, or a body of its state: to accuse it is to accuse the state. */
  readonly state: boolean;
}

/** Bodies of a state that accusers name as the attacker. */
const STATE_ARM =
  /^(?:intelligence-service|military-intelligence|counter-?intelligence|spyware-vendor|contractor|front-company|armed-forces|army)$/u;
/** What stands for a party without a name of its own. */
/** Bodies that act for a state. */
const STATE_BODY =
  /^(?:government|ministry|intelligence-service|military-intelligence|armed-forces|army|police|agency|presidency|parliament|head-of-state)$/u;
const GENERIC = new Set(['west', 'media-outlet', 'security-researcher', 'expert', 'journalist']);

/** The parties of a text, in order. A word inside a longer name is no party of its own. */
export function findParties(analysis: Analysis, lexicon: Lexicon): Party[] {
  const parties: Party[] = [];
  for (const { concept, start, end, inner } of analysis.concepts) {
    if (inner && concept.kind !== 'country') continue;
    const country = countryOf(concept, lexicon);
    const actor =
      concept.kind === 'actor' ||
      (concept.kind === 'org' && lexicon.broader(concept.id).some((id) => STATE_ARM.test(id)));
    const state =
      concept.kind === 'country' ||
      concept.kind === 'place' ||
      (country !== null &&
        concept.kind !== 'person' &&
        concept.kind !== 'role' &&
        (concept.kind === 'term' || lexicon.broader(concept.id).some((id) => STATE_BODY.test(id))));
    const named = isName(concept) && (concept.kind === 'org' || concept.kind === 'person' || actor);
    if (country === null && !named && !GENERIC.has(concept.id)) continue;
    if (parties.some((other) => other.start === start && other.end === end && other.country === country))
      continue;
    parties.push({ concept, start, end, country, actor, state });
  }
  return parties;
}

/** The country that a concept is, stands for, or belongs to. */
export function countryOf(concept: Concept, lexicon: Lexicon): string | null {
  const id = lexicon.countryOfCapital(concept.id) ?? concept.id;
  if (id.startsWith('country:')) return id.slice('country:'.length).toUpperCase();
  // A city that is no capital, an event, a product: where it lies says nothing of who speaks.
  if (
    concept.kind !== 'org' &&
    concept.kind !== 'person' &&
    concept.kind !== 'role' &&
    concept.kind !== 'term'
  )
    return null;
  const broader = [concept.id, ...lexicon.broader(concept.id)];
  if (broader.includes('european-union')) return 'EU';
  const found = broader.find((one) => one.startsWith('country:'));
  return found === undefined ? null : found.slice('country:'.length).toUpperCase();
}
