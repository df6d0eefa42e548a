/** Whether two parties have changed places: what the passage says beside the one, the sentence says beside the other. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Aligned } from './align.ts';
import { findParties, isSameParty, type Party } from './parties.ts';
import type { Stretch, Word } from './stretch.ts';

/** Content words on either side of a party that say something of it; the nearest says most. */
const BESIDE = 3;
/** What a word counts that stands between the two, in an order that turns who does it to whom. */
const BETWEEN = 0.75;
/** So much more must stand beside the other than beside the same party. */
const CLEARLY = 1.5;

/** The two that have changed places, as the sentence has them, or null. */
export function exchangedParties(
  said: Stretch,
  aligned: readonly Aligned[],
  lexicon: Lexicon,
): string | null {
  const [best] = aligned;
  if (best === undefined) return null;
  const there = best.stretch;
  const ours = findParties(said, lexicon);
  const theirs = findParties(there, lexicon);
  const near = (stretch: Stretch, party: Party, all: readonly Party[]): Near[] =>
    all.filter((other) => isSameParty(party, other)).flatMap((other) => beside(stretch, other, all));
  for (const [i, a] of ours.entries())
    for (const b of ours.slice(i + 1)) {
      const a2 = theirs.find((other) => isSameParty(a, other));
      const b2 = theirs.find((other) => isSameParty(b, other));
      if (a2 === undefined || b2 === undefined || a2 === b2 || isSameParty(a, b) || isSameParty(a2, b2))
        continue;
      if (a.reporter || b.reporter) continue;
      const [nearA, nearB] = [near(said, a, ours), near(said, b, ours)];
      const [nearA2, nearB2] = [near(there, a2, theirs), near(there, b2, theirs)];
      const once = [a2, b2].every((one) => theirs.filter((other) => isSameParty(one, other)).length === 1);
      const order = once ? between(said, a, b, there, a2, b2) : 0;
      const kept = common(nearA, nearA2) + common(nearB, nearB2) + Math.max(0, order);
      const turned = common(nearA, nearB2) + common(nearB, nearA2) + Math.max(0, -order);
      if (turned - kept >= CLEARLY)
        return `${said.text.slice(a.start, a.end)}, ${said.text.slice(b.start, b.end)}`;
    }
  return null;
}

interface Near {
  readonly word: Word;
  /** 1 for the nearest word on its side, less for those behind it. */
  readonly weight: number;
}

/** The content words nearest to a party on either side, up to punctuation or the next party. */
function beside({ text, words }: Stretch, party: Party, parties: readonly Party[]): Near[] {
  const plain = words.filter(({ named }) => !named);
  const isFree = (from: number, to: number): boolean =>
    !/[,;:，；：。]/u.test(text.slice(from, to)) &&
    !parties.some(({ start, end }) => start >= from && end <= to);
  const weigh = (word: Word, i: number): Near => ({ word, weight: 1 / (i + 1) });
  const before = plain.filter(({ token }) => token.end <= party.start && isFree(token.end, party.start));
  const after = plain.filter(({ token }) => token.start >= party.end && isFree(party.end, token.start));
  return [...before.slice(-BESIDE).reverse().map(weigh), ...after.slice(0, BESIDE).map(weigh)];
}

const alike = (one: Word, other: Word): boolean =>
  one.token.stem === other.token.stem || one.meanings.some((id) => other.meanings.includes(id));

function common(a: readonly Near[], b: readonly Near[]): number {
  return a.reduce((sum, one) => {
    const best = b
      .filter((other) => alike(one.word, other.word))
      .reduce((most, { weight }) => Math.max(most, weight), 0);
    return sum + Math.min(one.weight, best);
  }, 0);
}

/** A passive turns the order and leaves the sense. */
const PASSIVE = /(?<!\p{L})(?:par|by)(?!\p{L})|[被由遭]/u;

/** More than 0 where what stands between the two stands between them in the same order there, less in the other one. */
function between(said: Stretch, a: Party, b: Party, there: Stretch, a2: Party, b2: Party): number {
  const inner = (stretch: Stretch, from: Party, to: Party): Word[] =>
    stretch.words.filter(({ token, named }) => !named && token.start >= from.end && token.end <= to.start);
  const passive = [said, there].filter(({ text }) => PASSIVE.test(text)).length;
  if (passive === 1) return 0;
  const ours = inner(said, a, b);
  const same = a2.start < b2.start ? inner(there, a2, b2) : inner(there, b2, a2);
  const shared = ours.filter((word) => same.some((other) => alike(word, other))).length;
  const weight = Math.min(shared, 2) * BETWEEN;
  return a2.start < b2.start ? weight : -weight;
}
