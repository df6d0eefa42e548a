/** A title or a teaser as it is judged: what attack it names, what it says is done about it, and by whom to whom. */
import { evenFold } from '../../claims/even-fold.ts';
import { isName } from '../../lexicon/concept.ts';
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
  /** `named`: by words that mean nothing else. `topic`: it is about computers or their safety. */
  readonly attack: { readonly strength: 'named' | 'topic'; readonly detail: string } | null;
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
  'compromise breach intrusion intruder penetrate initial-access persistence worm computer-virus virus trojan lateral-movement pre-positioning ddos injection-attack sabotage destructive-attack data-wiping implant industrial-espionage secret-theft watering-hole brute-force man-in-the-middle impersonation'.split(
    ' ',
  ),
);
/** Labels that mean an attack beside a computer, and an invasion beside a country. */
const AMBIGUOUS_WORD = /^(?:入侵|attack|saturation|pirate|pirates|digital|overload)$/u;
const TOPICS = new Set(['cyber', 'cybersecurity', 'data-leak', 'data-theft', 'surveillance', 'exfiltration']);

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
    if (AMBIGUOUS.has(concept.id) || AMBIGUOUS_WORD.test(wordOf(match).toLowerCase())) return false;
    return [concept.id, ...lexicon.broader(concept.id)].some((id) => ATTACKS.has(id));
  });
  if (named !== undefined) return { strength: 'named', detail: wordOf(named) };
  const words = attack.exec(folded);
  if (words !== null)
    return { strength: 'named', detail: text.slice(words.index, words.index + words[0].length) };
  const topic = concepts.find(
    ({ concept }) =>
      !isName(concept) &&
      (AMBIGUOUS.has(concept.id) ||
        TOPICS.has(concept.id) ||
        lexicon.broader(concept.id).some((id) => id === 'cyberattack' || id === 'cybersecurity')),
  );
  return topic === undefined ? null : { strength: 'topic', detail: wordOf(topic) };
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
