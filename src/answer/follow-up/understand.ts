/** From a request in a conversation to what is searched, or to the answer that needs no search. */
import type { Answer } from '../../core/answer.ts';
import type { AskRequest } from '../../core/ask.ts';
import { LABELS } from '../../core/labels.ts';
import type { SourceReader } from '../../core/retrieval.ts';
import { isTurnedAway, MAX_TURNS, type Turn } from '../../core/thread.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { stateConcept } from '../../lexicon/state-concept.ts';
import type { ReadSentence } from '../../reading/read-text.ts';
import type { AnswerStamp } from '../compose-answer.ts';
import { PHRASES } from '../phrases.ts';
import { analyzeQuestion } from '../question.ts';
import { questionWord } from '../question-type.ts';
import { isBorneByThread } from './borne-by-thread.ts';
import { type Completed, completeQuestion } from './complete-question.ts';
import { FOLLOW_UP_PHRASES } from './follow-up-phrases.ts';
import { showSource, showSpeakers } from './recite.ts';
import type { Thread } from './thread.ts';
import { findAnaphor, takeOpening } from './thread-words.ts';

/** Makes a follow-up whole where rules cannot. Resolves to null when it cannot either; never rejects but on abort. */
export type Condense = (
  question: string,
  history: readonly Turn[],
  signal: AbortSignal | undefined,
) => Promise<string | null>;

interface UnderstandDeps {
  readonly reader: SourceReader;
  readonly lexicon: Lexicon;
  readonly condense?: Condense;
}

export interface Understanding {
  /** The request as it is searched. */
  readonly request: AskRequest;
  /** The answer, where none needs to be searched for. */
  readonly answer: Answer | null;
  /** Sources and cases that the last answer rests on: the follow-up is about these. Null for a question of its own. */
  readonly focus: ReadonlySet<string> | null;
  /** For «la suite»: whether a sentence was shown already. Null where everything may be shown. */
  readonly seen: ((sentence: ReadSentence) => boolean) | null;
  /** The question as typed, which is asked where the completed one finds nothing; null where it says too little. */
  readonly otherwise: AskRequest | null;
  /** Writes into the answer how the question was understood. */
  mark(answer: Answer): Answer;
}

export async function understand(
  request: AskRequest,
  stamp: AnswerStamp,
  deps: UnderstandDeps,
): Promise<Understanding> {
  const { lexicon } = deps;
  const history = (request.history ?? []).filter((turn) => !isTurnedAway(turn)).slice(-MAX_TURNS);
  const asIs: Understanding = {
    request,
    answer: null,
    focus: null,
    seen: null,
    otherwise: null,
    mark: (answer) => answer,
  };
  if (history.length === 0) return asIs;
  const completed = await complete(request, history, deps);
  if (completed.kind === 'standalone') return asIs;
  const lang = completed.kind === 'translate' ? completed.lang : (request.lang ?? completed.lang);
  const { asked, thread } = completed;
  const recite = { ...deps, scope: request.scope, stamp };
  const shown = thread.shown.answer;
  if (completed.kind === 'source') {
    const question = analyzeQuestion(request.question, lexicon, lang);
    const answer = await showSource({ ...question, answerLang: lang }, shown, completed.n, recite);
    return { ...asIs, answer };
  }
  if (completed.kind === 'who-said') {
    const question = analyzeQuestion(request.question, lexicon, lang);
    const answer = await showSpeakers({ ...question, answerLang: lang }, shown, recite);
    if (answer !== null) return { ...asIs, answer };
  }
  const focus = await citedStories(shown, deps.reader);
  const mark = (answer: Answer): Answer => markAsked(answer, asked);
  const next: Understanding = {
    ...asIs,
    request: { ...request, question: asked, lang },
    focus: completed.kind === 'completed' || completed.kind === 'who-said' ? focus : null,
    mark,
  };
  if (completed.kind === 'more')
    return {
      ...next,
      seen: (sentence) => history.some(({ answer }) => wasShown(answer, sentence)),
      mark: (answer) => (answer.status === 'answered' ? mark(answer) : nothingMore(mark(answer))),
    };
  return {
    ...next,
    otherwise: completed.kind === 'completed' && stands(request.question, thread, lexicon) ? request : null,
  };
}

async function complete(
  { question, signal }: AskRequest,
  history: readonly Turn[],
  { lexicon, reader, condense }: UnderstandDeps,
): Promise<Completed> {
  const first = completeQuestion(question, history, lexicon);
  if (first.kind !== 'completed') return first;
  const accused = await accusedOf(first.thread.shown.answer, reader, lexicon);
  const completed = completeQuestion(question, history, lexicon, accused);
  if (completed.kind !== 'completed' || completed.sure || condense === undefined) return completed;
  const asked = await condense(question, history, signal);
  signal?.throwIfAborted();
  const usable = asked !== null && isBorneByThread(asked, question, history, lexicon);
  return usable ? { ...completed, asked: asked.trim(), sure: true } : completed;
}

/** Concept ids of those accused in the records of the cases that an answer cites. */
async function accusedOf(answer: Answer, reader: SourceReader, lexicon: Lexicon): Promise<Set<string>> {
  const accused = new Set<string>();
  for (const id of await casesOf(answer, reader))
    for (const { against } of (await reader.readCase(id))?.record.claims ?? []) {
      if (against === null) continue;
      if (against.state !== null) accused.add(stateConcept(against.state));
      for (const { concept } of lexicon.analyze(against.actor ?? '', 'en').concepts) accused.add(concept.id);
    }
  return accused;
}

/** Cases beyond these belong to asides of the answer. */
const MOST_CASES = 3;

async function casesOf({ citations }: Answer, reader: SourceReader): Promise<string[]> {
  const texts = await reader.readSources([...new Set(citations.map(({ sourceId }) => sourceId))]);
  return [...new Set(texts.flatMap(({ source }) => source.caseIds.slice(0, 1)))].slice(0, MOST_CASES);
}

/** Ids of the cited sources and of their cases. */
async function citedStories(answer: Answer, reader: SourceReader): Promise<Set<string>> {
  return new Set([...answer.citations.map(({ sourceId }) => sourceId), ...(await casesOf(answer, reader))]);
}

/** What «la suite» is told when everything has been shown. */
function nothingMore(answer: Answer): Answer {
  return { ...answer, lead: FOLLOW_UP_PHRASES[answer.lang].nothingMore };
}

function wasShown({ sentences, citations, method }: Answer, { text, source }: ReadSentence): boolean {
  if (sentences.some((sentence) => sentence.text.includes(text))) return true;
  return method === 'model' && citations.some((c) => c.sourceId === source.id && c.excerpt.includes(text));
}

/**
 * A question that names one whom the conversation has not named may be asked as it was typed. Any other would be answered
 * from a case that nobody speaks of: «quelle preuve ont-ils donnée ?» has its words everywhere.
 */
function stands(question: string, thread: Thread, lexicon: Lexicon): boolean {
  const { terms } = analyzeQuestion(question, lexicon);
  if (takeOpening(question).opened || findAnaphor(question) >= 0) return false;
  return questionWord(question) !== null && terms.some((term) => term.isName && !thread.names(term));
}

function markAsked(answer: Answer, asked: string): Answer {
  const [open, close] = LABELS[answer.lang].quotes;
  const text = `${PHRASES[answer.lang].notices['understood-as']} ${open}${asked}${close}`;
  return { ...answer, asked, notices: [{ code: 'understood-as', text }, ...answer.notices] };
}
