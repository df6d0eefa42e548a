/** A notice as Slack messages: lines shown as they are, and a link where a line is an address and nothing else. */
import { linkUrl } from './link-url.ts';
import { packMessages } from './pack-messages.ts';
import type { Paragraph, SlackMessage } from './slack-message.ts';

/** @param text of several lines, foreign in parts; not empty. */
export function renderNotice(text: string): SlackMessage[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return packMessages(
    lines.map((line): Paragraph => {
      const url = /^\s*https?:\/\/\S+\s*$/i.test(line) ? linkUrl(line.trim()) : null;
      return { runs: [url === null ? { text: line } : { text: line.trim(), url }], gap: '\n' };
    }),
  );
}
