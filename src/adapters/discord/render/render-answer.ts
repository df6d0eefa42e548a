/** An answer as Discord's messages: what is said and by whom, the notices, then a card for each source. */
import type { Answer, AnswerLang, AnswerSentence, Citation } from '../../../core/answer.ts';
import { formatDate } from '../../../core/format-date.ts';
import { answerButtons } from './answer-buttons.ts';
import { type DiscordMessage, toMessages } from './discord-message.ts';
import { DISCORD_PHRASES } from './discord-phrases.ts';
import { excerptEmbeds, nearestEmbeds, sourceEmbeds } from './source-embeds.ts';
import { fixed, foreignLine } from './spans.ts';
import { type Block, block, packBlocks, sentenceBlocks } from './write-contents.ts';

/**
 * The whole answer, or what the corpus has instead; at least one message. Nothing is left out: what one message cannot
 * hold goes on in the next. Only the last has buttons. Send them with `allowed_mentions: {parse: []}`.
 */
export function renderAnswer(answer: Answer): DiscordMessage[] {
  const blocks = sentenceBlocks(answer.sentences, answer.citations, answer.lang);
  const unanswered = answer.status === 'unanswered';
  if (unanswered) blocks.push(...searchBlocks(answer));
  blocks.push(...answer.notices.map(({ text }) => block(fixed('-# '), foreignLine(text))));
  blocks.push(...asOfBlocks(answer));
  if (unanswered) blocks.push(...suggestionBlocks(answer));
  const embeds = [...sourceEmbeds(answer), ...nearestEmbeds(answer)];
  const messages = toMessages(packBlocks(blocks), embeds);
  const last = messages.pop() ?? { content: '…', embeds: [], components: [] };
  return [...messages, { ...last, components: answerButtons(answer) }];
}

/**
 * The sentences so far, while the answer is being written: without sources and buttons. Each content is the beginning
 * of the content that `renderAnswer` gives to the message of that place, so that nothing shown moves.
 *
 * @param lang of the labels: the answer's, where it is known.
 * @returns no message for no sentence.
 */
export function renderPartial(
  sentences: readonly AnswerSentence[],
  citations: readonly Citation[],
  lang: AnswerLang,
): DiscordMessage[] {
  return toMessages(packBlocks(sentenceBlocks(sentences, citations, lang)), []);
}

/** The sources of an answer once more; at least one message. */
export function renderSources(answer: Answer): DiscordMessage[] {
  const messages = toMessages(changes(answer), [...sourceEmbeds(answer), ...nearestEmbeds(answer)]);
  return messages.length > 0 ? messages : toMessages([DISCORD_PHRASES[answer.lang].noSources], []);
}

/** The words that the answer rests on; at least one message. */
export function renderExcerpts(answer: Answer): DiscordMessage[] {
  const messages = toMessages(changes(answer), excerptEmbeds(answer));
  return messages.length > 0 ? messages : toMessages([DISCORD_PHRASES[answer.lang].noSources], []);
}

/** What has become of the sources since the answer was given. */
function changes({ notices }: Answer): string[] {
  const told = notices.filter(({ code }) => code === 'source-corrected' || code === 'source-withdrawn');
  return packBlocks(told.map(({ text }) => block(fixed('-# '), foreignLine(text))));
}

/** A greeting returned rests on nothing that could grow old. */
function asOfBlocks({ status, searched, asOf, lang }: Answer): Block[] {
  if (status === 'unanswered' && searched === null) return [];
  return [block(fixed('-# '), foreignLine(DISCORD_PHRASES[lang].asOf(formatDate(asOf, lang))))];
}

function searchBlocks({ lang, searched, lead }: Answer): Block[] {
  const phrases = DISCORD_PHRASES[lang];
  const looked = searched === null ? '' : `\n${phrases.searched(searched.sources, searched.passages)}`;
  if (lead === undefined) return [block(fixed(`**${phrases.unanswered}**${looked}`))];
  return [block(foreignLine(lead, { bold: true }), fixed(looked))];
}

/** The suggestions in full, since buttons shorten them, and the heading of the cards that follow. */
function suggestionBlocks({ lang, suggestions, nearest }: Answer): Block[] {
  const phrases = DISCORD_PHRASES[lang];
  const list = suggestions.map((suggestion, i) => ({
    ...block(fixed(`${i + 1}\\. `), foreignLine(suggestion)),
    continues: true,
  }));
  return [
    ...(list.length === 0 ? [] : [block(fixed(`**${phrases.suggestions}**`)), ...list]),
    ...(nearest.length === 0 ? [] : [block(fixed(`**${phrases.nearest}**`))]),
  ];
}
