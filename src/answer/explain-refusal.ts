/** Why a question is not answered, as far as the records and the question tell. */
import { ANSWER_LANGS, type AnswerLang } from '../core/answer.ts';
import { countryName } from '../core/country-name.ts';
import { LABELS } from '../core/labels.ts';
import { identifyLanguage } from '../lexicon/identify-language.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Vocabulary } from '../reading/read-text.ts';
import { ATTACKING } from './asks-for-author.ts';
import { type FalsePremise, findFalsePremise } from './false-premise.ts';
import { isCountryName, mayBeOfField } from './field.ts';
import { LEADS } from './leads.ts';
import { matchTerm } from './match-term.ts';
import { isFraming, type Question } from './question.ts';
import type { Term } from './question-term.ts';
import type { Story } from './story.ts';
import { titleOf } from './suggest.ts';
import { isOfOtherYears } from './timely.ts';

export interface Explanation {
  /** Says it; null where nothing is known but that no answer was found. */
  readonly lead: string | null;
  /** The case that the question is about. */
  readonly story: Story | null;
  /** The sources that came nearest have nothing to do with the question. */
  readonly isOffTopic: boolean;
  /** The record itself speaks against the question: no sentence can be its answer. */
  readonly isFinal: boolean;
}

const UNKNOWN: Explanation = { lead: null, story: null, isOffTopic: false, isFinal: false };

export function explainRefusal(question: Question, stories: readonly Story[], lexicon: Lexicon): Explanation {
  const premise = findFalsePremise(question, stories, lexicon);
  if (premise !== null)
    return { lead: contradict(premise, question), story: premise.story, isOffTopic: false, isFinal: true };
  if (isOffTopic(question, stories, lexicon))
    return { lead: LEADS[question.answerLang].to['off-topic'], story: null, isOffTopic: true, isFinal: true };
  const story = knownCase(question, stories, lexicon);
  if (story === null) return UNKNOWN;
  return { lead: sayWhatIsAbsent(question, story, lexicon), story, isOffTopic: false, isFinal: false };
}

function contradict({ story, asked }: FalsePremise, { answerLang: lang }: Question): string | null {
  const { record } = story;
  if (record === null) return null;
  const accusations = record.claims.filter(({ kind }) => kind === 'accusation');
  const names = accusations.flatMap(({ against }) => {
    if (against === null) return [];
    return against.state === null ? [against.actor ?? ''] : [countryName(against.state, lang)];
  });
  const accused = [...new Set(names.filter((name) => name !== ''))];
  return LEADS[lang].falsePremise(
    titleOf(record, lang),
    quoted(asked.text, lang),
    accused.join(LEADS[lang].and),
  );
}

/** The asker's own words. */
function quoted(words: string, lang: AnswerLang): string {
  const [open, close] = LABELS[lang].quotes;
  return `${open}${words}${close}`;
}

/** No word of the field, no name: only said of languages whose words the glossary knows. */
function isOffTopic({ terms, text }: Question, stories: readonly Story[], lexicon: Lexicon): boolean {
  const lang = identifyLanguage(text);
  return (
    terms.length > 0 &&
    ANSWER_LANGS.some((known) => known === lang) &&
    !terms.some((term) => term.isName) &&
    !mayBeOfField(terms, lexicon) &&
    !stories.some(({ topic }) => topic !== null && terms.some((term) => isIn(term, topic, lexicon)))
  );
}

/** Single letters and what frames a question are in every topic. */
function isIn(term: Term, topic: Vocabulary, lexicon: Lexicon): boolean {
  return term.text.length > 1 && !isFraming(term) && matchTerm(term, topic, lexicon) >= 0.7;
}

/** Least share of the question's names and matter that is the case's topic. */
const ABOUT = 0.5;

/** The case that most of the question's names and matter is the topic of; null where none is meant for certain. */
function knownCase(question: Question, stories: readonly Story[], lexicon: Lexicon): Story | null {
  const rated = stories
    .filter((story) => !isOfOtherYears(question, story))
    .map((story) => ({ story, share: shareOfTopic(question, story, lexicon) }))
    .sort((a, b) => b.share - a.share);
  const [best] = rated;
  return best !== undefined && best.share >= ABOUT ? best.story : null;
}

/** 0 where the question names nothing by which the case is known. */
function shareOfTopic({ terms }: Question, { topic }: Story, lexicon: Lexicon): number {
  if (topic === null) return 0;
  // A mere word may only be said otherwise: it counts for a case and not against it.
  const telling = terms.filter(
    (term) => !isFraming(term) && (term.isName || term.concepts.length > 0 || isIn(term, topic, lexicon)),
  );
  const matched = telling.filter((term) => matchTerm(term, topic, lexicon) >= 0.7);
  // A country has many cases, and every case is an attack.
  const particular = matched.filter(
    (term) => !isCountryName(term, lexicon) && !term.concepts.some((id) => ATTACKING.has(id)),
  );
  const hasName = particular.some((term) => term.isName);
  if (!hasName && (particular.length === 0 || !matched.some((term) => term.isName))) return 0;
  return (matched.length + (hasName ? 1 : 0)) / (telling.length + (hasName ? 1 : 0));
}

function sayWhatIsAbsent(question: Question, story: Story, lexicon: Lexicon): string | null {
  const { record } = story;
  if (record === null) return null;
  const lang = question.answerLang;
  const absent = question.terms.filter((term) => isAbsent(term, story, lexicon));
  const words = absent.map(({ text }) => quoted(text, lang)).join(LEADS[lang].and);
  const fact = absent.length > 0 ? LEADS[lang].nothingOn(words) : LEADS[lang].absent[question.type];
  return LEADS[lang].knownCase(titleOf(record, lang), fact);
}

/** A concept or a name of which the case has nothing in any language; a mere word may only be said otherwise. */
function isAbsent(term: Term, story: Story, lexicon: Lexicon): boolean {
  if (isFraming(term) || (term.concepts.length === 0 && !term.isName)) return false;
  if (story.topic !== null && matchTerm(term, story.topic, lexicon) > 0) return false;
  return !told(term, story, lexicon);
}

function told(term: Term, { texts }: Story, lexicon: Lexicon): boolean {
  return texts.some(({ vocabulary }) => matchTerm(term, vocabulary, lexicon) > 0);
}
