/** What the reader must know of the whole, small and grey. */
import { plainText } from './answer-actions.ts';
import { literalText } from './literal-text.ts';
import type { FixedBlocks } from './slack-message.ts';
import { splitText } from './split-text.ts';

/** Slack's limit for a text object is 3,000 characters. */
const LONGEST_NOTICE = 2_000;

/** A block for each piece; none for a blank text, which Slack would refuse. */
export function noticeItems(text: string): FixedBlocks[] {
  const items: FixedBlocks[] = [];
  for (let rest = literalText(text).trim(); rest !== ''; ) {
    const [piece, more] = splitText(rest, LONGEST_NOTICE);
    items.push({ blocks: [{ type: 'context', elements: [plainText(piece)] }] });
    rest = more;
  }
  return items;
}
