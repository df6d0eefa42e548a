/** The messages in which a reply ends, whatever it ends with. */
import type { AnswerLang, Citation } from '../../core/answer.ts';
import type { ReplyEvent } from '../../core/chat.ts';
import { type Quote, quoteAbove, quoteSize } from './quote-question.ts';
import { sentenceParagraph, sourceParagraphs } from './render/answer-paragraphs.ts';
import { packMessages } from './render/pack-messages.ts';
import { renderAnswer, renderStreamEnd, type StreamEnd } from './render/render-answer.ts';
import { renderReport } from './render/render-report.ts';
import { renderFailure, renderText } from './render/render-text.ts';
import type { Paragraph, SlackMessage } from './render/slack-message.ts';

export type SentenceEvent = Extract<ReplyEvent, { type: 'sentence' }>;
export type FinalEvent = Exclude<ReplyEvent, { type: 'status' | 'sentence' }>;

/** What was told before the end. */
export interface Told {
  readonly sentences: readonly SentenceEvent[];
  /** Of the labels, as far as it is known. */
  readonly lang: AnswerLang;
}

export function citationsOf(sentences: readonly SentenceEvent[]): Citation[] {
  return sentences.flatMap(({ newCitations }) => newCitations);
}

/** The sentences as far as they have come: one message. */
export function growingMessage(told: Told, quote: Quote | null): SlackMessage | undefined {
  return quoteAbove(packMessages(paragraphs(told, 0)), quote)[0];
}

/** The complete reply; a report with a picture keeps its place. */
export function wholeMessages(final: FinalEvent, told: Told, quote: Quote | null): readonly SlackMessage[] {
  if (final.type !== 'answer') {
    const said = ending(final, quote === null ? 0 : quoteSize(quote));
    const partial = [...paragraphs(told, 0), ...sourceParagraphs(citationsOf(told.sentences), told.lang)];
    return quoteAbove(partial.length === 0 ? said : packMessages([...partial, ...asItems(said)]), quote);
  }
  if (quote === null) return renderAnswer(final.answer);
  // The renderer leaves room for the quotation.
  const { blocks, further } = renderStreamEnd(final.answer, { sentences: 0, characters: quoteSize(quote) });
  return quoteAbove([{ text: '', blocks }, ...further], quote);
}

/** What is left to show below the text that was streamed. */
export function streamEnd(
  final: FinalEvent,
  told: Told,
  streamed: { readonly sentences: number; readonly characters: number },
): StreamEnd {
  if (final.type === 'answer') return renderStreamEnd(final.answer, streamed);
  const items = [
    ...paragraphs(told, streamed.sentences),
    ...sourceParagraphs(citationsOf(told.sentences), told.lang),
    ...asItems(ending(withoutItsPicture(final))),
  ];
  const [first, ...further] = packMessages(items, Math.max(1, streamed.characters));
  return { blocks: first?.blocks ?? [], further };
}

type Ending = Exclude<FinalEvent, { type: 'answer' }>;

/** What ends a stream cannot be changed while a picture is on its way. */
function withoutItsPicture(final: Ending): Ending {
  return final.type === 'report' ? { type: 'report', report: final.report } : final;
}

/** @param taken characters that the first message holds already. */
function ending(final: Ending, taken = 0): SlackMessage[] {
  if (final.type === 'report') return renderReport(final.report, taken, final.picture);
  return final.type === 'text' ? renderText(final.text) : renderFailure(final.text, final.referenceId);
}

function asItems(messages: readonly SlackMessage[]) {
  return messages.map(({ blocks }) => ({ blocks }));
}

function paragraphs({ sentences, lang }: Told, from: number): Paragraph[] {
  const sources = new Map(citationsOf(sentences).map((citation) => [citation.n, citation]));
  return sentences.slice(from).map(({ sentence }) => sentenceParagraph(sentence, sources, lang));
}
