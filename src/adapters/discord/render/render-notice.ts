/** A notice as Discord's messages: lines shown literally, and a link where a line is an address and nothing else. */
import { type DiscordMessage, toMessages } from './discord-message.ts';
import { signature } from './sign-message.ts';
import { shownUrl } from './source-link.ts';
import { fixed, foreignLine } from './spans.ts';
import { block, packBlocks } from './write-contents.ts';

/**
 * @param text of several lines, foreign in parts.
 * @param mark letters and digits, in small print at the end: by it the notice is known again.
 */
export function renderNotice(text: string, mark: string): DiscordMessage[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const blocks = lines.map((line) => {
    const alone = /^\s*https?:\/\/\S+\s*$/i.test(line);
    return { ...block(alone ? shownUrl(line.trim()) : foreignLine(line)), continues: true };
  });
  return toMessages(packBlocks([...blocks, { ...block(fixed(signature(mark))), continues: true }]), []);
}
