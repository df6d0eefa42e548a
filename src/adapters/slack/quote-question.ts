/** What was asked, above the answer, where others cannot see it: a command, a button. */

import { cutText } from './plain-text.ts';
import { literalText } from './render/literal-text.ts';
import { messageFallback } from './render/message-fallback.ts';
import { markdownText } from './render/neutral-text.ts';
import type { Block, SlackMessage } from './render/slack-message.ts';

export interface Quote {
  /** Who asked. */
  readonly user: string;
  readonly text: string;
}

/** Characters; the rest of a long question helps nobody to understand the answer. */
const LONGEST_QUOTE = 600;
/** A message's blocks as JSON, as the renderer packs them. */
const ROOM = 9_800;
const MOST_BLOCKS = 50;

const shown = ({ text }: Quote): string => cutText(literalText(text).trim(), LONGEST_QUOTE) || '—';

function quoteBlock(quote: Quote): Block {
  return {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'user', user_id: quote.user }] },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: shown(quote) }] },
    ],
  };
}

/** Characters that the quotation takes of a message. */
export function quoteSize(quote: Quote): number {
  return JSON.stringify(quoteBlock(quote)).length + 1;
}

/** The messages with the quotation above them; in a message of its own where the first has no room. */
export function quoteAbove(messages: readonly SlackMessage[], quote: Quote | null): readonly SlackMessage[] {
  const [first, ...rest] = messages;
  if (quote === null || first === undefined) return messages;
  const block = quoteBlock(quote);
  const fits = first.blocks.length < MOST_BLOCKS && JSON.stringify([block, ...first.blocks]).length <= ROOM;
  if (!fits) return [{ text: messageFallback([block]), blocks: [block] }, ...messages];
  const blocks = [block, ...first.blocks];
  return [{ text: messageFallback(blocks), blocks }, ...rest];
}

/** For a message that grows: the beginning of its markdown. */
export function quoteMarkdown(quote: Quote | null): string {
  return quote === null ? '' : `> ${markdownText(shown(quote), true).join('')}\n\n`;
}
