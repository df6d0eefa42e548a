/** A question taken apart: what it asks for, and the terms that an answer must have to do with. */
import type { AnswerLang } from '../core/answer.ts';
import { type ConceptKind, isName } from '../lexicon/concept.ts';
import type { ConceptMatch } from '../lexicon/concept-matcher.ts';
import { identifyLanguage } from '../lexicon/identify-language.ts';
import type { Analysis, Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from '../lexicon/tokenize.ts';
import { isBodyTerm } from './bodies.ts';
import { type QuestionType, questionWord } from './question-type.ts';

export interface Term {
  /** As the question says it. */
  readonly text: string;
  /** Concepts any of which is meant; empty for a word that no concept covers. */
  readonly concepts: readonly string[];
  readonly kind: ConceptKind | 'word' | 'name';
  /** Stems and folded forms of the word or words. */
  readonly stems: readonly string[];
  readonly folded: readonly string[];
  /** A name: the answer's article must have it. */
  readonly isName: boolean;
  readonly start: number;
  readonly end: number;
}

export interface Question {
  readonly text: string;
  /** ISO 639-1 code of the question as analyzed. */
  readonly lang: string;
  readonly answerLang: AnswerLang;
  readonly type: QuestionType;
  readonly terms: readonly Term[];
  /** «Quel *logiciel* …», "how many *voters*": what the answer must be an instance of; null where nothing is named. */
  readonly focus: Term | null;
  /** «Qui accuse *la Chine*»: who is asked for is not this one; empty unless somebody is sought who says something. */
  readonly target: readonly Term[];
  /** Whose statement is asked for; empty unless the type is `statement`. */
  readonly speaker: readonly Term[];
}

/** "What did Oslo want": the verb comes before any noun that "what" could belong to. */
const AUXILIARY = /^\s*(?:did|does|do|has|have|had|will|would|can|could|should)\b/iu;
/** How far behind «selon» its name may begin, in characters: «selon le porte-parole Lin Jian». */
const NAME_REACH = 25;
/** Concepts that only frame a question; its answer need not repeat them. */
const FRAMING =
  /^(?:question|answer|ask|name|reason|cause|reaction|react|response|respond|opinion|position|view|say|state|declare|think|case|affair|happen|tell|explain|information|exist|kind|type|date|number|amount|year|person|individual|people)$/u;

/** Takes a question apart. `forced` is the language the asker chose for the answer. */
export function analyzeQuestion(text: string, lexicon: Lexicon, forced?: AnswerLang): Question {
  const lang = identifyLanguage(text) ?? forced ?? likelier(text, lexicon);
  const analysis = lexicon.analyze(text, lang);
  const word = questionWord(text);
  const type = word?.type ?? 'about';
  const start = word?.start ?? 0;
  const end = word?.end ?? 0;
  const framed = (term: Term): boolean => term.start >= start && term.start < end && !term.isName;
  const terms = termsOf(analysis, word).filter((term) => word === null || !framed(term));
  const focus =
    word !== null && (type === 'which' || type === 'count') ? focusOf(analysis, terms, end) : null;
  const known = forced ?? (lang === 'fr' || lang === 'en' || lang === 'zh' ? lang : 'en');
  return {
    text,
    lang,
    answerLang: known,
    type,
    terms,
    focus,
    target: type === 'who' || asksForParty(focus) ? targetOf(text, terms) : [],
    speaker: type === 'statement' ? speakerOf(analysis, terms, word?.end ?? 0) : accordingTo(text, terms),
  };
}

/** A concept that only frames the question, such as «réaction» in «Quelle est la réaction de …». */
export function isFraming(term: Term): boolean {
  return term.concepts.length > 0 && term.concepts.every((id) => FRAMING.test(id));
}

/** The noun behind the question word, when only function words stand between. */
function focusOf(analysis: Analysis, terms: readonly Term[], end: number): Term | null {
  if (AUXILIARY.test(analysis.text.slice(end))) return null;
  const first = terms.find((term) => term.start >= end && !isFraming(term));
  if (first === undefined) return null;
  const between = analysis.tokens.filter(
    (token) => token.start >= end && token.end <= first.start && !token.stop,
  );
  return between.every((token) => terms.some((term) => isFraming(term) && token.start >= term.start))
    ? first
    : null;
}

/** French or English, whichever names more concepts: for «APT31 Prague accusation». */
function likelier(text: string, lexicon: Lexicon): string {
  const named = (lang: string): number => lexicon.analyze(text, lang).concepts.length;
  return named('fr') > named('en') ? 'fr' : 'en';
}

function termsOf(analysis: Analysis, word: { start: number; end: number } | null): Term[] {
  const groups: ConceptMatch[][] = [];
  for (const match of analysis.concepts) {
    if (match.inner) continue;
    const same = groups.find((group) => group[0]?.start === match.start && group[0]?.end === match.end);
    if (same === undefined) groups.push([match]);
    else same.push(match);
  }
  const terms: Term[] = groups.map((group) => conceptTerm(group, analysis));
  const covered = (token: Token, index: number): boolean =>
    analysis.concepts.some((m) =>
      m.tokens.length > 0 ? m.tokens.includes(index) : token.start < m.end && token.end > m.start,
    );
  for (const [i, token] of analysis.tokens.entries()) {
    if (token.stop || covered(token, i)) continue;
    if (word !== null && token.start >= word.start && token.end <= word.end) continue;
    const first = i === 0 || /[.?!:]\s*$/u.test(analysis.text.slice(0, token.start));
    // A year is no name: many an article does not say in which year it was written.
    const isNameLike =
      !token.numeric && ((token.capitalized && !first) || /\d/.test(token.text) || isAcronym(token.text));
    terms.push({
      text: token.text,
      concepts: [],
      kind: isNameLike ? 'name' : 'word',
      stems: [token.stem],
      folded: [token.folded],
      isName: isNameLike,
      start: token.start,
      end: token.end,
    });
  }
  return terms.sort((a, b) => a.start - b.start);
}

function isAcronym(text: string): boolean {
  return text.length >= 2 && text === text.toUpperCase() && text !== text.toLowerCase();
}

function conceptTerm(group: readonly ConceptMatch[], analysis: Analysis): Term {
  const first = group[0] as ConceptMatch;
  const tokens = analysis.tokens.filter((token, i) =>
    first.tokens.length > 0 ? first.tokens.includes(i) : token.start < first.end && token.end > first.start,
  );
  const common = group.find(({ concept }) => !isName(concept))?.concept;
  const kind = common?.kind ?? first.concept.kind;
  return {
    text: analysis.text.slice(first.start, first.end),
    concepts: group.map(({ concept }) => concept.id),
    kind,
    stems: tokens.map((token) => token.stem),
    folded: tokens.map((token) => token.folded),
    isName: common === undefined || isWrittenAsName(analysis.text, first),
    start: first.start,
    end: first.end,
  };
}

/** Concepts of saying something against somebody. */
const AGAINST =
  /^(?:accuse|blame|attribute|attribution|denounce|condemn|criticise|indict|sanction|charge|suspect)$/u;

/** «Quels pays accusent …», "which government blamed …": a party is sought, as by «qui». */
function asksForParty(focus: Term | null): boolean {
  return (
    focus?.concepts.some((id) =>
      /^(?:country|government|organisation|authorities|ally|minister|ministry)$/u.test(id),
    ) ?? false
  );
}

/** «La Chine est accusée *par qui*»: who stands before the verb is accused, and does not accuse. */
const PASSIVE = /\bpar qui\b|\bby whom?\b|被[谁誰]|由[谁誰]/iu;

/** The one accused in a question for the accuser: the first name behind the verb; in the passive, before it. */
function targetOf(text: string, terms: readonly Term[]): Term[] {
  const verb = terms.findIndex((term) => term.concepts.some((id) => AGAINST.test(id)));
  if (verb === -1) return [];
  const side = PASSIVE.test(text) ? terms.slice(0, verb) : terms.slice(verb + 1);
  const found = side.find((term) => term.isName);
  return found === undefined ? [] : [found];
}

/** «la Commission électorale»: several words with a capital inside a sentence are a certain one. */
function isWrittenAsName(text: string, { start, end }: ConceptMatch): boolean {
  const words = text.slice(start, end);
  return start > 0 && /\s/u.test(words) && /\p{Lu}/u.test(words);
}

/** Words before which no subject stands. */
const PREPOSITION =
  /(?:^|[\s'’])(?:[àa]|aux?|contre|sur|envers|vers|propos|about|to|against|from|over|on|regarding|in|at|by|par|chez)\s+(?:(?:la|le|les|l|the|an?|son|sa|ses|leur|leurs|its|his|her|their)[\s'’]+)?$/iu;

/** «Selon *Lin Jian*, dans quel but …»: whatever is asked, this one's word is wanted. */
const ACCORDING =
  /(?:^|[\s,(])(?:selon|d['’]apr[eè]s|aux yeux d[eu]|according to|in the view of)\s+|[据據](?=\S)/giu;

function accordingTo(text: string, terms: readonly Term[]): Term[] {
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
function speakerOf(analysis: Analysis, terms: readonly Term[], from: number): Term[] {
  const body = (term: Term): boolean =>
    term.isName ||
    term.kind === 'role' ||
    term.kind === 'name' ||
    term.concepts.some((id) => isBodyTerm({ id, kind: 'term' }));
  const cutZh = analysis.text.search(/对|對|就|关于|關於|如何|怎么|怎样|有何|有什么|是否|说|說|表示/u);
  const chinese = analysis.lang === 'zh' && cutZh > 0;
  const candidates = chinese
    ? terms.filter((term) => term.start < cutZh)
    : terms.filter((term) => term.start >= from || term.start < from);
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
    if (/(?:^|\s)[àa]\s/iu.test(between) && term.kind !== 'place') break;
    run.push(term);
  }
  return run;
}
