/** The text that stands for a message where its blocks cannot be shown: in notifications, for screen readers. */
import { fallbackText } from './neutral-text.ts';
import type { Block } from './slack-message.ts';

export function messageFallback(blocks: readonly Block[]): string {
  const said = blocks.map(blockText).filter(Boolean).join('\n');
  // Buttons add nothing to what is said, but a message must not be nameless.
  return fallbackText(said === '' ? blocks.map(buttonLabels).filter(Boolean).join('\n') : said);
}

function buttonLabels(block: Block): string {
  if (block.type !== 'actions') return '';
  return block.elements.map((element) => (element.type === 'button' ? element.text.text : '')).join(' · ');
}

function blockText(block: Block): string {
  if (block.type === 'rich_text')
    return block.elements
      .map((part) => part.elements.map((run) => ('text' in run ? (run.text ?? '') : '')).join(''))
      .join('\n');
  if (block.type === 'section' || block.type === 'header') return block.text?.text ?? '';
  if (block.type === 'image') return block.alt_text;
  if (block.type === 'context')
    return block.elements.map((element) => ('text' in element ? element.text : '')).join('\n');
  return '';
}
