/** Who is who in a question: the one accused, the one whose word is asked for. */
import type { Analysis } from '../lexicon/lexicon.ts';
import { isBodyTerm } from '../reading/bodies.ts';
import type { Term } from './question-term.ts';

/** How far behind «selon» its name may begin, in characters: «selon le porte-parole Lin Jian». */
const NAME_REACH = 25;

/** Concepts of saying something against somebody. */
export const AGAINST: ReadonlySet<string> = new Set([
  'accuse',
  'blame',
  'attribute',
  'condemn',
  'criticise',
  'indict',
  'sanction',
  'suspect',
  'suspicion',
  'prosecute',
]);

export const PARTY: ReadonlySet<string> = new Set([
  'country',
  'government',
  'organisation',
  'authorities',
  'ally',
  'minister',
  'ministry',
]);

const GROUP: ReadonlySet<string> = new Set(['group', 'threat-actor-group', 'threat-actor', 'hacker']);

/** «Quels pays accusent …», "which government blamed …": a party is sought, as by «qui». */
export function asksForParty(focus: Term | null): boolean {
  return focus?.concepts.some((id) => PARTY.has(id)) ?? false;
}

/** «Quel groupe a piraté …»: attackers by trade. */
export function asksForGroup(focus: Term | null): boolean {
  return focus !== null && (focus.kind === 'actor' || focus.concepts.some((id) => GROUP.has(id)));
}

/** «La Chine est accusée *par qui*»: who stands before the verb is accused, and does not accuse. */
const PASSIVE = /\bpar qui\b|\bby whom?\b|被[谁誰]|由[谁誰]/iu;

/** "Who is accused *by* Albania": the accuser is known, and the accused is sought. */
const ACCUSED_BY =
  /\b(?:accused|blamed|charged|indicted|sanctioned|condemned) by\b|(?:accus|inculp|sanctionn|condamn)(?:é|e)e?s? par\b/iu;

/** "Who *was charged* over …", «Qui *est accusé* de …», «谁*被*指控»: the accused is sought, whoever is named. */
const UNDERGOES =
  /\bwho\s+(?:is|are|was|were|(?:has|have|had) been)\b(?!\s+\p{L}+ing\b)|\bqui\s+(?:est|sont|[ée]tait|[ée]taient|fut|furent|(?:a|ont|avait|avaient) [ée]t[ée])(?!\p{L})|[谁誰]被/iu;

/**
 * The one accused in a question for the accuser: the first name behind the verb; in the passive, before it.
 *
 * @param asked where the question word ends, in UTF-16 code units.
 */
export function findTarget(text: string, terms: readonly Term[], asked = 0): Term[] {
  const verb = terms.findIndex((term) => term.concepts.some((id) => AGAINST.has(id)));
  if (verb === -1) return [];
  if ((ACCUSED_BY.test(text) && !PASSIVE.test(text)) || UNDERGOES.test(text)) return [];
  const passive = PASSIVE.test(text);
  // «Qui *la Chine* accuse-t-elle»: the accuser is known, and the accused is sought.
  if (!passive && terms.slice(0, verb).some((term) => term.isName && term.start >= asked)) return [];
  const side = passive ? terms.slice(0, verb) : terms.slice(verb + 1);
  // "Who was indicted *in* the United States": where it happened, and not to whom.
  const found = side.find((term) => term.isName && !PLACE.test(text.slice(0, term.start)));
  if (found === undefined) return [];
  // «… blamed others *for* the hack of Sony»: behind what it is about, a name is a victim.
  const at = terms[verb];
  return !passive && at !== undefined && MATTER.test(text.slice(at.end, found.start)) ? [] : [found];
}

/** Words behind which stands what somebody is accused of. */
const MATTER =
  /(?<!\p{L})(?:for|over|of|pour|d['’]avoir|au sujet d|[àa] propos d|(?:cyber-?)?atta(?:que|ck)s?|piratages?|hack(?:ing|s)?|intrusions?|breach(?:es)?)(?!\p{L})/iu;

/** The one accuser named before an active verb, when whom he accuses is sought. */
export function findAccuser(text: string, terms: readonly Term[]): Term[] {
  if (PASSIVE.test(text) || UNDERGOES.test(text)) return [];
  const verb = terms.findIndex((term) => term.concepts.some((id) => AGAINST.has(id)));
  const named = terms.slice(0, Math.max(0, verb)).filter((term) => term.isName);
  const [only] = named;
  return only !== undefined && named.length === 1 && !PLACE.test(text.slice(0, only.start)) ? [only] : [];
}

/** Words behind which a name tells where, when or over what. */
const PLACE =
  /(?:^|\s)(?:in|at|over|en|chez|lors d[eu]|about|after|après)\s+(?:(?:the|la|le|les|l)[\s'’]+)?$/iu;

/** Words before which no subject stands. */
const PREPOSITION =
  /(?:^|[\s'’])(?:[àa]|aux?|contre|sur|envers|vers|(?:propos|sujet) d[eu]s?|about|to|against|from|over|on|regarding|in|at|by|par|chez)\s+(?:(?:la|le|les|l|the|an?|son|sa|ses|leur|leurs|its|his|her|their)[\s'’]+)?$/iu;

/** «Selon *Lin Jian*, dans quel but …»: whatever is asked, this one's word is wanted. */
const ACCORDING =
  /(?:^|[\s,(])(?:selon|d['’]apr[eè]s|aux yeux d[eu]|according to|in the view of)\s+|[据據](?=\S)/giu;

/** The one whose word a question asks for in so many words; empty when it asks for nobody's. */
export function findWitness(text: string, terms: readonly Term[]): Term[] {
  for (const match of text.matchAll(ACCORDING)) {
    const start = match.index + match[0].length;
    const first = terms.find(
      (term) => term.isName && term.start >= start && term.start - start <= NAME_REACH,
    );
    if (first !== undefined) return [first];
  }
  return [];
}

/**
 * Whose statement is asked for: the first run of names, offices and bodies that no preposition turns into a topic.
 * «Que reproche *Mao Ning* à Washington», «What did the *Chinese embassy in London* say about …».
 */
export function findSpeaker(analysis: Analysis, terms: readonly Term[]): Term[] {
  const body = (term: Term): boolean =>
    term.isName ||
    term.kind === 'role' ||
    term.kind === 'name' ||
    term.concepts.some((id) => isBodyTerm({ id, kind: 'term' }));
  const cutZh = analysis.text.search(/对|對|就|关于|關於|如何|怎么|怎样|有何|有什么|是否|说|說|表示/u);
  const chinese = analysis.lang === 'zh' && cutZh > 0;
  const candidates = chinese ? terms.filter((term) => term.start < cutZh) : terms;
  const start = candidates.findIndex(
    (term) => body(term) && !PREPOSITION.test(analysis.text.slice(0, term.start)),
  );
  const first = candidates[start];
  if (first === undefined) return [];
  if (chinese) return candidates.slice(start).filter(body);
  const run = [first];
  for (const term of candidates.slice(start + 1)) {
    const last = run.at(-1) as Term;
    const between = analysis.text.slice(last.end, term.start);
    // «l'ambassade *de Chine à* Londres», "embassy *in* London" belong together; a verb or «à propos de» ends the run.
    if (
      !/^[\s'’-]*(?:(?:de|du|des|d|la|le|l|of|the|in|'s|’s|s|à|a)[\s'’]+){0,2}$/iu.test(between) ||
      !body(term)
    )
      break;
    // «Que reproche Mao Ning à Washington»: a person is at no place.
    if (/(?:^|\s)[àa]\s/iu.test(between) && (term.kind !== 'place' || last.kind === 'person')) break;
    run.push(term);
  }
  return run;
}
