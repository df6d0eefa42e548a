/** Who accuses, denies, summons or says in a sentence: verbs with those who do it. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Cue } from './cues.ts';
import { findParties, type Party } from './parties.ts';
import type { Stretch } from './stretch.ts';

export interface Act {
  /** `accuse`, `deny`, `say`. */
  readonly kind: string;
  readonly agents: readonly Party[];
}

/** «À Prague», "in Berlin", "against Estonia": a place or a victim and nobody who acts. */
const NO_SUBJECT: Readonly<Record<string, RegExp>> = {
  fr: /(?<!\p{L})(?:(?:à|au|aux|en|contre|sur|visant|chez|vers|dans|auprès d[eu’']|pour|via|avec|après|face à|envers|par|accusations? d[eu]|attribution à)\s+(?:la |le |les |l['’])?|d['’]après (?:la |le |les |l['’])?)$/iu,
  en: /\b(?:in|at|to|against|on|over|about|into|from|after|with|by|for|through|via|towards|targeting|concerning)\s+(?:the )?$/iu,
  zh: /(?:驻|对|就|在|针对|与|向|因|于|入侵|攻击|侵入|有关|关于|遭|把|将|给)$/u,
};
const BY: Readonly<Record<string, RegExp>> = {
  fr: /^[^,.;]{0,30}?(?<!\p{L})par\s/iu,
  en: /^[^,.;]{0,30}?\bby\s/iu,
};
const PASSIVE: Readonly<Record<string, RegExp>> = {
  fr: /(?<!\p{L})(?:est|sont|était|étaient|été|fut|furent|serait|seraient)\s+(?:\p{L}+ment\s+)?$/iu,
  en: /\b(?:was|were|been|is|are|being|be)\s+(?:\p{L}+ly\s+)?$/iu,
};
/** Before a French participle that is a verb of its own: «a rejeté», «n'ont pas accusé». */
const HAVING =
  /(?<!\p{L})(?:a|ont|avait|avaient|aurait|auraient|ayant|avoir|aura|auront|s['’]est)\s+(?:\S+\s+){0,2}$/iu;
const PARTICIPLE = /(?:é|ée|és|ées)$/iu;
/** "The men accused of": without an object behind it the participle is passive. */
const OF_WHAT = /^\s(?:of|with|over|in|by)\s/;
/** «…, qu’il juge», "which it says": the subject is a pronoun, and whose it is cannot be told. */
const PRONOUN =
  /(?<!\p{L})(?:it|he|she|they|we|one|il|elle|on|ils|elles|[他她它]们?|该方)\s?(?:l['’]|le |la |les |en |y |ne |n['’]|se |s['’]|a |ont |has |have |had |also |then )*$/iu;
/** «…, qui soupçonne», "…, which suspects": whoever was named last. */
const RELATIVE =
  /(?<!\p{L})(?:qui|who|which|that)\s(?:l['’]|le |la |les |a |ont |has |have |had |also |then )*$/iu;
/** «… et juge», "… and calls": the verb has no subject of its own. */
const COORDINATED =
  /(?<!\p{L})(?:et|and|puis|then|mais|but|ou|or)\s(?:a |ont |has |have |had |also |l['’]|les? |la )*$/iu;
/** «…, accusant», "…, blaming": the subject stands further off than can be told. */
const GERUND = /(?:ing|ant)$/iu;
/** «De la Russie», "of Lazarus": of somebody who does not act, unless an office stands before it. */
const GENITIVE = /(?<!\p{L})(?:(\p{L}+)\s+)(?:de la |de l['’]|du |des |de |d['’]|of the |of )$/iu;
const OFFICE =
  /^(?:gouvernement|minist\p{L}+|pr[ée]sident\p{L}*|ambass\p{L}+|embassy|government|ministry|minister|police|services?|parquet|procureur\p{L}*|prosecutors?|autorit\p{L}+|authorit\p{L}+|porte-parole|parole|spokes\p{L}+|chef|head|director|directeur|directrice|department|d[ée]partement|agence|agency|office|centre|center|council|conseil|mission|officials?|responsables?|responsable|leaders?|dirigeants?|experts?|chercheurs?|researchers?|bureau|diplomatie|secr\p{L}+|republic|r[ée]publique|state|[ée]tats?|bank|banque|university|universit[ée]|institute?|company|soci[ée]t[ée]|firm|one|un|une|all|each|none|most|groupe?|members?|membres?|officers?|officiers?|agents?|hackers?|pirates?|avocats?|lawyers?)$/iu;

/** «…, charged in the United States, …» is charged, and charges nobody. */
const REDUCIBLE = new Set(['accuse', 'measure', 'summon']);
/** The noun before stands for the one who acts: «…, qui a nié». */
const WHO = /^\s*,?\s*(?:qui|who|which|that)(?!\p{L})/iu;
/** A subordinate clause has its own subject. */
const SUBORDINATE =
  /(?:^|[\s,])(?:que|qu['’]|that|dont|où|whom|whose|à qui|selon lesquels|alors que|tandis que|whereas|while|lorsque|when|after|of what|in which)(?=[\s'’\p{L}])\s?/giu;
/** In Chinese the same word is the verb and the noun: «有关指控», «提出的指责». */
const HAN_NOUN = /(?:的|有关|该|这一|此|项|提出|任何|种|等|所有|上述)$/u;
/** «…, a conclu le PST le 8 décembre.»: the subject stands behind, and the sentence ends with it. */
const BEHIND = /^\s(?:(?!que |qu['’]|that |as |dans |in |on )[^,.;:«“]){2,60}(?:[.,;]|$)/iu;

/** Whether what begins at the offset is a place or somebody to whom something is done. */
export function isObject(text: string, lang: string, at: number): boolean {
  return NO_SUBJECT[lang]?.test(text.slice(Math.max(0, at - 24), at)) === true;
}

/** Whether what begins at the offset only says whose something is: «l’empreinte de Lazarus». */
export function isOwner(text: string, at: number): boolean {
  const head = GENITIVE.exec(text.slice(Math.max(0, at - 40), at))?.[1];
  return head !== undefined && !OFFICE.test(head);
}

const known = new WeakMap<Stretch, Act[]>();

/** The acts of a sentence whose agents it names. */
export function findActs(stretch: Stretch, lexicon: Lexicon): Act[] {
  const before = known.get(stretch);
  if (before !== undefined) return before;
  const parties = findParties(stretch, lexicon);
  const acts = stretch.cues
    .filter(
      ({ group, first }) => group.startsWith('act:') && !(group === 'act:say' && isTold(stretch, first)),
    )
    .map((cue) => ({ kind: cue.group.slice('act:'.length), agents: findAgents(stretch, cue, parties) }))
    .filter(({ agents }) => agents.length > 0);
  known.set(stretch, acts);
  return acts;
}

/** Whether the verb stands in what somebody is told to say: «Anna constate que Malte n’a rien expliqué». */
function isTold({ text, lang, tokens, cues }: Stretch, at: number): boolean {
  if (lang === 'zh') return false;
  const left = text.slice(0, tokens[at]?.start ?? 0);
  const that = Math.max(
    left.lastIndexOf(' que '),
    left.lastIndexOf(' qu’'),
    left.lastIndexOf(" qu'"),
    left.lastIndexOf(' that '),
  );
  return (
    that > 0 &&
    !/[;,]/u.test(left.slice(that)) &&
    cues.some(({ group, last }) => group === 'speech' && (tokens[last]?.end ?? 0) <= that)
  );
}

function findAgents(stretch: Stretch, cue: Cue, parties: readonly Party[]): readonly Party[] {
  const { text, tokens, lang } = stretch;
  const kind = cue.group.slice('act:'.length);
  const verb = tokens[cue.last];
  const start = tokens[cue.first]?.start ?? 0;
  const end = verb?.end ?? start;
  const left = text.slice(0, start);
  if (lang === 'zh') return hanAgents(stretch, left, parties);
  const participle = lang === 'fr' && PARTICIPLE.test(verb?.text ?? '');
  const passive =
    PASSIVE[lang]?.test(left) === true || (participle && !HAVING.test(text.slice(0, verb?.start ?? start)));
  if (passive) {
    const by = BY[lang]?.exec(text.slice(end));
    if (by === null || by === undefined) return [];
    return parties.filter((party) => party.start >= end + by[0].length).slice(0, 1);
  }
  if (lang === 'en' && REDUCIBLE.has(kind) && /ed$/i.test(verb?.text ?? '')) {
    if (isReduced(left) || OF_WHAT.test(text.slice(end))) return [];
  }
  if (PRONOUN.test(left)) return [];
  if (RELATIVE.test(left)) return parties.filter(({ end: before }) => before <= start).slice(-1);
  const tail = BEHIND.exec(text.slice(end));
  if (kind === 'say' && tail !== null && /[,»”"]\s*(?:\p{L}+['’]?\s*){0,3}$/u.test(left)) {
    const behind = parties.filter((party) => party.start >= end && party.end <= end + tail[0].length);
    if (behind.length > 0) return behind.filter(({ reporter }) => !reporter);
  }
  if (COORDINATED.test(left)) {
    // «X accuse Y et juge»: whoever acts stands before the first of the two.
    const first = stretch.cues.find(({ group, last }) => group.startsWith('act:') && last < cue.first);
    const until = first === undefined ? start : (tokens[first.first]?.start ?? start);
    return subject(
      stretch,
      start,
      parties.filter((party) => party.end <= until),
    );
  }
  return subject(stretch, start, parties);
}

/** Behind a lone comma; behind the second of two, which close an apposition, the verb has its subject before them. */
function isReduced(left: string): boolean {
  return /,\s*$/.test(left) && (left.match(/,/g)?.length ?? 0) % 2 === 1;
}

function hanAgents(stretch: Stretch, left: string, parties: readonly Party[]): readonly Party[] {
  if (HAN_NOUN.test(left)) return [];
  const passive = /被([^，。；]{1,30})$/u.exec(left);
  if (passive === null) return subject(stretch, left.length, parties);
  return parties.filter((party) => party.start >= passive.index && party.end <= left.length);
}

/** The parties that are the subject of the verb at the offset, with what stands in apposition to them. */
function subject(stretch: Stretch, at: number, parties: readonly Party[]): Party[] {
  const { text, lang } = stretch;
  const chunks = chunksBefore(text, at);
  const acting = (chunk: { readonly start: number; readonly end: number }): Party[] =>
    parties.filter(
      (party) => party.start >= chunk.start && party.end <= chunk.end && !isObject(text, lang, party.start),
    );
  // In Chinese a later part without a subject has that of the first.
  const nearest = chunks.toReversed();
  const gerund = GERUND.test(/^\p{L}+/u.exec(text.slice(at))?.[0] ?? '') && /,\s*$/.test(text.slice(0, at));
  if (gerund) return [];
  const order = lang === 'zh' ? [...nearest.slice(0, 1), ...chunks] : nearest;
  const found: Party[] = [];
  let named = 0;
  for (const chunk of order) {
    if (lang !== 'zh' && WHO.test(text.slice(chunk.start, chunk.end)) && chunk !== nearest[0]) continue;
    const inside = acting(chunk);
    if (inside.length === 0) continue;
    // «…, rapporte Reuters»: what a newspaper reports is no act of it.
    if (inside.every(({ reporter }) => reporter)) {
      if (found.length === 0 && chunk === nearest[0]) return [];
      continue;
    }
    found.push(...inside.filter(({ reporter }) => !reporter));
    named += 1;
    if (named === (lang === 'zh' ? 1 : 2)) break;
  }
  return found;
}

/** The parts between commas of the clause that ends at the offset. */
function chunksBefore(text: string, at: number): { readonly start: number; readonly end: number }[] {
  const left = text.slice(0, at);
  let from = Math.max(0, ...[';', '；', '。', ': ', '：'].map((mark) => left.lastIndexOf(mark) + 1));
  for (const match of left.matchAll(SUBORDINATE)) from = Math.max(from, match.index + match[0].length);
  const chunks: { start: number; end: number }[] = [];
  let start = from;
  for (const match of left.slice(from).matchAll(/[,，、]/gu)) {
    chunks.push({ start, end: from + match.index });
    start = from + match.index + 1;
  }
  return [...chunks, { start, end: at }];
}

/** Whoever the sentence says it has it from: «selon X», "according to X», «据X». */
export function findSource(stretch: Stretch, lexicon: Lexicon): Party[] {
  const match =
    /(?:(?<!\p{L})selon (?!lesquel|qu)|(?<!\p{L})d['’]après |\baccording to |aux yeux d[eu] |^据|，据|根据|^在)[^,，:：。]{2,60}/iu.exec(
      stretch.text,
    );
  if (match === null) return [];
  const end = match.index + match[0].length;
  return findParties(stretch, lexicon)
    .filter((party) => party.start >= match.index && party.end <= end && !party.reporter)
    .slice(0, 1);
}
