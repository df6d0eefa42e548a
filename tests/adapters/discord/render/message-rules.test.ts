/** Discord’s limits as the tests know them: what they refuse, just below and just above each one. */
import { describe, expect, it } from 'vitest';
import { messageProblems } from '../../../support/discord/message-rules.ts';

const text = (length: number): string => 'x'.repeat(length);
const row = (...components: unknown[]) => ({ content: 'x', components: [{ type: 1, components }] });
const button = (id: string, more: object = {}) => ({
  type: 2,
  style: 2,
  label: 'b',
  custom_id: id,
  ...more,
});
const menu = (options: unknown[]) => row({ type: 3, custom_id: 'm', options });
const option = (i: number) => ({ label: `l${i}`, value: `v${i}` });
const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const embeds = (...list: unknown[]) => ({ embeds: list });

const CASES: readonly (readonly [name: string, taken: unknown, refused: unknown])[] = [
  ['content', { content: text(2000) }, { content: text(2001) }],
  ['anything to show', { content: 'x' }, { content: ' \n' }],
  ['well-formed text', { content: '😀' }, { content: '\ud83d' }],
  [
    'number of embeds',
    embeds(...many(10, () => ({ title: 'x' }))),
    embeds(...many(11, () => ({ title: 'x' }))),
  ],
  ['title', embeds({ title: text(256) }), embeds({ title: text(257) })],
  ['description', embeds({ description: text(4096) }), embeds({ description: text(4097) })],
  [
    'embeds together',
    embeds({ description: text(4000) }, { description: text(2000) }),
    embeds({ description: text(4000) }, { description: text(2001) }),
  ],
  [
    'fields',
    embeds({ fields: many(25, () => ({ name: 'n', value: 'v' })) }),
    embeds({ fields: many(26, () => ({ name: 'n', value: 'v' })) }),
  ],
  [
    'name of a field',
    embeds({ fields: [{ name: text(256), value: 'v' }] }),
    embeds({ fields: [{ name: text(257), value: 'v' }] }),
  ],
  [
    'value of a field',
    embeds({ fields: [{ name: 'n', value: text(1024) }] }),
    embeds({ fields: [{ name: 'n', value: '' }] }),
  ],
  ['footer', embeds({ footer: { text: text(2048) } }), embeds({ footer: { text: text(2049) } })],
  ['author', embeds({ author: { name: text(256) } }), embeds({ author: { name: text(257) } })],
  ['content of an embed', embeds({ title: 'x' }), embeds({ color: 1 })],
  [
    'urls of embeds',
    embeds({ title: 'a', url: 'https://a.example/' }, { title: 'b', url: 'https://b.example/' }),
    embeds({ title: 'a', url: 'https://a.example/' }, { title: 'b', url: 'https://a.example/' }),
  ],
  [
    'rows',
    { components: many(5, (i) => ({ type: 1, components: [button(`${i}`)] })) },
    { components: many(6, (i) => ({ type: 1, components: [button(`${i}`)] })) },
  ],
  ['buttons of a row', row(...many(5, (i) => button(`${i}`))), row(...many(6, (i) => button(`${i}`)))],
  ['custom id', row(button(text(100))), row(button(text(101)))],
  ['unique custom ids', row(button('a'), button('b')), row(button('a'), button('a'))],
  ['label of a button', row(button('a', { label: text(80) })), row(button('a', { label: text(81) }))],
  [
    'a button that shows something',
    row(button('a', { label: undefined, emoji: { name: '👍' } })),
    row(button('a', { label: '' })),
  ],
  [
    'a link',
    row({ type: 2, style: 5, label: 'x', url: 'https://a.example/' }),
    row({ type: 2, style: 5, label: 'x', url: 'javascript:x' }),
  ],
  ['options', menu(many(25, option)), menu(many(26, option))],
  ['label of an option', menu([{ label: text(100), value: 'v' }]), menu([{ label: text(101), value: 'v' }])],
  ['value of an option', menu([option(1), option(2)]), menu([option(1), option(1)])],
  [
    'a menu alone in its row',
    row({ type: 3, custom_id: 'm', options: [option(1)] }),
    row({ type: 3, custom_id: 'm', options: [option(1)] }, button('a')),
  ],
  ['nonce', { content: 'x', nonce: text(25) }, { content: 'x', nonce: text(26) }],
  ['flags', { content: 'x', flags: 64 }, { content: 'x', flags: 1 }],
  [
    'mentions',
    { content: 'x', allowed_mentions: { parse: [] } },
    { content: 'x', allowed_mentions: { parse: ['all'] } },
  ],
];

describe('messageProblems', () => {
  it.each(CASES)('knows the limit of: %s', (_, taken, refused) => {
    expect(messageProblems(taken)).toEqual([]);
    expect(messageProblems(refused)).toHaveLength(1);
  });

  it('lets an edit leave everything as it was', () => {
    expect(messageProblems({}, { edit: true })).toEqual([]);
    expect(messageProblems({})).toHaveLength(1);
  });
});
