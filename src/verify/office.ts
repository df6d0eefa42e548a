/** Whether a person is given to another state than in the passages: «l’ambassadeur russe Anna Berg», "the German ambassador". */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { findParties, isSameParty, ownId, type Party } from './parties.ts';
import type { Stretch } from './stretch.ts';

/** Characters between a state and a person whose office it names. */
const NEAR = 48;
const HAN_NEAR = 12;
/** What stands between two of whom two things are told. */
const APART = /[;:；：。，]|(?<!\p{L})(?:but|whereas|while|and|mais|et|tandis|alors)(?!\p{L})|但|而/iu;

/** The person and the other state, as the sentence has them, or null. */
export function otherOffice(said: Stretch, given: readonly Stretch[], lexicon: Lexicon): string | null {
  const named = given.flatMap((stretch) => findParties(stretch, lexicon));
  for (const person of findParties(said, lexicon)) {
    if (!isPerson(person)) continue;
    const own = statesBeside(said, person, lexicon);
    const there = given.flatMap((stretch) =>
      findParties(stretch, lexicon)
        .filter((other) => isPerson(other) && isSameParty(person, other))
        .flatMap((other) => statesBeside(stretch, other, lexicon)),
    );
    if (own.length === 0 || there.length === 0) continue;
    const agrees = own.some((one) =>
      there.some((other) => one.ids.has(ownId(other)) || other.ids.has(ownId(one))),
    );
    // Both states must be in the passages: then the one stands for the other.
    const known = own.every((one) => named.some((other) => other.ids.has(ownId(one))));
    if (!agrees && known) {
      const [state = person] = own;
      return said.text.slice(Math.min(state.start, person.start), Math.max(state.end, person.end));
    }
  }
  return null;
}

const isPerson = (party: Party): boolean => party.person || ownId(party).startsWith('name:');

/** The states named in one breath with a person: nothing but an office stands between. */
function statesBeside(stretch: Stretch, person: Party, lexicon: Lexicon): Party[] {
  const { text, lang, cues, tokens } = stretch;
  return findParties(stretch, lexicon).filter((party) => {
    if (!ownId(party).startsWith('country:')) return false;
    const [from, to] = party.start < person.start ? [party.end, person.start] : [person.end, party.start];
    if (to < from || to - from > (lang === 'zh' ? HAN_NEAR : NEAR)) return false;
    if (APART.test(text.slice(from, to))) return false;
    return !cues.some(({ group, first, last }) => {
      const at = tokens[first]?.start ?? 0;
      const end = tokens[last]?.end ?? 0;
      return at >= from && end <= to && /^(?:act:|speech|deed|by|not)/.test(group);
    });
  });
}
