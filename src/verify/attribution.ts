/** Whether a sentence states as a fact what its passages have somebody say, or calls guilty who is only charged. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { findActs, findSource, isObject } from './acts.ts';
import type { Aligned } from './align.ts';
import { coverOf, wordSupport } from './coverage.ts';
import { findParties, type Party } from './parties.ts';
import type { Stretch } from './stretch.ts';

/** «Pour Anna Berg, …»: in her view. */
const IN_VIEW = /^(?:Pour|For)\s+(?:la |le |l['’]|the )?\p{Lu}/u;
/** «Démenti · Ambassade : une fable» is a label and says of nothing who says it. */
const LABEL = /^[^.,]{0,40}\s·\s/u;
/** Content words behind a verb of saying with which what is said begins. */
const SAID_BEHIND = 3;

/**
 * Who does what the sentence states as a fact and its passages have somebody say; null where it names who says it, or
 * tells no hostile deed.
 */
export function lostAuthor(
  said: Stretch,
  aligned: readonly Aligned[],
  given: readonly Stretch[],
  lexicon: Lexicon,
): string | null {
  if (has(said, 'speech') || has(said, 'charged') || IN_VIEW.test(said.text)) return null;
  if (LABEL.test(said.text)) return said.text;
  if (!has(said, 'deed')) return null;
  const parties = findParties(said, lexicon);
  const speakers = aligned.flatMap(({ stretch }) => speakersOf(stretch, lexicon));
  if (parties.some((party) => isSpeaker(party, said, speakers))) return null;
  const [first] = parties;
  if (first === undefined) return null;
  if (aligned.length > 0 && aligned.every(({ stretch }) => isReported(said, stretch, lexicon)))
    return said.text.slice(first.start, first.end);
  const accused = parties.find((party) => isAccused(party, given, lexicon));
  return accused === undefined ? null : said.text.slice(accused.start, accused.end);
}

/** Those who say something in the passage: who acts there, who it is from, and who stands before the first verb of saying. */
function speakersOf(stretch: Stretch, lexicon: Lexicon): Party[] {
  const acting = findActs(stretch, lexicon).flatMap(({ agents }) => agents);
  const from = stretch.cues.find(({ group }) => group === 'speech')?.first ?? 0;
  const before = findParties(stretch, lexicon).filter(({ last }) => last < from);
  return [...acting, ...findSource(stretch, lexicon), ...before];
}

/** Behind a party: a noun that it only describes, as in «le Parlement allemand», "German parliament". */
const DESCRIBES = /^\s(?!\p{L}+ed\b|(?:has|had|is|was|will|did|does|cut|put|also|later|then)\b)\p{Ll}/u;
const BEFORE_AGENT = /(?:\b(?:par|by|from|selon|pour|via)\s+(?:la |le |les |l['’]|the )?|[由据])$/iu;

/** Whether the party of the sentence is one who speaks in the passages, and stands where somebody who speaks does. */
function isSpeaker(party: Party, { text, lang }: Stretch, speakers: readonly Party[]): boolean {
  const [own = ''] = party.ids;
  const same = speakers.some(
    ({ ids }) => ids.has(own) || [...party.ids].some((id) => id.startsWith('name:') && ids.has(id)),
  );
  if (!same) return false;
  if (BEFORE_AGENT.test(text.slice(0, party.start))) return true;
  if (!own.startsWith('country:')) return !isObject(text, lang, party.start);
  const noun = lang !== 'en' && /^\p{Lu}/u.test(text.slice(party.start));
  const subject = party.start <= 4 && (noun || !DESCRIBES.test(text.slice(party.end).replace(/^['’]s/u, '')));
  return subject;
}

/** Whether the passages name the party only in what somebody says of a hostile deed. */
function isAccused(party: Party, given: readonly Stretch[], lexicon: Lexicon): boolean {
  const [own = ''] = party.ids;
  const naming = given.filter((stretch) =>
    findParties(stretch, lexicon).some(({ ids, first }) => {
      const [other = ''] = ids;
      return other === own && stretch.cues.some(({ group, first: at }) => group === 'speech' && at < first);
    }),
  );
  const anywhere = given.filter((stretch) => findParties(stretch, lexicon).some(({ ids }) => ids.has(own)));
  return naming.length > 0 && naming.length === anywhere.length;
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

/** «Qui a piraté», "who hacked", 罪魁祸首: the deed of somebody charged, told as done. */
const DONE =
  /\b(?:qui|lesquels)\s+(?:a|ont|avait|avaient)\s+(?:piraté|attaqué|mené|commis|volé|infiltré|espionné|perpétré|créé|conçu|propagé|orchestré)|\b(?:who|that)\s+(?:had\s+|have\s+|has\s+)?(?:hacked|attacked|carried out|committed|stole|breached|perpetrated|broke into|created|built|spread|orchestrated)\b|\b(?:l['’]un des |les? |l['’]|des |ces |aux? )?(?:co)?auteure?s? (?:présumée?s? )?(?:de |du |d['’])|\b(?:the|an?) (?:authors?|men|man|hackers?|people|ones?|brains?|architects?) (?:of|behind)\b|\b(?:culprits?|perpetrat\w+|masterminds?|cerveaux? d)|罪魁|元凶|真凶|凶手|主谋|始作俑者|作案者|一手策划|肇事者/iu;
const PRESUMED = /présumé|alleged|suspect|accus|soupçonn|被指|被控|涉嫌|嫌疑/iu;

/** The words that call somebody guilty whom the passages do not, or null. */
export function calledGuilty(said: Stretch, given: readonly Stretch[]): string | null {
  if (!given.some((stretch) => has(stretch, 'charged'))) return null;
  const done = DONE.exec(said.text);
  if (done !== null) {
    const around = said.text.slice(Math.max(0, done.index - 30), done.index + done[0].length + 12);
    if (!PRESUMED.test(around) && !has(said, 'not') && !given.some(({ text }) => DONE.test(text)))
      return done[0];
  }
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
