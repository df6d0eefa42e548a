/** Whether two parties have changed places: what the passage says beside the one, the sentence says beside the other. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Aligned } from './align.ts';
import { findParties, isSameParty, type Party } from './parties.ts';
import type { Stretch, Word } from './stretch.ts';

/** Content words on either side of a party that say something of it. */
const BESIDE = 2;
/** So many more words must stand beside the other than beside the same party. */
const CLEARLY = 2;

/** The two that have changed places, as the sentence has them, or null. */
export function exchangedParties(
  said: Stretch,
  aligned: readonly Aligned[],
  lexicon: Lexicon,
): string | null {
  const [best] = aligned;
  if (best === undefined) return null;
  const ours = onlyOnce(findParties(said, lexicon));
  const theirs = onlyOnce(findParties(best.stretch, lexicon));
  for (const [i, a] of ours.entries())
    for (const b of ours.slice(i + 1)) {
      const a2 = theirs.find((other) => isSameParty(a, other));
      const b2 = theirs.find((other) => isSameParty(b, other));
      if (a2 === undefined || b2 === undefined || a2 === b2) continue;
      const near = (party: Party): Word[] => beside(said, party, ours);
      const there = (party: Party): Word[] => beside(best.stretch, party, theirs);
      const kept = common(near(a), there(a2)) + common(near(b), there(b2));
      const turned = common(near(a), there(b2)) + common(near(b), there(a2));
      if (turned - kept >= CLEARLY)
        return `${said.text.slice(a.start, a.end)}, ${said.text.slice(b.start, b.end)}`;
    }
  return null;
}

/** Those that a stretch names once: where it names somebody twice it says more of him than this can compare. */
function onlyOnce(parties: readonly Party[]): Party[] {
  return parties.filter((party) => parties.every((other) => other === party || !isSameParty(party, other)));
}

/** The content words nearest to a party on either side, up to punctuation or the next party. */
function beside({ text, tokens, words }: Stretch, party: Party, parties: readonly Party[]): Word[] {
  const plain = words.filter(({ named }) => !named);
  const isFree = (from: number, to: number): boolean =>
    !/[,;:，；：。]/u.test(text.slice(from, to)) &&
    !parties.some(({ start, end }) => start >= from && end <= to);
  const before = plain
    .filter(({ token }) => token.end <= party.start && isFree(token.end, party.start))
    .slice(-BESIDE);
  const after = plain
    .filter(({ token }) => token.start >= party.end && isFree(party.end, token.start))
    .slice(0, BESIDE);
  return tokens.length === 0 ? [] : [...before, ...after];
}

function common(a: readonly Word[], b: readonly Word[]): number {
  return a.filter((one) =>
    b.some(
      (other) =>
        one.token.stem === other.token.stem || one.meanings.some((id) => other.meanings.includes(id)),
    ),
  ).length;
}
