/** A question and its passages to a cited answer in a chat model's words. */
import type { Answer, AnswerLang, AnswerSentence, Notice } from '../../core/answer.ts';
import type { AskEvent } from '../../core/ask.ts';
import type { SourceText } from '../../core/retrieval.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { ReadSentence } from '../../reading/read-text.ts';
import { stanceOf } from '../../reading/stance.ts';
import { CitationList } from '../citation-list.ts';
import { type AnswerStamp, composeAnswer, noticesOf } from '../compose-answer.ts';
import type { Evidence } from '../evidence.ts';
import type { Question } from '../question.ts';
import type { AnswerModel, ModelReport } from './answer-model.ts';
import { findMissingReply, type WrittenSentence } from './keep-both-sides.ts';
import { ModelFailure } from './model-failure.ts';
import { cutShortNotice } from './model-notices.ts';
import { holds, type PickedPassage, passageOf } from './pick-passages.ts';
import { type ReadItem, SentenceReader } from './read-sentences.ts';
import { streamText } from './stream-text.ts';

export interface GenerateInput {
  readonly question: Question;
  /** What the model reads, numbered from 1. */
  readonly passages: readonly PickedPassage[];
  /** Everything weighed, best first. */
  readonly evidence: readonly Evidence[];
  /** Every source of the stories, by id. */
  readonly texts: ReadonlyMap<string, SourceText>;
  readonly lexicon: Lexicon;
  readonly stamp: AnswerStamp;
  readonly signal: AbortSignal | undefined;
}

export type Generated =
  | { readonly outcome: 'answered'; readonly answer: Answer }
  /** The model says that the passages do not hold the answer. */
  | { readonly outcome: 'refused' }
  /** Nothing was emitted, nothing can be shown. */
  | { readonly outcome: 'failed'; readonly failure: ModelFailure };

type SentenceEvent = Extract<AskEvent, { type: 'sentence' }>;

/** The prompt asks for five. */
const MOST_SENTENCES = 8;

/**
 * Emits each sentence as soon as it is whole and has a valid citation; what was emitted stays in the answer, even when
 * the model breaks off. Throws only when the signal aborts, or on defects.
 */
export async function* generateAnswer(
  model: AnswerModel,
  input: GenerateInput,
): AsyncGenerator<SentenceEvent, Generated, undefined> {
  const draft = new Draft(input);
  let failure: ModelFailure | null = null;
  try {
    for await (const item of readItems(model, input)) {
      const event = draft.take(item);
      if (event !== null) yield event;
      if (draft.isFull || draft.isRefused) break;
    }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    failure = error;
  }
  const generated = yield* conclude(draft, failure, input, model.chat.name);
  model.onReport(reportOf(model, draft, generated, failure, input));
  return generated;
}

async function* readItems(
  model: AnswerModel,
  { question, passages, signal }: GenerateInput,
): AsyncGenerator<ReadItem, void, undefined> {
  const messages = model.writePrompt(question.text, passages, question.answerLang);
  const reader = new SentenceReader(passages.length, question.answerLang);
  const { limits, secrets } = model;
  try {
    for await (const part of streamText(model.chat, messages, { limits, signal, secrets }))
      yield* reader.push(part);
  } catch (error) {
    if (error instanceof ModelFailure) yield* reader.end(true);
    throw error;
  }
  yield* reader.end(false);
}

/** What has been accepted of the model's text so far. */
class Draft {
  readonly written: WrittenSentence[] = [];
  readonly list = new CitationList();
  readonly dropped: Record<string, number> = {};
  isRefused = false;
  readonly #passages: readonly PickedPassage[];
  readonly #lang: AnswerLang;

  constructor({ passages, question }: GenerateInput) {
    this.#passages = passages;
    this.#lang = question.answerLang;
  }

  get isFull(): boolean {
    return this.written.length >= MOST_SENTENCES;
  }

  /** The event that shows the item; null when there is nothing to show. */
  take(item: ReadItem): SentenceEvent | null {
    if (item.type === 'refusal' && this.written.length === 0) {
      this.isRefused = true;
      return null;
    }
    if (item.type !== 'sentence') {
      if (item.raw.trim() !== '') this.#count(item.type === 'dropped' ? item.reason : 'refusal');
      return null;
    }
    if (this.written.some(({ sentence }) => sentence.text === item.text)) {
      this.#count('repeated');
      return null;
    }
    const cited = item.citations.flatMap((n) => this.#passages[n - 1] ?? []);
    return this.add({ text: item.text, kind: stanceOf(item.text), speaker: null }, cited);
  }

  add(sentence: Omit<AnswerSentence, 'citations'>, passages: readonly PickedPassage[]): SentenceEvent {
    const known = this.list.citations.length;
    const citations = [...new Set(passages.map((passage) => this.list.add(passage)))];
    const whole = { ...sentence, citations };
    this.written.push({ sentence: whole, passages });
    const newCitations = this.list.citations.slice(known);
    return { type: 'sentence', sentence: whole, newCitations, lang: this.#lang };
  }

  #count(reason: string): void {
    this.dropped[reason] = (this.dropped[reason] ?? 0) + 1;
  }
}

function* conclude(
  draft: Draft,
  failure: ModelFailure | null,
  input: GenerateInput,
  name: string,
): Generator<SentenceEvent, Generated, undefined> {
  const { question, evidence, lexicon } = input;
  if (draft.isRefused) return { outcome: 'refused' };
  if (draft.written.length === 0) return { outcome: 'failed', failure: failure ?? unusable(draft, name) };
  const notices: Notice[] = failure === null ? [] : [cutShortNotice(question.answerLang)];
  const reply = findMissingReply(draft.written, evidence, question.answerLang, lexicon);
  const passage = reply.sentence === null ? null : replyPassage(reply.sentence, input);
  if (reply.sentence !== null && passage !== null)
    yield draft.add(extracted(reply.sentence, input), [passage]);
  if (reply.replyMissing) notices.push(...noticesOf(['no-denial-found'], question));
  return { outcome: 'answered', answer: toAnswer(draft, notices, input) };
}

function unusable(draft: Draft, name: string): ModelFailure {
  return Object.keys(draft.dropped).length === 0
    ? new ModelFailure('empty', `${name}: an empty answer`)
    : new ModelFailure('unsupported', `${name}: no sentence with a valid citation`);
}

/** The passage that the model was shown, or the sentence's own. */
function replyPassage(sentence: ReadSentence, { passages, texts }: GenerateInput): PickedPassage | null {
  return passages.find((passage) => holds(passage, sentence)) ?? passageOf(sentence, texts);
}

/** The sentence as the extractive answer shows it. */
function extracted(
  sentence: ReadSentence,
  { question, texts, stamp }: GenerateInput,
): Omit<AnswerSentence, 'citations'> {
  const text = composeAnswer(question, [sentence], [], texts, stamp).sentences[0]?.text ?? sentence.text;
  return { text, kind: sentence.kind, speaker: sentence.speaker?.name ?? null };
}

function toAnswer(draft: Draft, notices: readonly Notice[], { question, stamp }: GenerateInput): Answer {
  return {
    id: stamp.id,
    status: 'answered',
    method: 'model',
    lang: question.answerLang,
    asOf: stamp.now.toISOString(),
    sentences: draft.written.map(({ sentence }) => sentence),
    citations: draft.list.citations,
    notices,
    nearest: [],
    searched: null,
    suggestions: [],
  };
}

function reportOf(
  model: AnswerModel,
  draft: Draft,
  generated: Generated,
  failure: ModelFailure | null,
  { stamp }: GenerateInput,
): ModelReport {
  return {
    answerId: stamp.id,
    model: model.chat.name,
    outcome: generated.outcome,
    sentences: draft.written.length,
    dropped: draft.dropped,
    failure: generated.outcome === 'failed' ? generated.failure : failure,
  };
}
