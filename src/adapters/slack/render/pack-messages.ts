/** Lays paragraphs and blocks out over as few messages as hold them. */
import type { types } from '@slack/bolt';
import { messageFallback } from './message-fallback.ts';
import { cutElement, jsonSize, type RunElement, runElements } from './rich-elements.ts';
import type { Block, FixedBlocks, Paragraph, SlackMessage } from './slack-message.ts';

/** Slack's limit for a message. */
const MOST_BLOCKS = 50;
/**
 * Characters of a message's blocks as JSON. Slack refuses messages whose blocks are too long together; where exactly is
 * not documented, nor what it counts, and refusals were reported from 11,341 on. Counted is what is the most.
 */
const ROOM = 9_800;
/** A paragraph that is longer than a whole message is begun in the room that is left only if it is at least this. */
const WORTH_BEGINNING = 1_000;
/** What a paragraph's companion takes beside its text. */
const COMPANION = 100;

interface Page {
  readonly blocks: Block[];
  /** Characters as JSON. */
  size: number;
}
type Container = types.RichTextSection | types.RichTextQuote;

/**
 * A paragraph stays in one message where one can hold it; a longer one is cut between words. Fixed blocks stay together.
 *
 * @param taken characters that the first message holds already.
 * @returns the messages in order. Where something was taken, the first may have no blocks.
 */
export function packMessages(items: readonly (Paragraph | FixedBlocks)[], taken = 0): SlackMessage[] {
  const pages: Page[] = [{ blocks: [], size: Math.min(taken, ROOM) }];
  let page = pages[0] as Page;
  for (const [i, item] of items.entries()) {
    const next = items[i + 1];
    if ('blocks' in item) addBlocks(item.blocks);
    else addParagraph(item, item.keepWithNext && next !== undefined && 'runs' in next ? next : null);
  }
  const used = taken > 0 ? pages : pages.filter(({ blocks }) => blocks.length > 0);
  return used.map(({ blocks }) => ({ text: messageFallback(blocks), blocks }));

  function turnPage(): void {
    page = { blocks: [], size: 0 };
    pages.push(page);
  }

  function addBlocks(blocks: readonly Block[]): void {
    const size = blocks.reduce((sum, block) => sum + jsonSize(block), 0);
    const full = page.blocks.length + blocks.length > MOST_BLOCKS || page.size + size > ROOM;
    if (full && page.size > 0) turnPage();
    page.blocks.push(...blocks);
    page.size += size;
  }

  function addParagraph(paragraph: Paragraph, companion: Paragraph | null): void {
    const elements = paragraph.runs.flatMap(runElements);
    const size = elementsSize(elements);
    const withIt = companion === null ? 0 : COMPANION + elementsSize(companion.runs.flatMap(runElements));
    if (elements.length > 0 && shouldTurn(page, paragraph, size, size + withIt)) turnPage();
    let container: Container | undefined;
    for (const element of elements) {
      for (let rest: RunElement | undefined = element; rest !== undefined; ) {
        // Opened only for what is put in: Slack refuses an empty one.
        const room = ROOM - page.size - (container === undefined ? opening(page, paragraph).size : 0);
        const [fits, more]: readonly (RunElement | undefined)[] =
          jsonSize(rest) <= room ? [rest, undefined] : (cutElement(rest, room) ?? [undefined, rest]);
        if (fits !== undefined) {
          container ??= open(page, paragraph);
          container.elements.push(fits);
          page.size += jsonSize(fits);
        }
        rest = more;
        if (more === undefined) continue;
        turnPage();
        container = undefined;
      }
    }
  }
}

/** Whether the paragraph, or it and its companion together, should begin on a new page. */
function shouldTurn(page: Page, paragraph: Paragraph, size: number, together: number): boolean {
  const empty: Page = { blocks: [], size: 0 };
  if (page.size === 0) return false;
  for (const whole of [together, size]) {
    if (hasRoom(page, paragraph, whole)) return false;
    if (hasRoom(empty, paragraph, whole)) return true;
  }
  return !hasRoom(page, paragraph, WORTH_BEGINNING);
}

function elementsSize(elements: readonly RunElement[]): number {
  return elements.reduce((sum, element) => sum + jsonSize(element), 0);
}

function hasRoom(page: Page, paragraph: Paragraph, size: number): boolean {
  const more = opening(page, paragraph);
  return page.blocks.length + more.blocks.length <= MOST_BLOCKS && page.size + more.size + size <= ROOM;
}

/** What has to be there before the paragraph's first element. */
function opening(page: Page, { quoted, gap, ruled }: Paragraph) {
  const container: Container = { type: quoted ? 'rich_text_quote' : 'rich_text_section', elements: [] };
  const last = page.blocks.at(-1);
  const lastContainer = last?.type === 'rich_text' ? last.elements.at(-1) : undefined;
  if (last?.type === 'rich_text' && !ruled) {
    if (quoted) return { blocks: [], container, into: last, size: jsonSize(container) };
    if (lastContainer?.type === 'rich_text_section') {
      const separator: RunElement = { type: 'text', text: gap ?? '\n\n' };
      return { blocks: [], container: lastContainer, separator, size: jsonSize(separator) };
    }
  }
  const richText: types.RichTextBlock = { type: 'rich_text', elements: [container] };
  const blocks: Block[] = ruled && page.blocks.length > 0 ? [{ type: 'divider' }, richText] : [richText];
  return { blocks, container, size: blocks.reduce((sum, block) => sum + jsonSize(block), 0) };
}

/** @returns where the paragraph's elements belong. */
function open(page: Page, paragraph: Paragraph): Container {
  const { blocks, container, into, separator, size } = {
    into: undefined,
    separator: undefined,
    ...opening(page, paragraph),
  };
  if (separator !== undefined) container.elements.push(separator);
  into?.elements.push(container);
  page.blocks.push(...blocks);
  page.size += size;
  return container;
}
