/** Puts what a follow-up names in the place of its like in the earlier question: «et la Russie ?». */
import { isFraming, type Question } from '../question.ts';
import type { Term } from '../question-term.ts';
import { isInside, withArticle } from './thread.ts';

/** What a follow-up puts in: a name or a date, with the preposition that it came with. */
export interface Filler {
  readonly text: string;
  readonly term: Term;
  /** «en», "against"; empty without one. */
  readonly preposition: string;
  /** Without the preposition: «la Russie». */
  readonly phrase: string;
  /** The phrase is in another language than it was typed in, and has no article. */
  readonly translated?: true;
}

const PREPOSITION =
  /^(?:(?:en|au|aux|à|contre|par|selon|d['’]après|chez|dans|sur|avec|depuis|avant|après|de|du|des|in|against|by|according to|from|on|with|at|since|before|after|during|of|to)\s+|d['’])/iu;
const YEAR = /^(?:19|20)\d\d$/;
/** Kinds that may stand for one another where there is no slot of the very kind. */
const PARTIES: ReadonlySet<string> = new Set(['country', 'actor', 'org', 'person', 'name', 'place']);

export function isYear({ text }: Term): boolean {
  return YEAR.test(text);
}

/** @param rest the follow-up without its opening, with its terms. */
export function readFiller({ text, terms }: Question): Filler | null {
  const given = PREPOSITION.exec(text)?.[0].length ?? 0;
  // Behind «and» a capital is a name's, though it begins the rest.
  const term = terms.find(
    (one) => one.end > given && (one.isName || isYear(one) || /^\p{Lu}/u.test(one.text)),
  );
  if (term === undefined) return null;
  const preposition = PREPOSITION.exec(text)?.[0] ?? '';
  return {
    text,
    term,
    preposition: preposition.trim().toLowerCase(),
    phrase: text.slice(preposition.length).trim(),
  };
}

/**
 * The earlier question with the filler in the place of its like.
 *
 * @returns null when the earlier question has nothing of the kind.
 */
export function replaceSlot(base: Question, filler: Filler): string | null {
  const slot = findSlot(base, filler);
  if (slot === null) return null;
  // Inside «le ministère tchèque des Affaires étrangères», another word might name another body.
  if (filler.translated === true && isInside(slot, base.terms)) return null;
  const { text } = base;
  if (isYear(slot)) return `${text.slice(0, slot.start)}${filler.term.text}${text.slice(slot.end)}`;
  const after = text.slice(slot.end);
  const before = text.slice(0, slot.start);
  if (base.lang === 'zh') return `${before}${filler.phrase}${after}`;
  const phrase = isBareAdjective(filler, slot) ? filler.term.text : filler.phrase;
  if (base.lang === 'en') {
    const cut = before.replace(/(?:^|\s)the\s+$/iu, (all) => (/^\s/.test(all) ? ' ' : ''));
    if (isEnglishAdjective(slot, after) && !isEnglishAdjective(filler.term, ' x'))
      return `${cut}${phrase.replace(/^the\s+/iu, '')}’s${after}`;
    return `${/^the\s/iu.test(phrase) || filler.term.isName ? cut : before}${phrase}${after.replace(/^['’]s(?!\p{L})/u, '’s')}`;
  }
  const body = base.terms.find((term) => term.start <= slot.start && term.end > slot.end);
  return joinFrench(before, phrase, after, slot, body === undefined ? 0 : body.end - slot.end);
}

function findSlot(base: Question, { term, preposition }: Filler): Term | null {
  if (isYear(term)) return base.terms.find(isYear) ?? null;
  const names = base.terms.filter((one) => one.isName && !isYear(one) && !isFraming(one));
  const beside = names.filter(
    (one) => preposition !== '' && prepositionBefore(base.text, one) === preposition,
  );
  if (beside[0] !== undefined) return beside[0];
  const same = names.filter(({ kind }) => kind === term.kind);
  // No country's name: what takes the place of «le ministère tchèque» takes all of it.
  const others = names.filter((one) => !isInside(one, base.terms));
  const things = others.filter(({ kind }) => kind !== 'country' && kind !== 'actor');
  const unknown = !term.isName || term.kind === 'name';
  const alike = same.length > 0 ? same : unknown && things.length === 1 ? things : others;
  // A group of hackers takes no victim's place.
  if (((!PARTIES.has(term.kind) && !unknown) || term.kind === 'actor') && same.length === 0) return null;
  if (same.length === 0 && alike.length > 1) return null;
  if (preposition !== '') {
    // «Et contre la Norvège ?»: what the earlier question has behind the same word, or what it has behind none is left.
    const there = alike.find((one) => prepositionBefore(base.text, one) === preposition);
    if (there !== undefined || !/^(?:de|du|des|of|d['’])$/u.test(preposition)) return there ?? null;
  }
  const role = base.target[0] ?? base.speaker.find(({ isName }) => isName);
  return alike.find((one) => one === role) ?? alike[0] ?? null;
}

function prepositionBefore(text: string, { start }: Term): string {
  const before = text.slice(0, start).replace(/(?:la|le|les|the)\s+$|l['’]$/iu, '');
  return /(according to|d['’]après|\p{L}+|d['’])\s*$/iu.exec(before)?.[1]?.toLowerCase() ?? '';
}

/** «les américaines»: takes the place of an adjective as it is. */
function isBareAdjective({ term }: Filler, slot: Term): boolean {
  return term.kind === 'country' && /^\p{Ll}/u.test(term.text) && /^\p{Ll}/u.test(slot.text);
}

function isEnglishAdjective({ text, kind }: Term, after: string): boolean {
  return (
    kind === 'country' &&
    /(?:ese|ian|ish|ench|utch|zech|reek|wiss|ean|ic|can|eli|aqi|stani|wan(?:ese)|ukrainian)s?$/iu.test(
      text,
    ) &&
    /^\s+\p{Ll}/u.test(after)
  );
}

/**
 * Articles and their contractions agree with what is put in: «du Japon» becomes «de la Chine».
 *
 * @param rest code units of `after` that belong to the name around the slot: «le ministère tchèque *des Finances*».
 */
function joinFrench(before: string, phrase: string, after: string, slot: Term, rest: number): string {
  const own = /^(?:la|le|les)\s+|^l['’]/iu.test(phrase);
  const parts =
    /^(.*?)(?:((?:^|\s)(?:de |à )?(?:la|le|les)\s+|(?:^|\s|d[e]\s+)l['’]|(?:^|\s)(?:du|des|au|aux)\s+|(?:^|\s)d['’]|(?:^|\s)en\s+))?$/isu.exec(
      before,
    );
  const head = parts?.[1] ?? before;
  const link = (parts?.[2] ?? '').trim().toLowerCase();
  // «le ministère tchèque»: what stands for a country's adjective needs a word before it.
  if (
    link === '' &&
    slot.kind === 'country' &&
    /^\p{Ll}/u.test(slot.text) &&
    !/^\p{Ll}/u.test(bareOf(phrase))
  )
    return `${before.trimEnd()}${after.slice(0, rest)} ${contract('de', phrase)}${after.slice(rest)}`;
  // «Andorre» has no article, and «en Norvège» none either.
  if (!own && (link === '' || link === 'en')) return `${before}${phrase}${after}`;
  if (/^(?:du|des|de|d['’]|de la|de l['’]|de les|de le)$/u.test(link))
    return `${spaced(head)}${contract('de', phrase)}${after}`;
  if (/^(?:au|aux|à|à la|à l['’]|en)$/u.test(link)) return `${spaced(head)}${contract('à', phrase)}${after}`;
  return `${spaced(head)}${phrase}${after}`;
}

const bareOf = (phrase: string): string => phrase.replace(/^(?:(?:la|le|les)\s+|l['’])/iu, '');
const spaced = (head: string): string => (head === '' || /[\s('’«]$/u.test(head) ? head : `${head} `);

function contract(word: 'de' | 'à', phrase: string): string {
  const masculine = word === 'de' ? 'du' : 'au';
  const plural = word === 'de' ? 'des' : 'aux';
  if (/^le\s+/iu.test(phrase)) return phrase.replace(/^le\s+/iu, `${masculine} `);
  if (/^les\s+/iu.test(phrase)) return phrase.replace(/^les\s+/iu, `${plural} `);
  if (word === 'de' && /^[aeiouyéèêàh]/iu.test(phrase)) return `d’${phrase}`;
  return `${word} ${phrase}`;
}

/** The earlier question with a part added before its question mark: «… en 2021 ?». */
export function addPart(base: Question, part: string): string {
  const end = base.text.search(/[\s?？!！.。]*$/u);
  const mark = base.lang === 'fr' ? ' ?' : base.lang === 'zh' ? '？' : '?';
  return base.lang === 'zh'
    ? `${base.text.slice(0, end)}（${part}）${mark}`
    : `${base.text.slice(0, end)}${/^\p{Lu}/u.test(part) ? ',' : ''} ${part}${mark}`;
}

/** The earlier question, narrowed: «… (seulement les États-Unis) ?». */
export function narrow(base: Question, part: string): string {
  const end = base.text.search(/[\s?？!！.。]*$/u);
  if (base.lang === 'zh') return `${base.text.slice(0, end)}（${part}）？`;
  return `${base.text.slice(0, end)} (${part})${base.lang === 'fr' ? ' ?' : '?'}`;
}

/** The name of a filler with its article, for a sentence of its own. */
export function fillerName({ text, term }: Filler): string {
  return withArticle(text, term);
}
