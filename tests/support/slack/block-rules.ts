/**
 * What Slack takes as blocks and as a message, after its Block Kit reference (docs.slack.dev/reference/block-kit) and
 * the arguments of chat.postMessage. Covers the kinds of blocks and elements that the app uses or may use.
 */
import {
  actionsElement,
  contextActionsElement,
  contextImage,
  inputElement,
  sectionAccessory,
} from './element-rules.ts';
import { anyText, named, plainText, slackFile } from './object-rules.ts';
import { richTextElements } from './rich-text-rules.ts';
import { address, boolean, byType, count, isRecord, list, object, type Rule, string } from './rule.ts';

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home';

const MOST_BLOCKS: Record<Surface, number> = { message: 50, modal: 100, home: 100 };
/** Over all markdown blocks of a payload, and for `markdown_text`. */
const LONGEST_MARKDOWN = 12_000;
/** Longer texts are cut off by chat.postMessage. */
const LONGEST_TEXT = 40_000;
/**
 * Not documented: messages are refused for the sum of their blocks (`msg_blocks_too_long`), as was reported from 11,341
 * characters on. All strings count here except those that name a type or an id.
 */
const MOST_CHARACTERS = 10_000;

const block_id = string(1, 255);

const EVERYWHERE: Readonly<Record<string, Rule>> = {
  section: count(
    ['text', 'fields'],
    1,
    2,
    object(
      { type: named },
      {
        block_id,
        text: anyText(3_000),
        fields: list(anyText(2_000), 1, 10),
        accessory: sectionAccessory,
        expand: boolean,
      },
    ),
  ),
  header: object({ type: named, text: plainText(150) }, { block_id }),
  divider: object({ type: named }, { block_id }),
  context: object(
    {
      type: named,
      elements: list(byType({ plain_text: anyText(), mrkdwn: anyText(), image: contextImage }), 1, 10),
    },
    { block_id },
  ),
  actions: object({ type: named, elements: list(actionsElement, 1, 25) }, { block_id }),
  image: count(
    ['image_url', 'slack_file'],
    1,
    1,
    object(
      { type: named, alt_text: string(1, 2_000) },
      { block_id, image_url: address, slack_file: slackFile, title: plainText(2_000) },
    ),
  ),
  input: object(
    { type: named, label: plainText(2_000), element: inputElement },
    { block_id, hint: plainText(2_000), optional: boolean, dispatch_action: boolean },
  ),
  rich_text: object({ type: named, elements: richTextElements }, { block_id }),
};

const IN_MESSAGES: Readonly<Record<string, Rule>> = {
  context_actions: object({ type: named, elements: list(contextActionsElement, 1, 5) }, { block_id }),
  markdown: object({ type: named, text: string(1, LONGEST_MARKDOWN) }, { block_id }),
};

/**
 * @param surface a modal and the home tab take more blocks, but none that belong to messages alone.
 * @returns one sentence for each thing Slack would refuse; empty when it would take the blocks.
 */
export function blockProblems(blocks: unknown, surface: Surface = 'message'): string[] {
  const problems: string[] = [];
  const kinds = surface === 'message' ? { ...EVERYWHERE, ...IN_MESSAGES } : EVERYWHERE;
  list(byType(kinds), 0, MOST_BLOCKS[surface])(blocks, 'blocks', problems);
  if (!Array.isArray(blocks)) return problems;
  problems.push(...repeated(blocks.map(fieldOf('block_id')), 'block_id'));
  for (const block of blocks) problems.push(...repeated(actionIds(block), 'action_id in one block'));
  const markdown = blocks
    .filter((block) => isRecord(block) && block.type === 'markdown')
    .map(fieldOf('text'));
  if (markdown.join('').length > LONGEST_MARKDOWN)
    problems.push(`the markdown blocks have more than ${LONGEST_MARKDOWN} characters together`);
  return problems;
}

/** @returns one sentence for each thing for which Slack would refuse or cut the message; empty when it would take it. */
export function messageProblems(message: {
  readonly text?: string;
  readonly blocks?: unknown;
  readonly markdown_text?: string;
}): string[] {
  const { text, blocks, markdown_text } = message;
  const problems: string[] = [];
  if (text !== undefined) string(0, LONGEST_TEXT)(text, 'text', problems);
  if (markdown_text !== undefined) {
    string(1, LONGEST_MARKDOWN)(markdown_text, 'markdown_text', problems);
    if (text !== undefined || blocks !== undefined)
      problems.push('markdown_text may not be combined with text or blocks');
  }
  const hasBlocks = Array.isArray(blocks) && blocks.length > 0;
  if (!hasBlocks && markdown_text === undefined && (text ?? '').trim() === '') problems.push('no text');
  if (blocks === undefined) return problems;
  problems.push(...blockProblems(blocks));
  const characters = countCharacters(blocks);
  if (characters >= MOST_CHARACTERS)
    problems.push(
      `the blocks have ${characters} characters together, fewer than ${MOST_CHARACTERS} are taken`,
    );
  return problems;
}

/** Names of types and ids are not content. */
const NOT_CONTENT = ['type', 'style', 'action_id', 'block_id'];

function countCharacters(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countCharacters(item), 0);
  if (!isRecord(value)) return 0;
  const content = Object.entries(value).filter(([name]) => !NOT_CONTENT.includes(name));
  return content.reduce((sum, [, field]) => sum + countCharacters(field), 0);
}

function fieldOf(name: string): (value: unknown) => unknown {
  return (value) => (isRecord(value) ? value[name] : undefined);
}

function actionIds(block: unknown): unknown[] {
  if (!isRecord(block)) return [];
  const elements = Array.isArray(block.elements) ? block.elements : [block.accessory, block.element];
  return elements.map(fieldOf('action_id'));
}

function repeated(ids: readonly unknown[], what: string): string[] {
  const given = ids.filter((id) => id !== undefined);
  return new Set(given).size === given.length ? [] : [`a ${what} is used twice`];
}
