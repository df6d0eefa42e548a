/** Which concepts can speak: persons, offices, states, and bodies that the glossary keeps as ordinary terms. */
import type { Concept } from '../lexicon/concept.ts';

/** Parts of the ids of bodies: `embassy`, `foreign-ministry`, `counter-intelligence`. */
const BODY =
  /(?:^|-)(?:government|embassy|consulate|mission|ministry|intelligence|counterintelligence|service|agency|bureau|parliament|authorities|authority|police|court|party|company|firm|bloc|alliance|commission|press|media|newspaper|university|army|armed-forces|prosecutor|department)(?:-|$)/u;
const SPEAKING = new Set(['role', 'person', 'org', 'country', 'actor']);

/** Whether the concept can be a speaker; a place can stand for its government. */
export function canSpeak({ id, kind }: Concept): boolean {
  return SPEAKING.has(kind) || kind === 'place' || isBodyTerm({ id, kind });
}

/** A body that is an ordinary term: «gouvernement», «ambassade». */
export function isBodyTerm({ id, kind }: Pick<Concept, 'id' | 'kind'>): boolean {
  return kind === 'term' && BODY.test(id);
}
