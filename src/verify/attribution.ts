/** Whether a sentence states as a fact what its passages have somebody say, or calls guilty who is only charged. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Aligned } from './align.ts';
import { coverOf, wordSupport } from './coverage.ts';
import { findParties } from './parties.ts';
import type { Stretch } from './stretch.ts';

/** «Pour Anna Berg, …»: in her view. */
const IN_VIEW = /^(?:Pour|For)\s+(?:la |le |l['’]|the )?\p{Lu}/u;
/** Content words behind a verb of saying with which what is said begins. */
const SAID_BEHIND = 3;

/** Who does what the sentence states as a fact and its passages have somebody say; null where it names who says it. */
export function lostAuthor(said: Stretch, aligned: readonly Aligned[], lexicon: Lexicon): string | null {
  if (has(said, 'speech') || has(said, 'charged') || IN_VIEW.test(said.text)) return null;
  const [first] = findParties(said, lexicon);
  const reported = aligned.length > 0 && aligned.every(({ stretch }) => isReported(said, stretch, lexicon));
  return reported && first !== undefined ? said.text.slice(first.start, first.end) : null;
}

/** Whether what the two have in common is what the passage has somebody say. */
function isReported(said: Stretch, stretch: Stretch, lexicon: Lexicon): boolean {
  const cues = stretch.cues.filter(({ group }) => group === 'speech' || group === 'charged');
  if (cues.length === 0) return false;
  const from = Math.min(...cues.map(({ first }) => first));
  const behind = stretch.words.filter(({ index }) => index > from);
  if (behind.length < SAID_BEHIND) return true;
  const cover = coverOf([said], lexicon);
  const there = stretch.words.filter(
    (word) => !word.named && (wordSupport(word, stretch.lang, cover, lexicon) ?? 0) >= 0.6,
  );
  return there.length === 0 || there.filter(({ index }) => index >= from).length * 2 >= there.length;
}

/** «Qui a piraté», "who hacked": the deed of somebody charged, told as done. */
const DONE =
  /\b(?:qui|lesquels)\s+(?:a|ont|avait|avaient)\s+(?:piraté|attaqué|mené|commis|volé|infiltré|espionné|perpétré)|\b(?:who|that)\s+(?:had\s+|have\s+|has\s+)?(?:hacked|attacked|carried out|committed|stole|breached|perpetrated|broke into)\b|\bauteurs? (?:de l['’]attaque|du piratage|de l['’]intrusion)/iu;

/** The words that call somebody guilty whom the passages do not, or null. */
export function calledGuilty(said: Stretch, given: readonly Stretch[]): string | null {
  if (!given.some((stretch) => has(stretch, 'charged'))) return null;
  const done = DONE.exec(said.text);
  if (done !== null && !given.some(({ text }) => DONE.test(text))) return done[0];
  const cue = said.cues.find((one) => one.group === 'guilt' && !negated(said, one.first));
  if (cue === undefined) return null;
  const found = given.some((stretch) =>
    stretch.cues.some((one) => one.group === 'guilt' && !negated(stretch, one.first)),
  );
  return found ? null : said.text.slice(said.tokens[cue.first]?.start ?? 0, said.tokens[cue.last]?.end ?? 0);
}

const has = ({ cues }: Stretch, group: string): boolean => cues.some((cue) => cue.group === group);

const negated = ({ cues }: Stretch, at: number): boolean =>
  cues.some(({ group, last }) => group === 'not' && last < at && at - last <= 4);
