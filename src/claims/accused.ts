/** Whom a claim is directed at, as far as the sentence names them. */
import type { Accused } from '../core/case-record.ts';
import type { Act } from './act.ts';
import { evenFold } from './even-fold.ts';
import type { Party } from './parties.ts';
import type { Stretch } from './speakers.ts';

/** Before a name: it is what was attacked, not who attacked. */
const VICTIM =
  /(?:\b(?:contre|against|visant|visait|ciblant|ciblait|vise|cible|targeting|targeted|hit|frappe|on|sur|into|dans|in|within|inside|au sein de|hacked|attacked|breached|infiltrated|pirate|attaque|espionne|compromis|affecting|of the breach of|warned|told|informed|to reporters|victimes?|victims?|toward|towards|envers|aupres d[eu]|aupres des|vers)\s+(?:(?:the|la|le|les|l'|des|du|de|d'|its|his|her|their|ses?|leurs?|un|une|an?)\s*)*(?:[\p{L}-]+\s+){0,3}|(?:针对|針對|对|對|攻击|入侵|窃取|受害)[\p{Script=Han}]{0,6})$/u;
/** Behind these the preposition names the accused after all: «des sanctions contre X», "charges against X". */
const CHARGE =
  /(?:accusations?|allegations?|charges?|sanctions?|mesures?|measures?|evidence|preuves?|statement|attribution|inculpations?|criti\w+|calomnies|indictments?|指控|制裁|证据|措施)\s+(?:\S+\s+){0,2}$/u;
/** Verbs whose accused stands behind «à»/"to". */
const GIVES =
  /^(?:.*\b)?(?:impute|attribu|rattach|associ|relie|lie|reproch|attribut|ascrib|link|tie[ds]|trac|connect|归咎|归因|歸咎)/u;

/**
 * @param given where the accused can be: behind the verb, or before a passive.
 * @param speakers countries that speak: a state does not accuse itself.
 * @returns null when the sentence names nobody who could be meant.
 */
export function accusedOf(
  text: string,
  act: Act,
  given: Stretch,
  parties: readonly Party[],
  speakers: ReadonlySet<string | null>,
): Accused | null {
  const folded = evenFold(text);
  const all = parties.filter((party) => {
    if (party.start < given.start || party.end > given.end) return false;
    if (party.country !== null && speakers.has(party.country)) return false;
    return party.state || party.actor;
  });
  const verb = folded.slice(act.start, act.end);
  const behind =
    GIVES.test(verb) && !act.passive ? all.filter((party) => isGiven(folded, act.end, party.start)) : [];
  const free = all.filter((party) => !isVictim(folded, party.start, act));
  const candidates = behind.length > 0 ? behind : inOrder(free, act);
  const actor = candidates.find((party) => party.actor);
  const state = candidates.find((party) => party.state);
  const name =
    actor === undefined
      ? (namedAfter(text, act, parties) ?? unnamedIn(text, state))
      : text.slice(actor.start, actor.end);
  if (name === null && state === undefined) return null;
  return { actor: name, aliases: [], state: state?.country ?? null };
}

/** Attackers without a name: «des groupes de hackers étrangers», "pro-Russian hackers". */
const UNNAMED =
  /(?:groupes? de )?(?:hacke?u?rs?|pirates(?: informatiques)?|acteurs)\s(?:étrangers|inconnus|pro-\p{L}+|liés\sà\sdes\s[\p{L}\s]{5,60}étrang\p{L}+)|(?:foreign|unknown|pro-\p{L}+|unidentified)\s(?:state\s|criminal\s)?(?:hackers?|hacker\sgroups?|hacking\sgroups?|groups?|actors?)|境外(?:黑客)?(?:组织|势力|黑客|间谍情报机关)/iu;

function unnamedIn(text: string, state: Party | undefined): string | null {
  return state === undefined ? (UNNAMED.exec(text)?.[0] ?? null) : null;
}

/** Names that the lexicon does not know: «le groupe Aube Grise», "charged Jane Roe", "condemned Greyfox". */
function namedAfter(text: string, act: Act, parties: readonly Party[]): string | null {
  if (act.form !== 'does' || act.passive || act.kind === 'measure') return null;
  const rest = text.slice(act.end, act.end + 90);
  const direct = /^\s(?!(?:The|A|An|Les?|La)\s)(\p{Lu}[\p{L}\d-]+(?:\s\p{Lu}[\p{L}\d-]+){0,3})/u.exec(rest);
  const group =
    /\b(?:groupe|group|gang|collectif|pirates|hackers)\s(?:(?:de|of|dit|baptisé|appelé|nommé|called|named|known as|se nommant)\s)*(\p{Lu}[\p{L}\d-]+(?:\s\p{Lu}[\p{L}\d-]+){0,2})/u.exec(
      rest,
    );
  const found = group ?? direct;
  if (found === null) return null;
  const name = found[1] ?? '';
  const at = act.end + found.index + found[0].length - name.length;
  // A country, a newspaper: the lexicon knows that it is no group.
  const known = parties.some(
    (party) => party.start < at + name.length && party.end > at && party.concept.kind !== 'person',
  );
  return known ? null : name;
}

function isVictim(folded: string, at: number, act: Act): boolean {
  const from = at > act.end ? act.end : 0;
  const before = folded.slice(from, at);
  const match = VICTIM.exec(before);
  if (match === null) return false;
  return !CHARGE.test(before.slice(0, match.index)) && !/^\s*(?:on|sur|in|dans)\s/u.test(before.slice(0, 6));
}

/** «attribue l'attaque *à* Y»: only what stands behind the last word of giving before it. */
function isGiven(folded: string, from: number, at: number): boolean {
  return (
    at > from &&
    /(?:\b(?:a|au|aux|to|with|upon|on)|于|於|给|至)\s*(?:(?:the|la|le|les|l'|des|un|une|an?)\s*)*(?:[\p{L}'’-]+\s+){0,5}$/u.test(
      folded.slice(from, at),
    )
  );
}

/** What is said of somebody mostly stands right behind «par»/"by" and right before «est responsable». */
function inOrder(parties: readonly Party[], act: Act): Party[] {
  const distance = (party: Party): number =>
    party.start >= act.start
      ? party.start - act.start
      : act.start - party.end + (act.form === 'says' ? 0 : 40);
  return act.form === 'does' ? [...parties] : [...parties].sort((a, b) => distance(a) - distance(b));
}
