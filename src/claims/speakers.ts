/** Who speaks in a stretch of a sentence: a state, a body, a person, or several of them in a row. */
import type { SpeakerType } from '../core/case-record.ts';
import { isName } from '../lexicon/concept.ts';
import type { Analysis, Lexicon } from '../lexicon/lexicon.ts';
import { evenFold } from './even-fold.ts';
import { countryOf, type Party } from './parties.ts';

export interface ClaimSpeaker {
  /** As the text names it. */
  readonly name: string;
  /** ISO 3166-1 alpha-2 code or `EU`; null for a body of no one country, or of one that the text does not tell. */
  readonly country: string | null;
  readonly type: SpeakerType;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The longest name kept; more is no name but a clause. */
const MAX_NAME = 120;
/** What stands before a subject and does not belong to it: «En octobre 2018, », "After the statement of London, ". */
const CIRCUMSTANCE =
  /^[\s,]*(?:face a|apres|avant|dans|lors|en|contre|malgre|depuis|lorsque|quand|si|pour|a|au|aux|selon|d'apres|with|after|before|in|during|when|while|despite|for|at|by|on|according to|as|over|as for|from|une fois|outre|parmi|ayant|having)\s[^,，]*[,，]/u;
const DATE_FIRST =
  /^[\s,]*(?:(?:le|on|en|in|au|by|early in|late in|around|debut|fin)\s+)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|hier|yesterday|ce|this|plus tot|earlier|recemment|recently|already|deja|auparavant)[\s,]+)*(?:\d{1,2}(?:er|st|nd|rd|th)?\s+)?(?:(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december)\s+)?(?:(?:19|20)\d{2}\s*[,:]?\s*)?/u;
/** «PARIS (AFP) - » */
const DATELINE = /^\s*\p{L}[\p{L}\s-]{2,25}(?:\([\p{L}\s]+\))?\s[-–—]\s/u;
const CHINESE_CIRCUMSTANCE = /^(?:\s*(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[^，。]{0,12}[，,])(?=.)/u;
/** Between the members of a list. */
const LINK =
  /^(?:\s|,|et|and|ou|or|ainsi que|as well as|together with|avec|、|和|与|與|及|以及|the|le|la|les|l'|l’|of|de|du|des|d'|d’|gouvernements?|governments?|with|&|\/|政府)*$/iu;
/** Words of a clause: whatever holds them is nobody's name. */
const CLAUSE = /(?:^|\s)(?:lui|leur ont|ont|avait|avaient|had|has|have|was|were|is|are|est|sont)\s/u;
/** What cuts a name off: a relative clause, an aside. */
const ASIDE =
  /,?\s(?:qui|que|dont|where|who|which|whose|that|ayant|answering|repondant|speaking|having|as quoted|in a|dans un|lors d|avec|during|auquel)\b.*$/iu;

/** When it was said, behind the name: "the ministry on Monday", «le ministère lundi», «le 3 avril». */
const WHEN =
  /[\s,]+(?:(?:(?:on|late|early|le|ce)\s+)*(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|yesterday|today|hier|aujourd['’]hui)|(?:on|le)\s+\d{1,2}(?:er|st|nd|rd|th)?\s+\p{L}+)(?:\s+(?:(?:19|20)\d{2}|morning|evening|afternoon|night|matin|soir|après-midi))?$/iu;

/** «芬兰政府周五» */
const CHINESE_WHEN =
  /(?:周[一二三四五六日天末]|星期[一二三四五六日天]|(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日|今天|昨天|当天|當天|近日|日前)(?:上午|下午|晚间|晚上|早些时候)?$/u;

const MEDIA = new Set(['media-outlet', 'news-agency', 'newspaper']);
const INTERNATIONAL = new Set(['international-organisation', 'european-union', 'alliance']);
const COMPANY = new Set(['company', 'security-firm', 'tech-company', 'spyware-vendor']);

/** The part of a stretch that can name a speaker: without what only tells when and in what connection. */
function withoutCircumstance(text: string, { start, end }: Stretch): Stretch {
  const folded = evenFold(text);
  let from = start;
  for (let i = 0; i < 3; i += 1) {
    const rest = folded.slice(from, end);
    const dated = DATE_FIRST.exec(rest)?.[0] ?? '';
    const found =
      DATELINE.exec(i === 0 ? rest : '')?.[0] ??
      (/[\d]|day |di |hier|yester|recem|recent|deja|already/u.test(dated)
        ? dated
        : (CHINESE_CIRCUMSTANCE.exec(rest)?.[0] ?? CIRCUMSTANCE.exec(rest)?.[0] ?? ''));
    if (found === '' || from + found.length >= end) break;
    // A whole clause may hold commas of its own: «Lorsque Londres, Oslo et Berne ont …, l'ambassade …».
    const clause = /^[\s,]*(?:lorsque|quand|when|while|apres que|face a)\b/u.test(rest)
      ? rest.lastIndexOf(', ')
      : -1;
    from += clause > found.length && rest.length - clause > 8 ? clause + 2 : found.length;
  }
  return { start: from, end };
}

/** @returns empty when the stretch names nobody. */
export function speakersIn(
  analysis: Analysis,
  stretch: Stretch,
  parties: readonly Party[],
  lexicon: Lexicon,
): ClaimSpeaker[] {
  const { text, tokens } = analysis;
  const { start, end } = withoutCircumstance(text, stretch);
  const inside = parties.filter((party) => party.start >= start && party.end <= end);
  // «le bureau de presse du SVR»: the press is nobody here.
  const first = inside.find(({ country, concept }) => country !== null || isName(concept)) ?? inside[0];
  const name = tidyName(text.slice(start, end));
  if (first === undefined) {
    const named = tokens.some((t) => t.capitalized && !t.stop && t.start >= start && t.end <= end);
    const body = analysis.concepts.some(
      ({ concept, start: at }) =>
        at >= start && at < end && (concept.kind === 'role' || concept.kind === 'person'),
    );
    return (named || body) && name !== '' && !CLAUSE.test(name)
      ? [{ name, country: null, type: body ? 'person' : 'other' }]
      : [];
  }
  const list = listFrom(inside, text);
  if (list.length > 1)
    return list.map((party) => ({
      // «Des responsables américains et britanniques»: an adjective alone is no name.
      name:
        isName(party.concept) && /^\p{Lu}/u.test(text.slice(party.start))
          ? text.slice(party.start, party.end)
          : name,
      country: party.country,
      type: typeOf(party, lexicon),
    }));
  const international = lexicon.broader(first.concept.id).includes('international-organisation');
  const type = typeOf(first, lexicon);
  const country =
    first.country ??
    (international ? null : (inside.find((party) => party.country !== null)?.country ?? null));
  return [
    {
      name: name === '' ? text.slice(first.start, first.end) : name,
      // A newspaper speaks for no country.
      country: type === 'media' ? null : country,
      type,
    },
  ];
}

/** A speaker that is known by concepts alone, from a sentence before. */
export function carriedSpeaker(
  {
    name,
    vocabulary,
  }: { readonly name: string; readonly vocabulary: { readonly concepts: ReadonlySet<string> } },
  lexicon: Lexicon,
): ClaimSpeaker | null {
  const found = [...vocabulary.concepts].flatMap((id) => lexicon.concept(id) ?? []);
  const own =
    found.find((concept) => countryOf(concept, lexicon) !== null) ?? found.find(({ kind }) => kind === 'org');
  const words = tidyName(name);
  if (words === '') return null;
  if (own === undefined) return { name: words, country: null, type: 'other' };
  const country = countryOf(own, lexicon);
  return {
    name: words,
    country,
    type: typeOf({ concept: own, start: 0, end: 0, country, actor: false, state: false }, lexicon),
  };
}

/** The first party and those that follow it in a list: «Londres, Washington et Wellington». */
function listFrom(parties: readonly Party[], text: string): Party[] {
  const list = parties.slice(0, 1);
  for (const party of parties.slice(1)) {
    const last = list.at(-1);
    if (last === undefined || !LINK.test(text.slice(last.end, party.start))) break;
    const between = text.slice(last.end, party.start);
    // «le ministère chinois», «l'ambassade de Chine à Londres»: side by side is no list.
    if (!/,|、|和|与|與|及|\b(?:et|and|ainsi que|as well as|avec|with)\b|&|\//iu.test(between)) break;
    if (!list.some(({ country }) => country === party.country)) list.push(party);
  }
  return list;
}

function typeOf({ concept, country, actor }: Party, lexicon: Lexicon): SpeakerType {
  const ids = [concept.id, ...lexicon.broader(concept.id)];
  const is = (set: ReadonlySet<string>): boolean => ids.some((id) => set.has(id));
  if (ids.includes('state-media')) return 'state-media';
  if (is(MEDIA)) return 'media';
  if (ids.includes('court')) return 'court';
  if (is(INTERNATIONAL) || country === 'EU') return 'international';
  if (is(COMPANY)) return 'company';
  if (actor && country === null) return 'group';
  if (country !== null) return 'government';
  return concept.kind === 'person' || concept.kind === 'role' ? 'person' : 'other';
}

function tidyName(words: string): string {
  const name = words
    .replace(/^[\s,;:«»“”"'’)\]]+|[\s,;:.«»“”"(，。：]+$/gu, '')
    .replace(ASIDE, '')
    .replace(/\s*\([^)]*$/u, '')
    .replace(/^(?:et|and|mais|but|que|qu['’]|that|dont|de son côté|pour sa part)[\s,]+/iu, '')
    .replace(
      /\s+(?:n['’e]|a|ont|avait|avaient|has|had|have|s['’]est|se sont|est|sont|was|were|is|are)(?:\s\S+(?:ment|ly))?$/iu,
      '',
    )
    .replace(WHEN, '')
    .replace(CHINESE_WHEN, '')
    .replace(/[\s,]+$/u, '')
    .trim();
  return name.length > MAX_NAME ? '' : name;
}
