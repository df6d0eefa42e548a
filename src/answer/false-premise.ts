/** A question that has somebody accuse whom the record does not show accused. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { stateConcept } from '../lexicon/state-concept.ts';
import { matchTerm } from './match-term.ts';
import type { Question } from './question.ts';
import { AGAINST } from './question-parties.ts';
import type { Term } from './question-term.ts';
import type { Story } from './story.ts';

export interface FalsePremise {
  /** The case in which the accuser of the question accuses somebody else. */
  readonly story: Story;
  /** Whom the question shows accused. */
  readonly asked: Term;
}

/** Nothing but these may stand between the verb and whom it is directed at: behind a noun, a name is a place or a victim. */
const TO_OBJECT = /^\s*(?:the|la|le|les|l['’]|[àa] la|[àa] l['’]|[àa]|aux?|on|to|against|contre)?\s*$/iu;

/**
 * Checks who accuses whom in the question against the records. Speaks only where the accuser is named, accuses somebody
 * in a case that was found, and nobody in any of these cases accuses the one whom the question names.
 */
export function findFalsePremise(
  question: Question,
  stories: readonly Story[],
  lexicon: Lexicon,
): FalsePremise | null {
  const roles = findRoles(question);
  if (roles === null) return null;
  const { accuser, accused } = roles;
  const accusing = stories.filter((story) => accuses(story, accuser, lexicon));
  const [nearest] = accusing;
  if (nearest === undefined) return null;
  const isAccused = stories.some(
    (story) => story.accused === null || matchTerm(accused, story.accused, lexicon) > 0,
  );
  return isAccused ? null : { story: nearest, asked: accused };
}

/** «Pourquoi *l'Estonie* a-t-elle accusé *le Japon* …», in the active voice alone. */
function findRoles({ terms, text }: Question): { accuser: Term; accused: Term } | null {
  const verb = terms.findIndex(({ concepts }) => concepts.some((id) => AGAINST.has(id)));
  const at = terms[verb];
  if (at === undefined) return null;
  const accuser = terms.slice(0, verb).findLast(isParty);
  const accused = terms
    .slice(verb + 1)
    .find((term) => isParty(term) && TO_OBJECT.test(text.slice(at.end, term.start)));
  return accuser === undefined || accused === undefined ? null : { accuser, accused };
}

function isParty({ isName, concepts }: Term): boolean {
  return isName && concepts.length > 0;
}

/** Whether the record has the one accuse somebody: a state by its country, anybody by name. */
function accuses({ claims }: Story, accuser: Term, lexicon: Lexicon): boolean {
  const states = accuser.concepts.map((id) => lexicon.countryOfCapital(id) ?? id);
  return claims.some(
    ({ claim }) =>
      claim.kind === 'accusation' &&
      claim.speakerCountry !== null &&
      states.includes(stateConcept(claim.speakerCountry)),
  );
}
