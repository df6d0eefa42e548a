/** An answer as text to be copied: in blocks of code, which show it as it is. */
import type { types } from '@slack/bolt';
import type { Answer } from '../../../core/answer.ts';
import { citationText } from '../../../core/citation-text.ts';
import { literalText } from './literal-text.ts';
import { packMessages } from './pack-messages.ts';
import { runElements } from './rich-elements.ts';
import type { SlackMessage } from './slack-message.ts';
import { splitText } from './split-text.ts';

/** Characters as JSON of one block, which a message has room for beside what surrounds it. */
const LONGEST_BLOCK = 9_000;

/** One block wherever a message has room for it, so that it can be copied at once. */
export function renderCitation(answer: Answer): SlackMessage[] {
  const blocks: types.RichTextBlock[] = [];
  for (let rest = literalText(citationText(answer, answer.lang)); rest !== ''; ) {
    const [piece, more] = splitText(rest, LONGEST_BLOCK);
    const elements = runElements({ text: piece });
    blocks.push({ type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements }] });
    rest = more;
  }
  return packMessages(blocks.map((block) => ({ blocks: [block] })));
}
