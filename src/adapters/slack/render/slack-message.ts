/** What the renderer makes: blocks in Slack's form, and runs of literal text from which they are packed. */
import type { types } from '@slack/bolt';

export type Block = types.KnownBlock;

/** One message. Post it with `unfurl_links` and `unfurl_media` off, and `mrkdwn` off for the fallback text. */
export interface SlackMessage {
  /** For notifications and screen readers; neutralised, at most 4,000 characters. */
  readonly text: string;
  readonly blocks: Block[];
}

/** A piece of a line, shown as it is: in rich text nothing is interpreted. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Where a click leads; from `linkUrl`. */
  readonly url?: string | null;
}

export interface Paragraph {
  readonly runs: readonly Run[];
  /** With a bar at its side, as Slack shows quotations. */
  readonly quoted?: boolean;
  /** What parts it from the paragraph before; an empty line where nothing is said. */
  readonly gap?: '\n' | '\n\n';
  /** Begins a part of the message, with a line above it. */
  readonly ruled?: boolean;
  /** Stands in one message with the paragraph after it, where one can hold both. */
  readonly keepWithNext?: boolean;
}

/** Blocks that stay together in one message. */
export interface FixedBlocks {
  readonly blocks: readonly Block[];
}
