/** A title or a teaser as it is judged: what attack it names, what it says is done about it, and by whom to whom. */
import { evenFold } from '../../claims/even-fold.ts';
import type { ConceptMatch } from '../../lexicon/concept-matcher.ts';
import type { Analysis, Lexicon } from '../../lexicon/lexicon.ts';
import { findMentions, type Mention } from './mentions.ts';
import type { ActSign, HeadlineSigns } from './signs.ts';

export interface FoundAct extends Omit<ActSign, 'sign'> {
  readonly start: number;
  readonly end: number;
}

export interface Part {
  readonly text: string;
  /** As long as the text, unit for unit. */
  readonly folded: string;
  readonly analysis: Analysis;
  readonly signs: HeadlineSigns;
  /**
   * `named`: by words that mean nothing else. `near`: the word cyber, or a body whose only business it is. `influence`:
   * meddling in a country's affairs, by whatever means. `topic`: words that may mean an attack.
   */
  readonly attack: {
    readonly strength: 'named' | 'near' | 'influence' | 'topic';
    readonly detail: string;
  } | null;
  /** Words of a concept that hints at somebody taking a stand: a warning, a protest, a suspicion; null for none. */
  readonly stand: string | null;
  readonly acts: readonly FoundAct[];
  readonly mentions: readonly Mention[];
}

/** Concepts that, with all that is more special, mean an attack on computers. */
const ATTACKS = new Set([
  'cyberattack',
  'hacker',
  'hack',
  'malware',
  'threat-actor',
  'cybercrime',
  'hacking-empire',
]);
/** Kinds of those whose labels are everyday words besides: «compromis», "breach", «入侵», «virus». */
const AMBIGUOUS = new Set(
  'compromise breach intrusion intruder penetrate initial-access persistence worm computer-virus virus trojan lateral-movement pre-positioning ddos injection-attack sabotage destructive-attack data-wiping implant industrial-espionage secret-theft extortion ransom watering-hole brute-force man-in-the-middle impersonation'.split(
    ' ',
  ),
);
/** Those whose longer labels are no clearer: «porte d'entrée», «accès durable». */
const VAGUE = new Set([
  'initial-access',
  'persistence',
  'pre-positioning',
  'lateral-movement',
  'sabotage',
  'impersonation',
]);
/** Labels that mean an attack beside a computer, and an invasion beside a country. */
const AMBIGUOUS_WORD = /^(?:入侵|attack|saturation|pirate|pirates|digital|overload)$/u;
const TOPICS = new Set(['cyber', 'data-theft', 'surveillance', 'exfiltration']);
/** Too common in other affairs to count at all. */
const NO_TOPIC = new Set(
  'compromise computer-virus virus intruder worm extortion ransom impersonation sabotage destructive-attack'.split(
    ' ',
  ),
);
const NEAR = new Set(['cybersecurity', 'cybersecurity-agency', 'cyber-norms', 'cyberwar']);
const DEEDS = new Set(['espionage', 'spy', 'theft', 'compromise', 'penetrate', 'breach', 'intrusion']);
const OBJECTS = new Set(
  'server email computer network router software account database website mobile-phone phone cloud data-centre chip telecommunications information-system source-code'.split(
    ' ',
  ),
);

export function readPart(text: string, lang: string, signs: HeadlineSigns, lexicon: Lexicon): Part {
  const analysis = lexicon.analyze(text, lang);
  const folded = evenFold(text);
  return {
    text,
    folded,
    analysis,
    signs,
    attack: findAttack(analysis, folded, signs, lexicon),
    acts: findHeadlineActs(folded, signs),
    stand: findStand(analysis, lexicon),
    mentions: findMentions(analysis, lexicon),
  };
}

function findAttack(
  { concepts, text }: Analysis,
  folded: string,
  { attack }: HeadlineSigns,
  lexicon: Lexicon,
): Part['attack'] {
  const wordOf = ({ start, end }: ConceptMatch): string => text.slice(start, end);
  const named = concepts.find((match) => {
    const { concept } = match;
    // A group's name is a reason of its own; a victim's or a firm's says nothing of an attack.
    if (concept.kind === 'actor' || concept.kind === 'org' || concept.kind === 'person') return false;
    if (concept.id === 'past-attacks') return false;
    // A label of several words is clear where its single words are not: «computer worm».
    const single = match.tokens.length < 2 && !/[\s-]/u.test(wordOf(match));
    if (
      (AMBIGUOUS.has(concept.id) && (single || VAGUE.has(concept.id))) ||
      AMBIGUOUS_WORD.test(wordOf(match).toLowerCase())
    )
      return false;
    return [concept.id, ...lexicon.broader(concept.id)].some((id) => ATTACKS.has(id));
  });
  if (named !== undefined) return { strength: 'named', detail: wordOf(named) };
  const words = attack.exec(folded);
  if (words !== null)
    return { strength: 'named', detail: text.slice(words.index, words.index + words[0].length) };
  const espionage = digitalEspionage(concepts, lexicon);
  if (espionage !== undefined) return { strength: 'named', detail: wordOf(espionage) };
  const first = (ids: ReadonlySet<string>): ConceptMatch | undefined =>
    concepts.find((match) => {
      const { concept } = match;
      // 网络 is any network.
      if (/^(?:网络|網絡|網路|网路)$/u.test(wordOf(match))) return false;
      return (
        [concept.id, ...lexicon.broader(concept.id)].some((id) => ids.has(id)) && !AMBIGUOUS.has(concept.id)
      );
    });
  const cyber = /\bcyber/u.exec(folded);
  const near = first(NEAR);
  if (cyber !== null) return { strength: 'near', detail: text.slice(cyber.index, cyber.index + 5) };
  if (near !== undefined) return { strength: 'near', detail: wordOf(near) };
  const influence = first(new Set(['foreign-interference']));
  if (influence !== undefined) return { strength: 'influence', detail: wordOf(influence) };
  const topic =
    first(TOPICS) ?? concepts.find(({ concept: { id } }) => AMBIGUOUS.has(id) && !NO_TOPIC.has(id));
  return topic === undefined ? null : { strength: 'topic', detail: wordOf(topic) };
}

/** How near to each other the words of a digital theft stand; UTF-16 code units. */
const REACH = 60;

/** Spying, theft or sabotage beside something that computes: «spy chips in servers», «vol d'e-mails». */
function digitalEspionage(concepts: readonly ConceptMatch[], lexicon: Lexicon): ConceptMatch | undefined {
  const chain = ({ concept }: ConceptMatch): string[] => [concept.id, ...lexicon.broader(concept.id)];
  const deeds = concepts.filter((match) => chain(match).some((id) => DEEDS.has(id)));
  const objects = concepts.filter((match) => chain(match).some((id) => OBJECTS.has(id)));
  return deeds.find((deed) =>
    objects.some(
      (object) =>
        object.concept !== deed.concept &&
        Math.max(object.start - deed.end, deed.start - object.end) < REACH &&
        (object.start >= deed.end || object.end <= deed.start),
    ),
  );
}

/** What somebody does who takes a stand on an attack, in no way that a headline's signs cover. */
const STANDS = new Set(
  'accuse deny condemn criticise protest demand warn threaten suspicion alleged point-to respond concern measure admit reveal solidarity statement all-necessary-measures foreign-policy'.split(
    ' ',
  ),
);

function findStand({ concepts, text }: Analysis, lexicon: Lexicon): string | null {
  const found = concepts.find(
    ({ concept, inner }) =>
      !inner && [concept.id, ...lexicon.broader(concept.id)].some((id) => STANDS.has(id)),
  );
  return found === undefined ? null : text.slice(found.start, found.end);
}

/** In order of the text; where two signs overlap, the one that says more stands. */
function findHeadlineActs(folded: string, { acts }: HeadlineSigns): FoundAct[] {
  const found: FoundAct[] = [];
  for (const { sign, ...act } of acts)
    for (const { index, 0: words } of folded.matchAll(new RegExp(sign.source, 'gu'))) {
      const end = index + words.length;
      if (words === '' || found.some((other) => other.start < end && other.end > index)) continue;
      found.push({ ...act, start: index, end });
    }
  return found.sort((a, b) => a.start - b.start);
}
