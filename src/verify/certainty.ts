/** Whether a sentence is surer than its passages: «probablement» left out, "suspected" made "confirmed". */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Aligned } from './align.ts';
import { coverOf, wordSupport } from './coverage.ts';
import type { Cue } from './cues.ts';
import { borderAfter } from './negation-scope.ts';
import type { Stretch, Word } from './stretch.ts';

/** A plain statement; the levels under it and above it are those of `data/cues.tsv`. */
const PLAIN = 5;
/** What is reported and not vouched for is stated as a suspicion is. */
const ALLEGED = 2;
const BEYOND_DOUBT = 6;
/** Content words on either side of a hedge that it weakens. */
const REACH = 6;

/** The raised certainty as the passage has it, or null. */
export function raisedCertainty(
  said: Stretch,
  aligned: readonly Aligned[],
  given: readonly Stretch[],
  lexicon: Lexicon,
): string | null {
  const boosts = plainBoosts(said);
  const stated = Math.min(
    levelOf(said),
    said.cues.some(({ group }) => group === 'reported') ? ALLEGED : PLAIN,
  );
  if (boosts.length > 0 && !given.some((stretch) => isSure(stretch))) {
    const [boost] = boosts;
    if (boost !== undefined && (stated === PLAIN || stated >= 4)) return wordsOf(said, boost);
  }
  const attributed = said.cues.some(
    ({ group }) => group === 'reported' || group === 'speech' || group.startsWith('hedge:'),
  );
  const claimed = boosts.length > 0 && stated === PLAIN ? BEYOND_DOUBT : stated;
  const open = openQuestion(said, aligned);
  if (open !== null) return open;
  for (const one of aligned) {
    const level = levelOf(one.stretch);
    for (const cue of one.stretch.cues) {
      const lost =
        cue.group === 'reported' ? !attributed : cue.group === `hedge:${level}` && raises(level, claimed);
      if (!lost) continue;
      const weakened = weakenedWords(cue, one.stretch, said, lexicon);
      if (weakened !== null && !vouchedFor(weakened, one, aligned, lexicon)) return wordsOf(one.stretch, cue);
    }
  }
  return null;
}

/** Tokens behind a negation within which a word for certainty is negated. */
const NEGATED_WITHIN = 7;

/** «Rien ne le rattache avec certitude» is as good as a hedge: what it leaves open, a sentence without any reserve closes. */
function openQuestion(said: Stretch, [best]: readonly Aligned[]): string | null {
  if (best === undefined) return null;
  if (said.cues.some(({ group }) => /^(?:not|negish|lack|hedge:.|answer:.*)$/.test(group))) return null;
  const { cues } = best.stretch;
  const open = cues.find(
    ({ group, first }) =>
      (group === 'boost' || group === 'sure') &&
      cues.some((not) => not.group === 'not' && not.last < first && first - not.last <= NEGATED_WITHIN),
  );
  return open === undefined ? null : wordsOf(best.stretch, open);
}

/** Another sentence that is as near says the same without the hedge. */
function vouchedFor(
  words: readonly Word[],
  one: Aligned,
  aligned: readonly Aligned[],
  lexicon: Lexicon,
): boolean {
  return aligned.some(
    (other) =>
      other !== one &&
      other.shared > one.shared &&
      levelOf(other.stretch) === PLAIN &&
      words.filter((word) => (wordSupport(word, one.stretch.lang, other.cover, lexicon) ?? 0) >= 0.6).length *
        2 >=
        words.length,
  );
}

/** Says that something is beyond doubt, or that somebody is sure of it. */
function isSure(stretch: Stretch): boolean {
  return plainBoosts(stretch).length > 0 || stretch.cues.some(({ group }) => group === 'sure');
}

function raises(from: number, to: number): boolean {
  if (to >= PLAIN) return true;
  return to - from >= 2 || (to === 4 && from === 3);
}

/** The weakest certainty that a stretch states of anything. */
function levelOf({ cues }: Stretch): number {
  const hedges = cues.filter(({ group }) => group.startsWith('hedge:'));
  const level = ({ group }: Cue): number => Number(group.slice('hedge:'.length));
  // «Presque certain» is also certain and «fort soupçon» also a suspicion: the longer or stronger cue includes the other.
  const own = hedges.filter(
    (cue) =>
      !hedges.some(
        (other) => other.first <= cue.last && other.last >= cue.first && level(other) > level(cue),
      ),
  );
  return own.length === 0 ? PLAIN : Math.min(...own.map(level));
}

/** Words for what is beyond doubt, but those that are negated or weakened: «non confirmé», «presque certain». */
function plainBoosts({ cues, tokens }: Stretch): Cue[] {
  return cues.filter(
    ({ group, first, last }) =>
      group === 'boost' &&
      !cues.some(
        (other) =>
          (/^(?:hedge:4|not|lack)$/.test(other.group) &&
            other.first <= last &&
            other.last >= first - 3 &&
            other.first !== first) ||
          (other.group.startsWith('hedge:') && other.first <= last && other.last >= first),
      ) &&
      tokens[first] !== undefined,
  );
}

/** The words that the hedge weakens and the sentence says; null where it does not say it. */
function weakenedWords(
  { first, last }: Cue,
  stretch: Stretch,
  said: Stretch,
  lexicon: Lexicon,
): Word[] | null {
  const cover = coverOf([said], lexicon);
  const says = (word: Word): boolean => (wordSupport(word, stretch.lang, cover, lexicon) ?? 0) >= 0.6;
  const before = stretch.words.filter(({ index }) => index < first).slice(-REACH / 2);
  const border = borderAfter(stretch, last);
  const after = stretch.words.filter(({ index }) => index > last && index < border).slice(0, REACH);
  // What a hedge weakens stands behind it where anything does.
  if (after.length > 1 && !after.some(says)) return null;
  const scope = [...before, ...after];
  const there = scope.filter(says);
  // Names alone are all over a text.
  const saying = there.some(({ named }) => !named) || scope.every(({ named }) => named);
  return saying && there.length >= Math.min(2, scope.length) ? there : null;
}

const wordsOf = ({ text, tokens }: Stretch, { first, last }: Cue): string =>
  text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
