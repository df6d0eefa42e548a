/** Of HTML the words are left, and nothing else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText, plainLine, plainText } from '../../../src/news/feed/plain-text.ts';

test.each([
  ['<p>One</p><p>Two<br>lines</p>', 'One\n\nTwo\nlines'],
  ['<ul><li>a</li><li>b</li></ul>', 'a\n\nb'],
  ['<td>a</td><td>b</td>', 'a b'],
  ['a<script>alert("</p>")</script>b<style>p{}</style>c', 'abc'],
  ['<svg><svg></svg>hidden</svg>seen', 'seen'],
  ['caf&eacute; &#233; &#xE9; &amp;eacute; &amp;amp;', 'café é é é &'],
  ['&lt;p&gt;twice &lt;b&gt;escaped&lt;/b&gt;&lt;/p&gt;', 'twice escaped'],
  ['&amp;lt;script&amp;gt;x()&amp;lt;/script&amp;gt;left', 'left'],
  ['if a < b and c > d, I <3 it', 'if a < b and c > d, I <3 it'],
  ['write to <ann@x.example>', 'write to ann@x.example>'],
  ['&#146;quoted&#148; &#0; &#99999999;', '’quoted” \ufffd \ufffd'],
  ['AT&T &nosuch; &copy=1', 'AT&T &nosuch; &copy=1'],
  ['plain\n\n\n\ntext \t of  lines', 'plain\n\ntext of lines'],
  ['<p>a\nline\n\nfeed</p>', 'a line feed'],
  ['r\u202eight\u200b \ufeffhid\u0007den \u{e0041}tag', 'right hidden tag'],
  ['می\u200cخواهم 👩\u200d💻', 'می\u200cخواهم 👩\u200d💻'],
  ['&#x202e;turned', 'turned'],
  ['<img src=x onerror="a>b()">after', 'after'],
  ['<<b>>deep', '<>deep'],
  ['<h:p xmlns:h="x">one</h:p><h:p>two</h:p>', 'one\n\ntwo'],
  ['<!-- a <b> --> after <![CDATA[cdata]]>', 'after cdata'],
  ['中文<b>新闻</b>', '中文新闻'],
])('%j', (html, text) => {
  expect(plainText(html)).toBe(text);
});

test('a line has no line feeds', () => {
  expect(plainLine('<p>One</p>\n<p>Two</p>')).toBe('One Two');
});

test('nothing that reads as a tag survives any nesting of escapes', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '&lt;',
    '&gt;',
    '&amp;',
    'lt;',
    'b',
    '/',
    '!',
    '?',
    ' ',
    '"',
    '<b>',
    '</b',
    'script',
    '&#60;',
    '&#x3c;',
    '\u200b',
    '\u0000',
    '--',
    '[CDATA[',
    ']]>',
    '\n',
    'é',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = plainText(pieces.join(''));
      expect(text).not.toMatch(/<[a-z/!?]/i);
      expect(text).not.toMatch(/[^\P{Cc}\n]|\u200b|\n{3}|^\s|\s$/u);
    }),
    { numRuns: 1_000 },
  );
});

test('texts are cut between words, and between characters', () => {
  expect(cutText('short', 10)).toBe('short');
  expect(cutText('one two three', 10)).toBe('one two…');
  expect(cutText('新闻'.repeat(10), 10)).toBe(`${'新闻'.repeat(4)}新…`);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, longest) => {
      const cut = cutText(text, longest);
      expect(cut.length).toBeLessThanOrEqual(Math.max(longest, 1));
      expect(cut.isWellFormed()).toBe(true);
    }),
  );
});
