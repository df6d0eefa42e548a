/** How well the accusations on record answer who is behind an attack. */

import { stateConcept } from '../lexicon/state-concept.ts';
import type { ReadSentence } from '../reading/read-text.ts';
import type { Question } from './question.ts';
import { AGAINST } from './question-parties.ts';
import type { Term } from './question-term.ts';
import type { Story } from './story.ts';

/** A sentence that names the accused actor, the accused state alone, or leaves open who is accused. */
const NAMES = { actor: 1, state: 0.95, nobody: 0.75 } as const;

const ATTRIBUTING: ReadonlySet<string> = new Set([
  'behind',
  'responsible',
  'perpetrator',
  'carry-out',
  'launch',
]);
/** The same as folded words, which the glossary has no concept for. */
const ATTRIBUTING_WORDS: ReadonlySet<string> = new Set('behind derriere origine auteur auteurs'.split(' '));

/** «Qui *est derrière* …»: every accusation says that somebody is, and need not say it in these words. */
export function onlyAttributes({ concepts, folded }: Term): boolean {
  return (
    concepts.some((id) => ATTRIBUTING.has(id) || AGAINST.has(id)) ||
    (folded.length > 0 && folded.every((word) => ATTRIBUTING_WORDS.has(word)))
  );
}

/** The sentences that tell the story's accusations on record, each with its fit, 0 to 1. */
export function attributionsIn(
  { terms }: Question,
  { claims, accused }: Story,
): ReadonlyMap<ReadSentence, number> {
  const asked = new Set(terms.flatMap(({ concepts }) => concepts));
  const found = new Map<ReadSentence, number>();
  for (const { claim, sentence } of claims) {
    if (claim.kind !== 'accusation' || claim.against === null || sentence === null) continue;
    const { concepts, general } = sentence.vocabulary;
    const own = stateOf(claim.speakerCountry);
    const actor = [...(accused?.concepts ?? [])].some(
      (id) => !id.startsWith('country:') && concepts.has(id) && !asked.has(id),
    );
    const state = stateOf(claim.against.state);
    const isNamed = state !== own && general.has(state);
    found.set(sentence, actor ? NAMES.actor : isNamed ? NAMES.state : NAMES.nobody);
  }
  return found;
}

function stateOf(code: string | null): string {
  return code === null ? '' : stateConcept(code);
}
