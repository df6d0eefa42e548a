/** Foreign text is shown as it is, whatever Discord would make of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanForeign, escapeForeign } from '../../../../src/adapters/discord/render/escape-foreign.ts';
import { flatten } from '../../../support/discord/discord-markdown.ts';
import { HOSTILE_TEXT } from '../../../support/sample-answers.ts';

const literally = (text: string) => ({ text, links: [], mentions: [], formatting: [], previews: [] });
const shown = (text: string) => flatten(escapeForeign(cleanForeign(text, 'keep')));

/** Pieces of markup, so that random texts are full of it. */
const MARKS =
  '*|**|_|__|~~|`|```|[|]|](|)|(|<|>|<@1>|<#1>|</a:1>|<t:1>|<:a:1>|:a:|@everyone|https://x.example|discord.gg/a|\n|# |> |- |-# |1. |1) |\\|\\\\|a|1| '.split(
    '|',
  );

describe('escapeForeign', () => {
  it.each([
    '**b** *i* _i_ __u__ ~~s~~ ||s|| `c` ```c``` \\*',
    '@everyone @here <@1> <@&1> <#1> </a:1> <id:browse>',
    '[a](https://x.example) ](https://x.example) [1] [a][b]',
    'https://x.example/a_b*c steam://run/1 <https://x.example>',
    'discord.gg/abc DISCORD.com/invite/abc discordapp.com/invite/abc',
    '# h\n## h\n- l\n* l\n+ l\n1. l\n2) l\n> q\n>>> q\n-# s\n   # h',
    '<t:0:R> <:a:1> <a:b:1> :smile: 12:30',
    '<a@b.example> <+33123456789> <mailto:a@b.example>',
    '¯\\_(ツ)_/¯',
  ])('shows %j as it is', (text) => expect(shown(text)).toEqual(literally(text)));

  it('leaves a plain sentence as it is', () => {
    const sentence = 'Selon l’ANSSI (2021), 80 % des 1 200 serveurs - « à jour » - tenaient. 诺兰：否认。';
    expect(escapeForeign(sentence)).toBe(sentence);
  });

  it('shows any text literally', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...MARKS), fc.string({ unit: 'binary', maxLength: 3 })));
    fc.assert(
      fc.property(text, (parts) => {
        const clean = cleanForeign(parts.join(''), 'keep');
        expect(flatten(escapeForeign(clean))).toEqual(literally(clean));
      }),
    );
  });

  it('shows it literally behind a bracket of ours too', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MARKS)), (parts) => {
        const clean = cleanForeign(parts.join(''), 'keep');
        expect(flatten(`[1] ${escapeForeign(clean)} [2]`)).toEqual(literally(`[1] ${clean} [2]`));
      }),
    );
  });
});

describe('cleanForeign', () => {
  it('takes out what cannot be seen or turns other text around, and keeps the joiners of emoji', () => {
    expect(cleanForeign('a\u0000\u202eb\u200bc\ufeff 👩‍👧\u001b[31m', 'keep')).toBe('abc 👩‍👧[31m');
  });

  it('makes half a surrogate pair a character', () => {
    expect(cleanForeign('a\ud83d', 'keep')).toBe('a\ufffd');
  });

  it('keeps lines, or joins them', () => {
    expect(cleanForeign('a\r\nb\u2028c\n\n\n\nd', 'keep')).toBe('a\nb\nc\n\nd');
    expect(cleanForeign(' a \n b\tc ', 'join')).toBe('a b c');
    expect(cleanForeign(HOSTILE_TEXT, 'join')).not.toMatch(/\p{Cc}/u);
  });
});
