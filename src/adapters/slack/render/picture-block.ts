/** The picture of a report as a block, which shows a file of the app's own. */
import type { PictureFrame } from '../../../core/picture.ts';
import { literalText } from './literal-text.ts';
import { messageFallback } from './message-fallback.ts';
import type { Block, SlackMessage } from './slack-message.ts';

/** Slack's limit for the description of a file, in characters; that of a block is wider. */
const LONGEST_ALT = 1_000;
/** Stands for a file that is still on its way, and is as long as ids are, with some to spare. */
export const COMING = 'F000000000000000';

export function pictureAlt({ alt }: Pick<PictureFrame, 'alt'>): string {
  return literalText(alt).slice(0, LONGEST_ALT).toWellFormed().trim() || '—';
}

export function pictureBlock(picture: Pick<PictureFrame, 'alt'>, file: string): Block {
  return { type: 'image', slack_file: { id: file }, alt_text: pictureAlt(picture) };
}

/** The message with the file in the place that was kept for it. */
export function withFile({ blocks }: SlackMessage, file: string): SlackMessage {
  const shown = blocks.map((block) =>
    isPicture(block) ? pictureBlock({ alt: block.alt_text }, file) : block,
  );
  return { text: messageFallback(shown), blocks: shown };
}

/** The message as long as there is no file. */
export function withoutPicture(message: SlackMessage): SlackMessage {
  if (!message.blocks.some(isPicture)) return message;
  const blocks = message.blocks.filter((block) => !isPicture(block));
  return { text: messageFallback(blocks), blocks };
}

export function hasPicture({ blocks }: SlackMessage): boolean {
  return blocks.some(isPicture);
}

function isPicture(block: Block): block is Extract<Block, { type: 'image' }> {
  return block.type === 'image';
}
