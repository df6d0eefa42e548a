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
  /^(?:threat-actor-group|apt-group|ransomware-group|hacktivist|cybercriminal|intelligence-service|military-intelligence|counter-?intelligence|spyware-vendor|contractor|front-company|armed-forces|army)$/u;
/** What stands for a party without a name of its own. */
/** Bodies that act for a state. */
const STATE_BODY =
  /^(?:government|ministry|intelligence-service|military-intelligence|armed-forces|army|police|agency|presidency|parliament|head-of-state)$/u;
const GENERIC = new Set(['west', 'media-outlet', 'security-researcher', 'expert', 'journalist']);

/** Countries and territories that are surnames and first names, too. */
const AMBIGUOUS = new Set([
  'Martin',
  'Jordan',
  'Georgia',
  'Chad',
  'Jersey',
  'Barthélemy',
  'Pierre',
  'Chile',
  'Israel',
  'Cook',
  'Norfolk',
  'Bouvet',
  'Christmas',
  'Nauru',
  'Mali',
]);
/** A capitalized word before a country's name that is none itself: «Sébastien Martin» is nobody's territory. */
const SURNAME =
  /(?:^|[\s(«"“])(?!(?:The|La|Le|Les|L|En|In|Of|By|And|Et|But|As|At|On|To|For|From|When|While|Since|Après|Selon|Pour|Si)\s)\p{Lu}\p{Ll}+\s$/u;

/** The parties of a text, in order. A word inside a longer name is no party of its own. */
export function findParties(analysis: Analysis, lexicon: Lexicon): Party[] {
  const parties: Party[] = [];
  for (const { concept, start, end, inner } of analysis.concepts) {
    if (inner && concept.kind !== 'country') continue;
    if (
      concept.kind === 'country' &&
      SURNAME.test(analysis.text.slice(0, start)) &&
      isWord(analysis, start, end)
    )
      continue;
    const country = countryOf(concept, lexicon);
    const actor =
      concept.kind === 'actor' ||
      (concept.kind !== 'country' &&
        lexicon.broader(concept.id).some((id) => STATE_ARM.test(id)) &&
        isName(concept));
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

/** Whether a country's name stands as one capitalized word, and not as «nord-coréen» or «New Zealand». */
function isWord({ text, concepts }: Analysis, start: number, end: number): boolean {
  const before = concepts.some(
    (match) => match.end === start - 1 && (match.concept.kind === 'country' || isName(match.concept)),
  );
  return !before && /^\p{Lu}\p{Ll}+$/u.test(text.slice(start, end)) && AMBIGUOUS.has(text.slice(start, end));
}
