/** The rules for Slack's payloads: what the documentation shows is taken, what it forbids is not. */
import { describe, expect, it } from 'vitest';
import { blockProblems, messageProblems } from '../../support/slack/block-rules.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const richText = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), action_id: 'go', ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const choice = (value: string) => ({ text: plain('One'), value });
const feedback = (value: string) => ({ text: plain('Good'), value, accessibility_label: 'Good' });
const input = (element: object) => ({ type: 'input', label: plain('Label'), element });

describe('blocks that Slack takes', () => {
  it.each([
    ['a section', section('*bold*')],
    ['a section with fields', { type: 'section', fields: [plain('a'), plain('b')], accessory: button() }],
    ['a header', { type: 'header', text: plain('Title') }],
    ['a divider', { type: 'divider', block_id: 'line' }],
    [
      'a context',
      {
        type: 'context',
        elements: [plain('x'), { type: 'image', image_url: 'https://a.example/i.png', alt_text: 'i' }],
      },
    ],
    ['buttons', actions(button({ style: 'primary', value: 'v' }))],
    ['a menu', actions({ type: 'static_select', options: [choice('1')], action_id: 'm' })],
    ['an external menu', input({ type: 'external_select', min_query_length: 1, placeholder: plain('Case') })],
    ['an overflow', actions({ type: 'overflow', options: [{ ...choice('1'), url: 'https://a.example' }] })],
    [
      'feedback',
      {
        type: 'context_actions',
        elements: [
          { type: 'feedback_buttons', positive_button: feedback('+'), negative_button: feedback('-') },
        ],
      },
    ],
    [
      'rich text',
      richText(
        { type: 'text', text: 'a', style: { bold: true } },
        { type: 'link', url: 'https://a.example/x' },
      ),
    ],
    [
      'a list',
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }],
          },
        ],
      },
    ],
    ['markdown', { type: 'markdown', text: '**bold**' }],
    ['an input', input({ type: 'plain_text_input', multiline: true, max_length: 500 })],
    ['check boxes', input({ type: 'checkboxes', options: [choice('1')] })],
    [
      'channels',
      input({
        type: 'conversations_select',
        filter: { include: ['public'] },
        default_to_current_conversation: true,
      }),
    ],
  ])('%s', (_, block) => {
    expect(messageProblems({ text: 'fallback', blocks: [block] })).toEqual([]);
  });
});

describe('blocks that Slack refuses', () => {
  it.each([
    ['an unknown kind', { type: 'paragraph' }],
    ['an unknown field', { type: 'divider', text: plain('x') }],
    ['a section without text', { type: 'section' }],
    ['an empty text', section('')],
    ['a text of 3,001', section('x'.repeat(3_001))],
    ['half a surrogate pair', section('\ud83d')],
    ['a field of 2,001', { type: 'section', fields: [plain('x'.repeat(2_001))] }],
    ['a header of 151', { type: 'header', text: plain('x'.repeat(151)) }],
    ['a formatted header', { type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
    ['a context of 11', { type: 'context', elements: Array.from({ length: 11 }, () => plain('x')) }],
    ['26 buttons', actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `b${i}` })))],
    ['a button of 76', actions(button({ text: plain('x'.repeat(76)) }))],
    ['a value of 2,001', actions(button({ value: 'x'.repeat(2_001) }))],
    ['one action_id twice', actions(button(), button())],
    ['an action_id of 256', actions(button({ action_id: 'x'.repeat(256) }))],
    [
      '101 options',
      actions({ type: 'static_select', options: Array.from({ length: 101 }, () => choice('1')) }),
    ],
    ['a menu without options', actions({ type: 'static_select' })],
    ['six ways', actions({ type: 'overflow', options: Array.from({ length: 6 }, () => choice('1')) })],
    ['feedback with a plain button', { type: 'context_actions', elements: [button()] }],
    ['rich text of nothing', richText()],
    ['an empty run', richText({ type: 'text', text: '' })],
    ['a relative link', richText({ type: 'link', url: '/x', text: 'x' })],
    ['a script', richText({ type: 'link', url: 'javascript:alert(1)' })],
    ['a link of 3,001', richText({ type: 'link', url: `https://a.example/${'x'.repeat(3_000)}` })],
    ['an image without words', { type: 'image', image_url: 'https://a.example/i.png' }],
    ['a text input in a row of actions', actions({ type: 'plain_text_input' })],
    ['an input without label', { type: 'input', element: { type: 'plain_text_input' } }],
    ['a half confirmation', actions(button({ confirm: { title: plain('Sure?') } }))],
  ])('%s', (_, block) => {
    expect(blockProblems([block])).not.toEqual([]);
  });

  it('counts blocks by where they are shown', () => {
    const blocks = (n: number) => Array.from({ length: n }, () => ({ type: 'divider' }));
    expect(blockProblems(blocks(50))).toEqual([]);
    expect(blockProblems(blocks(51))).not.toEqual([]);
    expect(blockProblems(blocks(100), 'modal')).toEqual([]);
    expect(blockProblems(blocks(101), 'home')).not.toEqual([]);
    expect(blockProblems([{ type: 'markdown', text: 'x' }], 'modal')).not.toEqual([]);
  });

  it('wants ids of blocks once', () => {
    expect(
      blockProblems([
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ]),
    ).not.toEqual([]);
  });

  it('adds up what blocks hold', () => {
    const markdown = { type: 'markdown', text: 'x'.repeat(6_001) };
    expect(blockProblems([markdown, markdown])).not.toEqual([]);
    const long = richText({ type: 'text', text: 'x'.repeat(5_000) });
    expect(messageProblems({ blocks: [long] })).toEqual([]);
    expect(messageProblems({ blocks: [long, long] })).not.toEqual([]);
  });
});

describe('messages', () => {
  it('need something to show', () => {
    expect(messageProblems({ text: 'x' })).toEqual([]);
    expect(messageProblems({ text: ' ' })).not.toEqual([]);
    expect(messageProblems({ blocks: [] })).not.toEqual([]);
    expect(messageProblems({ text: 'x'.repeat(40_001) })).not.toEqual([]);
  });

  it('take markdown alone and up to its limit', () => {
    expect(messageProblems({ markdown_text: 'x'.repeat(12_000) })).toEqual([]);
    expect(messageProblems({ markdown_text: 'x'.repeat(12_001) })).not.toEqual([]);
    expect(messageProblems({ markdown_text: 'x', text: 'x' })).not.toEqual([]);
  });
});
