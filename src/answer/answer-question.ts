/** Question to cited answer. */
import type { Answer } from '../core/answer.ts';
import type { AskEvent, AskQuestion, AskRequest } from '../core/ask.ts';
import type { Retriever, SourceReader } from '../core/retrieval.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { addNotices, answerFromSources, type Grounds, isRefused, refuseFor } from './answer-from-sources.ts';
import { auditAnswer } from './audit-answer.ts';
import type { AnswerStamp } from './compose-answer.ts';
import { weighEvidence } from './evidence.ts';
import { type Bounds, searchUnderstood, selectWithin } from './follow-up/search-understood.ts';
import { understand } from './follow-up/understand.ts';
import { StoryReader } from './gather-stories.ts';
import { type Intent, readWish, type Wish } from './intent.ts';
import type { AnswerModel } from './model/answer-model.ts';
import { createCondenseQuestion } from './model/condense-question.ts';
import { generateAnswer } from './model/generate-answer.ts';
import { inPlaceOfModel } from './model/model-notices.ts';
import { type PickedPassage, pickPassages } from './model/pick-passages.ts';
import { createTranslateQuery, type TranslateQuery } from './model/translate-query.ts';
import type { Writing } from './model/writing.ts';
import { namingRepublications } from './name-republications.ts';
import { analyzeQuestion } from './question.ts';
import { recordUnsearched } from './record-unsearched.ts';
import { createStageClock, type StageClock } from './stage-clock.ts';
import { turnAway } from './turn-away.ts';

/** Passages looked at: enough that a story's best passage is among them, few enough to read closely. */
const PASSAGES = 30;

export interface AnswererDeps {
  readonly retriever: Retriever;
  readonly reader: SourceReader;
  readonly lexicon: Lexicon;
  readonly now: () => Date;
  /** A new reference id. */
  readonly newId: () => string;
  /** Writes the answers; without it, and whenever it fails, they are the sources' own sentences. */
  readonly model?: AnswerModel;
  /** Told of what an answer had to go without. */
  readonly onTrouble?: (error: unknown) => void;
}

interface Found extends Grounds {
  /** Milliseconds of each stage so far. */
  readonly timings: Readonly<Record<string, number>>;
}

/** What the model had to do with an answer, as it becomes known. */
interface Course {
  read: readonly PickedPassage[];
  writing: Writing | null;
}

/** Answers questions from the corpus: in a model's words when there is one, with sentences of the sources otherwise. */
export function createAnswerer(deps: AnswererDeps): AskQuestion {
  const stories = new StoryReader(deps.reader, deps.lexicon);
  const translate = deps.model === undefined ? undefined : createTranslateQuery(deps.model);
  const condense = deps.model === undefined ? undefined : createCondenseQuestion(deps.model);
  return namingRepublications(ask, deps.reader, deps.onTrouble);

  async function* ask(request: AskRequest): AsyncGenerator<AskEvent> {
    yield { type: 'status', status: 'searching' };
    request.signal?.throwIfAborted();
    const stamp: AnswerStamp = { id: request.referenceId ?? deps.newId(), now: deps.now() };
    const clock = createStageClock(deps.now, request.onStage);
    const wish = readWish(request.question, deps.lexicon);
    const turnedAway = async function* (intent: Intent): AsyncGenerator<AskEvent> {
      const answer = await turnAway(intent, request, stamp, deps, stories);
      clock.ended('generate', { method: answer.method });
      yield* recordUnsearched(tell(answer), request.question, deps);
    };
    if (wish.intent !== null && wish.question === null && !mayFollowUp(wish, request)) {
      yield* turnedAway(wish.intent);
      return;
    }
    const understood = await understand({ ...request, question: wish.question ?? request.question }, stamp, {
      ...deps,
      ...(condense === undefined ? {} : { condense }),
    });
    if (understood.answer !== null) {
      clock.ended('generate', { method: understood.answer.method });
      yield* recordUnsearched(tell(understood.answer), request.question, deps);
      return;
    }
    if (wish.question === null && wish.intent !== null && understood.request.question === request.question) {
      yield* turnedAway(wish.intent);
      return;
    }
    const { found, mark } = await searchUnderstood(understood, (bounds) =>
      search(bounds, wish, stamp, deps, stories, translate, clock),
    );
    const course: Course = { read: [], writing: null };
    // What was not shown yet is shown as it stands: a model would tell the same again.
    const { model: _, ...extractive } = deps;
    const answering = understood.seen === null ? deps : extractive;
    for await (const event of answerFound(found, answering, course, request.signal, clock))
      yield event.type === 'answer'
        ? { ...event, answer: mark(event.answer), audit: recordOf(found, deps, course, event.answer) }
        : event;
  }
}

async function* answerFound(
  found: Found,
  deps: AnswererDeps,
  course: Course,
  signal: AbortSignal | undefined,
  clock: StageClock,
): AsyncGenerator<AskEvent> {
  if (deps.model === undefined || found.hits.length === 0 || isRefused(found, deps.lexicon)) {
    const answer = await answerFromSources(found, deps);
    clock.ended('generate', { method: answer.method, sentences: answer.sentences.length });
    yield* tell(answer);
    return;
  }
  yield* answerWithModel(found, deps, deps.model, course, signal, clock);
}

function recordOf(found: Found, { lexicon, now }: AnswererDeps, course: Course, answer: Answer) {
  const { question, hits, gathered, stamp } = found;
  const total = now().getTime() - stamp.now.getTime();
  return auditAnswer(
    {
      asked: question.text,
      versions: { lexicon: lexicon.version },
      hits,
      texts: gathered.texts,
      ...course,
      timings: { ...found.timings, total },
    },
    answer,
  );
}

/** In a conversation an order or a wish for a verdict may be about what was said: «traduis», "who really did it?". */
function mayFollowUp({ intent }: Wish, { history = [] }: AskRequest): boolean {
  return history.length > 0 && (intent === 'order' || intent === 'verdict');
}

async function search(
  bounds: Bounds,
  wish: Wish,
  stamp: AnswerStamp,
  deps: AnswererDeps,
  reader: StoryReader,
  translate: TranslateQuery | undefined,
  clock: StageClock,
): Promise<Found> {
  const { lexicon, retriever } = deps;
  const { request } = bounds;
  const begun = deps.now();
  const elapsed = (): number => deps.now().getTime() - begun.getTime();
  const typed = analyzeQuestion(request.question, lexicon, request.lang, request.clientLang);
  const translated = await translate?.(typed.text, typed.lang, request.signal);
  const question = translated ? analyzeQuestion(translated, lexicon, typed.answerLang) : typed;
  const translating = elapsed();
  clock.ended('understand', { lang: question.lang });
  const hits = await retriever.search({
    text: question.text,
    k: PASSAGES,
    lang: question.lang,
    ...(request.scope === undefined ? {} : { scope: request.scope }),
  });
  request.signal?.throwIfAborted();
  const searching = elapsed() - translating;
  clock.ended('retrieve', { hits: hits.length });
  const gathered = await reader.gather(hits, request.scope);
  const evidence = weighEvidence(question, gathered.stories, lexicon);
  const scope = request.scope ?? 'global';
  const wantsVerdict = wish.intent === 'verdict';
  const grounds = { stamp, question, scope, hits, gathered, evidence, wantsVerdict };
  const selected = selectWithin(bounds, question, evidence, lexicon);
  const reading = elapsed() - translating - searching;
  clock.ended('read', { stories: gathered.stories.length, chosen: selected.length });
  // A follow-up was understood before, and may have been searched for in another way.
  const timings = { before: begun.getTime() - stamp.now.getTime(), translating, searching, reading };
  const isFinal = selected.length > 0 && isRefused({ ...grounds, chosen: selected }, lexicon);
  return { ...grounds, chosen: isFinal ? [] : selected, timings };
}

async function* answerWithModel(
  found: Found,
  deps: AnswererDeps,
  model: AnswerModel,
  course: Course,
  signal: AbortSignal | undefined,
  clock: StageClock,
): AsyncGenerator<AskEvent> {
  const { question, chosen, evidence, gathered, hits, stamp } = found;
  const { texts } = gathered;
  const passages = pickPassages({ chosen, evidence, hits, texts });
  if (passages.length === 0) {
    const answer = await answerFromSources(found, deps);
    clock.ended('generate', { method: answer.method });
    yield* tell(answer);
    return;
  }
  course.read = passages;
  yield { type: 'status', status: 'writing' };
  const generated = yield* generateAnswer(model, {
    question,
    passages,
    evidence,
    texts,
    lexicon: deps.lexicon,
    stamp,
    signal,
  });
  course.writing = generated.writing;
  // Before the last event, after which nobody goes on asking.
  clock.wrote(generated.writing);
  if (generated.outcome === 'answered') yield { type: 'answer', answer: addNotices(generated.answer, found) };
  else if (generated.outcome === 'refused')
    yield { type: 'answer', answer: { ...(await refuseFor(found, deps)), method: 'model' } };
  else yield* tell(inPlaceOfModel(await answerFromSources(found, deps), generated.failure));
}

/** The events that show an answer as it is made. */
function* tell(answer: Answer): Generator<AskEvent> {
  const shown = new Set<number>();
  for (const sentence of answer.sentences) {
    const fresh = answer.citations.filter(({ n }) => sentence.citations.includes(n) && !shown.has(n));
    for (const { n } of fresh) shown.add(n);
    yield { type: 'sentence', sentence, newCitations: fresh, lang: answer.lang };
  }
  yield { type: 'answer', answer };
}
