/** What a conversation is about: its last whole question, that question's topic, and who was named in the answer. */
import { ANSWER_LANGS, type AnswerLang } from '../../core/answer.ts';
import type { Turn } from '../../core/thread.ts';
import { readFollowUpForm } from '../../lexicon/follow-up-form.ts';
import { identifyLanguage } from '../../lexicon/identify-language.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { analyzeQuestion, isFraming, type Question } from '../question.ts';
import { AGAINST } from '../question-parties.ts';
import type { Term } from '../question-term.ts';

export interface Thread {
  /** The last whole question of the conversation, as it was understood, taken apart. */
  readonly base: Question;
  /** The turn that it stands in. */
  readonly baseTurn: Turn;
  /** The turn whose numbers the reader has before him: the last that is not a look at one of its sources. */
  readonly shown: Turn;
  /** What is talked about, as the question says it; the names come first. */
  readonly topics: readonly Topic[];
  /** Names that the last answer holds: concept ids with the words of the answer. */
  readonly named: ReadonlyMap<string, string>;
  /** Whether the last question or its answer names this one, be it by a capital or a body: «Pékin», «le Kremlin». */
  names(term: Term): boolean;
}

interface Topic {
  readonly term: Term;
  /** With its article, as it may stand alone: «la Chine». */
  readonly text: string;
}

const MOST_NAMES = 3;
/** Things and doings beside the names. */
const MOST_MATTERS = 2;
/** Sentences of the last answer that are read for names. */
const SENTENCES_READ = 5;

/** Concepts that tell what is done with words, not what happened. */
export const RELATION: ReadonlySet<string> = new Set([
  ...AGAINST,
  'respond',
  'deny',
  'say',
  'official-reaction',
  'contest',
  'reject',
  'according-to',
  'behind',
  'responsible',
  'carry-out',
  'implement',
  'hit-affect',
  'confidence-level',
  'certainty',
]);

/** @returns null when there is nothing to lean on. */
export function readThread(history: readonly Turn[], lang: AnswerLang, lexicon: Lexicon): Thread | null {
  const baseTurn = history.findLast(
    ({ question, answer }) => answer.asked !== undefined || readFollowUpForm(question) === null,
  );
  const shown = history.findLast(({ question }) => readFollowUpForm(question)?.kind !== 'source');
  if (baseTurn === undefined || shown === undefined) return null;
  const text = baseTurn.answer.asked ?? baseTurn.question;
  const base = analyzeQuestion(text, lexicon, undefined, baseTurn.answer.lang);
  const named = namesOf(shown, lexicon);
  const meant = (concepts: readonly string[]) =>
    concepts.flatMap((id) => [
      id,
      lexicon.countryOfCapital(id) ?? id,
      ...lexicon.broader(id).filter((general) => general.startsWith('country:')),
    ]);
  const known = new Set(
    meant([...named.keys(), ...base.terms.flatMap(({ concepts, isName }) => (isName ? concepts : []))]),
  );
  return {
    base,
    baseTurn,
    shown,
    topics: topicsOf(base, lang, lexicon),
    named,
    names: ({ concepts }) => meant(concepts).some((id) => known.has(id)),
  };
}

/** The language in which a follow-up goes on: its own, else the conversation's. */
export function languageOf(question: string, history: readonly Turn[]): AnswerLang {
  const identified = identifyLanguage(question);
  return ANSWER_LANGS.find((lang) => lang === identified) ?? history.at(-1)?.answer.lang ?? 'en';
}

function topicsOf(base: Question, lang: AnswerLang, lexicon: Lexicon): Topic[] {
  const topical = base.terms.filter(
    (term) =>
      !isFraming(term) &&
      term !== base.focus &&
      !isInside(term, base.terms) &&
      (term.isName || term.concepts.length > 0 || term.text.length > 2) &&
      !term.concepts.some((id) => RELATION.has(id)),
  );
  const names = topical.filter(({ isName }) => isName).slice(0, MOST_NAMES);
  const matters = topical
    .filter(({ isName }) => !isName)
    .slice(0, names.length === 0 ? MOST_MATTERS + 1 : MOST_MATTERS);
  const topics: Topic[] = [];
  for (const term of [...names, ...matters]) {
    const owner = topics.find((topic) => base.lang === lang && isOnePhrase(base.text, topic.term, term));
    if (owner === undefined) topics.push({ term, text: wordsIn(lang, base, term, lexicon) });
    else
      topics[topics.indexOf(owner)] = {
        ...owner,
        text: withArticle(base.text, { ...owner.term, end: term.end }),
      };
  }
  return topics;
}

/** "Albanian government": a country's adjective and the thing behind it. */
function isOnePhrase(text: string, adjective: Term, noun: Term): boolean {
  return adjective.kind === 'country' && noun.start === adjective.end + 1 && text[adjective.end] === ' ';
}

/** A term in the follow-up's language, where the conversation goes on in another. */
function wordsIn(lang: AnswerLang, base: Question, term: Term, lexicon: Lexicon): string {
  const label = base.lang === lang ? undefined : labelOf(term, lang, lexicon);
  return label ?? withArticle(base.text, term);
}

/** What a term is called in a language; undefined for what the lexicon does not know. */
export function labelOf({ concepts }: Term, lang: AnswerLang, lexicon: Lexicon): string | undefined {
  return lexicon.concept(concepts[0] ?? '')?.labels[lang][0];
}

/** «tchèque» in «le ministère tchèque des Affaires étrangères», which is a name of its own. */
export function isInside(term: Term, terms: readonly Term[]): boolean {
  return terms.some(
    (other) =>
      other !== term &&
      other.isName &&
      other.start <= term.start &&
      other.end >= term.end &&
      other.end - other.start > term.end - term.start,
  );
}

const ARTICLE = /(?:^|[\s('’«:,])((?:la|le|les|the)\s+|l['’]\s?)$/iu;
const CONTRACTED: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\s)(?:du|au)\s+$/iu, 'le '],
  [/(?:^|\s)(?:des|aux)\s+$/iu, 'les '],
];

/** A name or a thing with the article before it: «du DNC» gives «le DNC». */
export function withArticle(
  text: string,
  { start, end, isName }: Pick<Term, 'start' | 'end' | 'isName'>,
): string {
  const before = text.slice(0, start);
  const own = text.slice(start, end);
  // "The Albanian government": an adjective has no article of its own.
  if (/^\p{Lu}\p{L}+n\s\p{Ll}/u.test(text.slice(start, end + 2)) && /the\s$/iu.test(before)) return own;
  const article = ARTICLE.exec(before)?.[1];
  if (article !== undefined) return `${article.toLowerCase()}${own}`;
  if (!isName) return own;
  const contracted = CONTRACTED.find(([pattern]) => pattern.test(before))?.[1];
  return `${contracted ?? ''}${own}`;
}

function namesOf({ answer }: Turn, lexicon: Lexicon): Map<string, string> {
  const named = new Map<string, string>();
  for (const { text } of answer.sentences.slice(0, SENTENCES_READ)) {
    const analyzed = analyzeQuestion(text, lexicon, undefined, answer.lang);
    for (const term of analyzed.terms)
      if (term.isName)
        for (const id of term.concepts) if (!named.has(id)) named.set(id, withArticle(text, term));
  }
  return named;
}
