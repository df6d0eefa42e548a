/** Question to cited answer. */
import type { Answer, NoticeCode } from '../core/answer.ts';
import type { AskEvent, AskQuestion, AskRequest } from '../core/ask.ts';
import type { Retriever, SourceReader } from '../core/retrieval.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type AnswerStamp, composeAnswer } from './compose-answer.ts';
import { type Evidence, weighEvidence } from './evidence.ts';
import { type Gathered, StoryReader } from './gather-stories.ts';
import { findOtherSide } from './other-side.ts';
import { PHRASES } from './phrases.ts';
import { analyzeQuestion, type Question } from './question.ts';
import { refuse } from './refuse.ts';
import { selectEvidence } from './select-evidence.ts';

/** Passages looked at: enough that a story's best passage is among them, few enough to read closely. */
const PASSAGES = 30;
/** Suggested questions in a refusal. */
const SUGGESTIONS = 3;

export interface AnswererDeps {
  readonly retriever: Retriever;
  readonly reader: SourceReader;
  readonly lexicon: Lexicon;
  readonly now: () => Date;
  /** A new reference id. */
  readonly newId: () => string;
}

/** Answers questions from the corpus with sentences of its sources. */
export function createAnswerer(deps: AnswererDeps): AskQuestion {
  const stories = new StoryReader(deps.reader, deps.lexicon);
  return async function* ask(request: AskRequest): AsyncGenerator<AskEvent> {
    yield { type: 'status', status: 'searching' };
    request.signal?.throwIfAborted();
    yield* tell(await answerFromSources(request, deps, stories));
  };
}

async function answerFromSources(
  request: AskRequest,
  deps: AnswererDeps,
  reader: StoryReader,
): Promise<Answer> {
  const { lexicon, retriever } = deps;
  const stamp: AnswerStamp = { id: deps.newId(), now: deps.now() };
  const question = analyzeQuestion(request.question, lexicon, request.lang);
  const hits = await retriever.search({
    text: request.question,
    k: PASSAGES,
    lang: question.lang,
    ...(request.scope === undefined ? {} : { scope: request.scope }),
  });
  request.signal?.throwIfAborted();
  const gathered = await reader.gather(hits);
  const evidence = weighEvidence(question, gathered.stories, lexicon);
  const chosen = selectEvidence(question, evidence);
  if (chosen.length === 0) {
    const size = await deps.reader.size();
    return refuse(question, { hits, size, suggestions: suggest(question, gathered, lexicon) }, stamp);
  }
  return compose(question, chosen, evidence, gathered, stamp);
}

function compose(
  question: Question,
  chosen: readonly Evidence[],
  evidence: readonly Evidence[],
  gathered: Gathered,
  stamp: AnswerStamp,
): Answer {
  const other = findOtherSide(chosen, evidence);
  const sentences = chosen.map(({ sentence }) => sentence);
  const codes: NoticeCode[] = other.replyMissing ? ['no-denial-found'] : [];
  const all = other.sentence === null ? sentences : [...sentences, other.sentence];
  return composeAnswer(question, all, codes, gathered.texts, stamp);
}

/** Questions about the nearest cases that the corpus does answer. */
function suggest(question: Question, { cases, stories }: Gathered, lexicon: Lexicon): string[] {
  const lang = question.answerLang;
  const titles = cases.map(({ title }) => title[lang] ?? title.en);
  const asked = titles.map((title) => PHRASES[lang].caseQuestion(title));
  return asked
    .filter((text) => {
      const taken = analyzeQuestion(text, lexicon, lang);
      return selectEvidence(taken, weighEvidence(taken, stories, lexicon)).length > 0;
    })
    .slice(0, SUGGESTIONS);
}

/** The events that show an answer as it is made. */
export function* tell(answer: Answer): Generator<AskEvent> {
  const shown = new Set<number>();
  for (const sentence of answer.sentences) {
    const fresh = answer.citations.filter(({ n }) => sentence.citations.includes(n) && !shown.has(n));
    for (const { n } of fresh) shown.add(n);
    yield { type: 'sentence', sentence, newCitations: fresh };
  }
  yield { type: 'answer', answer };
}
