/** A question and its passages to a cited answer in a chat model's words. */
import type { Answer, AnswerSentence, Notice } from '../../core/answer.ts';
import { ModelFailure } from '../../core/model-failure.ts';
import type { SourceText } from '../../core/retrieval.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { ReadSentence } from '../../reading/read-text.ts';
import { type AnswerStamp, composeAnswer, noticesOf } from '../compose-answer.ts';
import type { Evidence } from '../evidence.ts';
import type { Question } from '../question.ts';
import type { AnswerModel } from './answer-model.ts';
import { writeAnswerPrompt } from './answer-prompt.ts';
import type { TokenCount } from './budget-ledger.ts';
import { createSentenceCheck } from './check-sentence.ts';
import { Draft, type SentenceEvent } from './draft.ts';
import { findMissingReplies } from './keep-both-sides.ts';
import { createLeakCheck } from './leaks-prompt.ts';
import type { PromptMessages } from './load-prompt.ts';
import { cutShortNotice } from './model-notices.ts';
import { holds, type PickedPassage, passageOf } from './pick-passages.ts';
import { type ReadItem, SentenceReader } from './read-sentences.ts';
import { describeWriting, type Writing } from './writing.ts';

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

export type Generated = (
  | { readonly outcome: 'answered'; readonly answer: Answer }
  /** The model says that the passages do not hold the answer. */
  | { readonly outcome: 'refused' }
  /** Nothing was emitted, nothing can be shown. */
  | { readonly outcome: 'failed'; readonly failure: ModelFailure }
) & { readonly writing: Writing };

type Ended = Generated extends infer Each ? (Each extends unknown ? Omit<Each, 'writing'> : never) : never;

/**
 * Emits each sentence as soon as it is whole and its passages bear it out; what was emitted stays in the answer, even
 * when the model breaks off. Throws only when the signal aborts, or on defects.
 */
export async function* generateAnswer(
  model: AnswerModel,
  input: GenerateInput,
): AsyncGenerator<SentenceEvent, Generated, undefined> {
  const { passages, question, evidence, lexicon } = input;
  const messages = writeAnswerPrompt(model.prompts.answer, question.text, passages, question.answerLang);
  const check = createSentenceCheck({
    passages,
    evidence,
    lang: question.answerLang,
    lexicon,
    verify: model.verify,
    leaks: createLeakCheck(messages.system),
    extract: (sentence) => extracted(sentence, input),
  });
  const draft = new Draft(check, question.answerLang);
  let tokens: TokenCount | null = null;
  let failure: ModelFailure | null = null;
  try {
    for await (const item of readItems(model, input, messages, (told) => (tokens = told))) {
      const event = draft.take(item);
      if (event !== null) yield event;
      if (draft.isFull || draft.isRefused) break;
    }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    failure = error;
  }
  const ended = yield* conclude(draft, failure, input, model.caller.name);
  const told = ended.outcome === 'failed' ? ended.failure : failure;
  const writing = describeWriting(model, draft, ended.outcome, told, tokens);
  model.onReport({ answerId: input.stamp.id, ...writing.report });
  return { ...ended, writing };
}

async function* readItems(
  model: AnswerModel,
  { question, passages, signal }: GenerateInput,
  messages: PromptMessages,
  onTokens: (tokens: TokenCount) => void,
): AsyncGenerator<ReadItem, void, undefined> {
  const reader = new SentenceReader(passages.length, question.answerLang);
  try {
    for await (const part of model.caller.stream(messages, { signal, onTokens })) yield* reader.push(part);
  } catch (error) {
    if (error instanceof ModelFailure) yield* reader.end(true);
    throw error;
  }
  yield* reader.end(false);
}

function* conclude(
  draft: Draft,
  failure: ModelFailure | null,
  input: GenerateInput,
  name: string,
): Generator<SentenceEvent, Ended, undefined> {
  const { question, evidence, lexicon } = input;
  if (draft.isRefused) return { outcome: 'refused' };
  if (draft.written.length === 0) return { outcome: 'failed', failure: failure ?? unusable(draft, name) };
  const notices: Notice[] = failure === null ? [] : [cutShortNotice(question.answerLang)];
  const replies = findMissingReplies(draft.written, evidence, question.answerLang, lexicon);
  for (const { sentence } of replies) {
    const passage = sentence === null ? null : replyPassage(sentence, input);
    if (sentence === null || passage === null) continue;
    const added = extracted(sentence, input);
    // A source of two cases has one reply to both.
    if (!draft.written.some((item) => item.sentence.text === added.text)) yield draft.add(added, [passage]);
  }
  if (replies.some(({ replyMissing }) => replyMissing))
    notices.push(...noticesOf(['no-denial-found'], question));
  return { outcome: 'answered', answer: toAnswer(draft, notices, input) };
}

function unusable(draft: Draft, name: string): ModelFailure {
  return Object.keys(draft.dropped).length === 0
    ? new ModelFailure('empty', `${name}: an empty answer`)
    : new ModelFailure('unsupported', `${name}: no sentence that its passages bear out`);
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
  const composed = composeAnswer(question, [sentence], [], texts, stamp).sentences[0];
  return {
    text: composed?.text ?? sentence.text,
    kind: sentence.kind,
    speaker: composed?.speaker ?? null,
  };
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
