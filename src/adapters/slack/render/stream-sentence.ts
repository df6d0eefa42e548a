/** A sentence of an answer in Slack's markdown, for a message that grows. */
import type { AnswerLang, AnswerSentence, Citation } from '../../../core/answer.ts';
import { kindLabel } from './answer-paragraphs.ts';
import { markdownUrl } from './link-url.ts';
import { markdownText } from './neutral-text.ts';
import { SLACK_PHRASES } from './slack-phrases.ts';

/** Slack's limit for `markdown_text` in one call, in characters. */
const LONGEST_PIECE = 12_000;

/**
 * Characters of markdown after which a stream should take no more sentences: the rest comes in the blocks at its end and
 * in further messages. Leaves room for sources and buttons within what a message is known to hold.
 */
export const STREAM_ROOM = 7_000;

/**
 * @param sources the sources named so far by their numbers, those that are new with this sentence among them.
 * @returns what to append, each piece at most 12,000 characters. Links and escapes are whole in each.
 */
export function streamSentence(
  { text, citations, kind, speaker }: AnswerSentence,
  sources: ReadonlyMap<number, Citation>,
  lang: AnswerLang,
): string[] {
  const label = kindLabel(kind, lang);
  const lead =
    label === null
      ? []
      : [
          `**${label}**`,
          ...(speaker === null ? [] : [' · ', ...markdownText(speaker, false)]),
          SLACK_PHRASES[lang].colon,
        ];
  const numbers = citations.map((n) => {
    const url = markdownUrl(sources.get(n)?.url ?? null);
    return url === null ? `\\[${n}\\]` : `[\\[${n}\\]](${url})`;
  });
  return joined([...lead, ...markdownText(text, label === null), ' ', ...numbers, '\n\n']);
}

/** As few pieces as hold the parts. */
function joined(parts: readonly string[]): string[] {
  const pieces = [''];
  for (const part of parts) {
    const last = pieces.at(-1) ?? '';
    if (last.length + part.length <= LONGEST_PIECE) pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
  }
  return pieces;
}
