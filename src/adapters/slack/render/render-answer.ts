/** A complete answer as Slack messages. */
import type { Answer, Citation } from '../../../core/answer.ts';
import { formatDate } from '../../../core/format-date.ts';
import { answerButtons, suggestionBlock } from './answer-actions.ts';
import { headed, nearestParagraphs, sentenceParagraph, sourceParagraphs } from './answer-paragraphs.ts';
import { noticeItems } from './notice-items.ts';
import { packMessages } from './pack-messages.ts';
import type { FixedBlocks, Paragraph, SlackMessage } from './slack-message.ts';
import { SLACK_PHRASES } from './slack-phrases.ts';

/** Sentences with their numbers, notices, sources, buttons: as few messages as hold them, in the order to post them. */
export function renderAnswer(answer: Answer): SlackMessage[] {
  return packMessages(answerItems(answer, 0));
}

export interface StreamEnd {
  /** For chat.stopStream, which puts them below the streamed text; may be empty. */
  readonly blocks: SlackMessage['blocks'];
  /** What did not fit: to be posted after the stream, in order. */
  readonly further: SlackMessage[];
}

/**
 * What is left to show when sentences of the answer were streamed.
 *
 * @param streamed how many sentences, and how many characters of markdown they took: the streamed text may count
 *   among the blocks of the message.
 */
export function renderStreamEnd(
  answer: Answer,
  streamed: { readonly sentences: number; readonly characters: number },
): StreamEnd {
  const [first, ...further] = packMessages(
    answerItems(answer, streamed.sentences),
    Math.max(1, streamed.characters),
  );
  return { blocks: first?.blocks ?? [], further };
}

function answerItems(answer: Answer, shown: number): (Paragraph | FixedBlocks)[] {
  const sources = new Map<number, Citation>(answer.citations.map((citation) => [citation.n, citation]));
  return [
    ...answer.sentences.slice(shown).map((sentence) => sentenceParagraph(sentence, sources, answer.lang)),
    ...(answer.status === 'unanswered' ? unansweredItems(answer) : []),
    ...answer.notices.flatMap(({ text }) => noticeItems(text)),
    ...sourceParagraphs(answer.citations, answer.lang),
    ...asOfItems(answer),
    { blocks: answerButtons(answer) },
  ];
}

/** A greeting returned rests on nothing that could grow old. */
function asOfItems({ status, searched, asOf, lang }: Answer): FixedBlocks[] {
  if (status === 'unanswered' && searched === null) return [];
  return noticeItems(SLACK_PHRASES[lang].asOf(formatDate(asOf, lang)));
}

function unansweredItems({
  lang,
  searched,
  nearest,
  suggestions,
  lead,
}: Answer): (Paragraph | FixedBlocks)[] {
  const phrases = SLACK_PHRASES[lang];
  const amount = searched === null ? '' : `\n${phrases.searched(searched.sources, searched.passages)}`;
  const items: (Paragraph | FixedBlocks)[] = [
    { runs: [{ text: lead ?? phrases.unanswered, bold: true }, { text: amount }] },
    ...nearestParagraphs(nearest, lang),
  ];
  for (const [i, question] of suggestions.entries()) {
    const block = suggestionBlock(question, i, lang);
    const item = block === null ? { runs: [{ text: question }] } : { blocks: [block] };
    items.push(...(i === 0 ? underHeading(phrases.suggestions, item) : [item]));
  }
  return items;
}

function underHeading(heading: string, item: Paragraph | FixedBlocks): (Paragraph | FixedBlocks)[] {
  if ('runs' in item) return [headed(heading, item)];
  const section = {
    type: 'rich_text_section' as const,
    elements: [{ type: 'text' as const, text: heading, style: { bold: true } }],
  };
  return [{ blocks: [{ type: 'divider' }, { type: 'rich_text', elements: [section] }, ...item.blocks] }];
}
