/** A question taken apart: what it asks for, and the terms that an answer must have to do with. */
import { ANSWER_LANGS, type AnswerLang } from '../core/answer.ts';
import { identifyLanguage } from '../lexicon/identify-language.ts';
import type { Analysis, Lexicon } from '../lexicon/lexicon.ts';
import { asksForParty, findSpeaker, findTarget, findWitness } from './question-parties.ts';
import { findTerms, type Term } from './question-term.ts';
import { type QuestionType, type QuestionWord, questionWord } from './question-type.ts';

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
/** Concepts that only frame a question; its answer need not repeat them. */
export const FRAMING: ReadonlySet<string> = new Set(
  `ask-question answer-question name reason cause respond opinion believe say happen explain inform information type-kind date
  method number-quantity number-of-people amount year person individual subject-topic detail`.split(/\s+/),
);

/**
 * Takes a question apart.
 *
 * @param forced the language that the asker chose for the answer.
 * @param likely her client's language, for a question that could be in several or is in one that the bot does not speak.
 */
export function analyzeQuestion(
  text: string,
  lexicon: Lexicon,
  forced?: AnswerLang,
  likely?: AnswerLang,
): Question {
  const identified = identifyLanguage(text) ?? forced ?? likelier(text, lexicon);
  const lang = identified ?? (likely === 'fr' ? 'fr' : 'en');
  const analysis = lexicon.analyze(text, lang);
  const word = questionWord(text);
  const start = word?.start ?? 0;
  const end = word?.end ?? 0;
  const framed = (term: Term): boolean => term.start >= start && term.start < end && !term.isName;
  const terms = findTerms(analysis, word).filter((term) => word === null || !framed(term));
  const type = asksForAuthor(word, terms) ? 'author' : (word?.type ?? 'about');
  const focus =
    word !== null && (type === 'which' || type === 'count') ? focusOf(analysis, terms, end, type) : null;
  const known = forced ?? ANSWER_LANGS.find((spoken) => spoken === identified) ?? likely ?? 'en';
  return {
    text,
    lang,
    answerLang: known,
    type,
    terms,
    focus,
    target: type === 'who' || asksForParty(focus) ? findTarget(text, terms, end) : [],
    speaker: type === 'statement' ? findSpeaker(analysis, terms) : findWitness(text, terms),
  };
}

/** Concepts of attacking, which make of «qui» the question for the attacker. */
export const ATTACKING: ReadonlySet<string> = new Set([
  'attack',
  'cyberattack',
  'hack',
  'penetrate',
  'intrusion',
  'espionage',
  'spy',
  'sabotage',
  'behind',
  'responsible',
  'perpetrator',
  'theft',
]);

/** «Qui a piraté …», "Who is behind …": the attacker is sought, and only an attribution answers. */
function asksForAuthor(word: QuestionWord | null, terms: readonly Term[]): boolean {
  if (word?.type !== 'who') return false;
  const first = terms.find((term) => term.start >= word.end);
  return first?.concepts.some((id) => ATTACKING.has(id)) ?? false;
}

/** A concept that only frames the question, such as «réaction» in «Quelle est la réaction de …». */
export function isFraming(term: Term): boolean {
  return term.concepts.length > 0 && term.concepts.every((id) => FRAMING.has(id));
}

/** The noun behind the question word, when only function words stand between. */
function focusOf(analysis: Analysis, terms: readonly Term[], end: number, type: QuestionType): Term | null {
  if (AUXILIARY.test(analysis.text.slice(end))) return null;
  const first = terms.find((term) => term.start >= end && !isFraming(term));
  if (first === undefined) return null;
  const between = analysis.tokens.filter(
    (token) => token.start >= end && token.end <= first.start && !token.stop,
  );
  if (!between.every((token) => terms.some((term) => isFraming(term) && token.start >= term.start)))
    return null;
  // "How many *Chinese* hackers", «几名*中国*外交官»: whose they are is not what is counted.
  const next = terms[terms.indexOf(first) + 1];
  return type === 'count' &&
    first.kind === 'country' &&
    next !== undefined &&
    next.start - first.end <= 1 &&
    !next.isName
    ? next
    : first;
}

/** French or English, whichever names more concepts, for «APT31 Prague accusation»; null for a draw. */
function likelier(text: string, lexicon: Lexicon): string | null {
  const named = (lang: string): number => lexicon.analyze(text, lang).concepts.length;
  const [french, english] = [named('fr'), named('en')];
  if (french === english) return null;
  return french > english ? 'fr' : 'en';
}
