/** A question taken apart: what it asks for, and the terms that an answer must have to do with. */
import { ANSWER_LANGS, type AnswerLang } from '../core/answer.ts';
import { identifyLanguage } from '../lexicon/identify-language.ts';
import type { Analysis, Lexicon } from '../lexicon/lexicon.ts';
import { asksForAuthor } from './asks-for-author.ts';
import { formOf, LISTING, type QuestionForm } from './question-form.ts';
import {
  asksForGroup,
  asksForParty,
  findAccuser,
  findSpeaker,
  findTarget,
  findWitness,
} from './question-parties.ts';
import { findTerms, type Term } from './question-term.ts';
import { type QuestionType, type QuestionWord, questionWord } from './question-type.ts';
import { QUOTED, yearsIn } from './years.ts';

export interface Question {
  readonly text: string;
  /** ISO 639-1 code of the question as analyzed. */
  readonly lang: string;
  readonly answerLang: AnswerLang;
  readonly type: QuestionType;
  /** What more than one sentence answers; null for any other question. */
  readonly form: QuestionForm | null;
  readonly terms: readonly Term[];
  /** «Quel *logiciel* …», "how many *voters*": what the answer must be an instance of; null where nothing is named. */
  readonly focus: Term | null;
  /** «Qui accuse *la Chine*»: who is asked for is not this one; empty unless somebody is sought who says something. */
  readonly target: readonly Term[];
  /** «Qui *Prague* accuse-t-elle»: the accusations of this one are asked for; empty unless the accused is sought. */
  readonly accuser: readonly Term[];
  /** Whose statement is asked for; empty unless the type is `statement`. */
  readonly speaker: readonly Term[];
  /** «A-t-elle …», "has it …", «…了吗»: the answer may be no. */
  readonly isYesNo: boolean;
  /** Years that the question names, `2015`. */
  readonly years: readonly string[];
}

/** "What did Oslo want": the verb comes before any noun that "what" could belong to. */
const AUXILIARY =
  /^\s*(?:did|does|do|has|have|had|will|would|can|could|should|a|ont|avait|avaient|aura|aurait|co[uû]t\p{L}*)(?!\p{L})/iu;
/** The verb before its subject, «est-ce que», and what makes a question of a Chinese sentence. */
const YES_NO =
  /^(?:[^?]{1,40}, )?\W*(?:and |so |but )?(?:is|are|was|were|has|have|had|did|does|do|can|could|will|would)\b|est[- ]ce qu|\p{L}-(?:t-)?(?:ils?|elles?|on|ce)(?!\p{L})|吗|嗎|是否|有没有|有沒有/iu;
/** «哪个国家», "which country" are read as places, and may be parties. */
function isPlaceOfParty(text: string, word: QuestionWord | null): boolean {
  return word?.type === 'where' && /countr(?:y|ies)|pays|国|國/iu.test(text.slice(word.start, word.end));
}

/** What the corpus is made of. */
const CASE_NOUN = /^(?:dossiers|affaires|cases|案件|案子)$/iu;

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
  const asking = questionWord(text);
  // "Did Oslo say who …": what hangs on a question is not what it asks.
  const yesNo = YES_NO.exec(text);
  const word = asking !== null && yesNo !== null && yesNo.index < asking.start ? null : asking;
  const start = word?.start ?? 0;
  const end = word?.end ?? 0;
  const framed = (term: Term): boolean => term.start >= start && term.start < end && !term.isName;
  const terms = findTerms(analysis, word).filter(
    (term) => (word === null || !framed(term)) && !isOfForm(text, term),
  );
  const asked = word?.type ?? 'about';
  const focus = asked === 'which' || asked === 'count' ? focusOf(analysis, terms, end) : null;
  const isParty = asksForParty(focus) || asksForGroup(focus) || isPlaceOfParty(text, word);
  const type = asksForAuthor(text, word, terms, isParty, lexicon) ? 'author' : asked;
  const known = forced ?? ANSWER_LANGS.find((spoken) => spoken === identified) ?? likely ?? 'en';
  return {
    text,
    lang,
    answerLang: known,
    type,
    form: formOf(text, word),
    // The attacker's deed is in the question's type: no source says «干».
    terms: type === 'author' ? terms.filter((term) => !DOING.test(term.text)) : terms,
    focus,
    target:
      type === 'who' || (type !== 'author' && asksForParty(focus))
        ? findTarget(text, unquoted(text, terms), end)
        : [],
    accuser: type === 'who' || type === 'author' || isParty ? findAccuser(text, terms) : [],
    speaker: type === 'statement' ? findSpeaker(analysis, terms) : findWitness(text, terms),
    isYesNo: word === null && yesNo !== null,
    years: yearsIn(text.replace(QUOTED, ' ')),
  };
}

/** Doing without saying what: «是谁*干的*», "who *did* it". */
const DOING = /^(?:[干幹做搞弄]的?|did|done|made|fait)$/iu;

/** A quoted title is a case: nobody whom it names is asked about. */
function unquoted(text: string, terms: readonly Term[]): readonly Term[] {
  const spans = [...text.matchAll(QUOTED)].map(
    ({ index, 0: words }) => [index, index + words.length] as const,
  );
  return terms.filter(({ start }) => !spans.some(([from, to]) => start >= from && start < to));
}

/** A concept that only frames the question, such as «réaction» in «Quelle est la réaction de …». */
export function isFraming(term: Term): boolean {
  return term.concepts.length > 0 && term.concepts.every((id) => FRAMING.has(id));
}

/** «*Listez* …», «dans quels *dossiers*»: not a thing that the sources tell of, but how they are to be told. */
function isOfForm(text: string, { start, end }: Term): boolean {
  const [order = ''] = LISTING.exec(text) ?? [];
  return end <= order.length || CASE_NOUN.test(text.slice(start, end));
}

/** The noun behind the question word, when only function words stand between. */
function focusOf(analysis: Analysis, terms: readonly Term[], end: number): Term | null {
  if (AUXILIARY.test(analysis.text.slice(end))) return null;
  const first = terms.find((term) => term.start >= end && !isFraming(term));
  if (first === undefined) return null;
  const between = analysis.tokens.filter(
    (token) => token.start >= end && token.end <= first.start && !token.stop,
  );
  if (!between.every((token) => terms.some((term) => isFraming(term) && token.start >= term.start)))
    return null;
  // "What *triggered* the alarm": the thing is the verb's object. "What was the *number of* …" is not.
  const last = between.at(-1);
  if (
    analysis.lang === 'en' &&
    last !== undefined &&
    !/^\s+(?:of|for|in)\b/iu.test(analysis.text.slice(last.end))
  )
    return null;
  // "How many *Chinese* hackers", «哪些*欧洲*国家»: whose they are is not what is counted.
  let focus = first;
  for (const next of terms.slice(terms.indexOf(first) + 1)) {
    if (!isOrigin(focus) || !OF_ORIGIN.test(analysis.text.slice(focus.end, next.start))) break;
    if (next.isName && !isOrigin(next)) break;
    focus = next;
  }
  return isOrigin(focus) ? first : focus;
}

/** What stands between an origin and the next one, or what is of it. */
const OF_ORIGIN = /^\s?(?:and |or |的|和|与|或|、)?$/u;

function isOrigin({ kind, concepts }: Term): boolean {
  return kind === 'country' || concepts.includes('european');
}

/** French or English, whichever names more concepts, for «APT31 Prague accusation»; null for a draw. */
function likelier(text: string, lexicon: Lexicon): string | null {
  const named = (lang: string): number => lexicon.analyze(text, lang).concepts.length;
  const [french, english] = [named('fr'), named('en')];
  if (french === english) return null;
  return french > english ? 'fr' : 'en';
}
