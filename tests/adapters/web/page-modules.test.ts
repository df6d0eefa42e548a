/** Parts of the page that need no browser: they say the same as the server, in all three languages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casePath } from '../../../src/adapters/web/public/case-links.js';
import { EXAMPLES } from '../../../src/adapters/web/public/examples.js';
import { formatDate as pageDate, webAddress } from '../../../src/adapters/web/public/format.js';
import { messages as en } from '../../../src/adapters/web/public/messages-en.js';
import { messages as fr } from '../../../src/adapters/web/public/messages-fr.js';
import { messages as zh } from '../../../src/adapters/web/public/messages-zh.js';
import { splitEnd, splitLead } from '../../../src/adapters/web/public/sentence-parts.js';
import { ANSWER_LANGS } from '../../../src/core/answer.ts';
import { formatDate } from '../../../src/core/format-date.ts';
import { ANSWERED } from '../../support/sample-answers.ts';

it('a date reads the same on the page as on every platform', () => {
  const part = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
  const date = fc
    .tuple(fc.integer({ min: 1000, max: 2999 }), fc.option(part(14)), fc.option(part(33)))
    .map((parts) => parts.filter((p) => p !== null).join('-'));
  fc.assert(
    fc.property(fc.oneof(date, fc.string()), fc.constantFrom(...ANSWER_LANGS), (text, lang) => {
      expect(pageDate(text, lang)).toBe(formatDate(text, lang));
    }),
  );
});

describe('the words of the page', () => {
  const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

  it.each(Object.entries(fr))('%s exists in all languages with the same placeholders', (key, text) => {
    for (const other of [en, zh]) {
      const translated = other[key as keyof typeof fr];
      expect(translated).not.toBe('');
      expect(placeholders(translated)).toEqual(placeholders(text));
    }
  });

  it('has an example in each language for each case it names', () => {
    for (const example of EXAMPLES) for (const lang of ANSWER_LANGS) expect(example[lang]).toMatch(/[?？]$/);
  });
});

it('the address of a case stays on this server and names the case, whatever its id', () => {
  expect(casePath('2025-lac-gris')).toBe('/cases/2025-lac-gris');
  expect(casePath('2025-lac-gris', 'sides')).toBe('/cases/2025-lac-gris/sides');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 3 }), (id) => {
      const { origin, pathname, search, hash } = new URL(casePath(id, 'timeline'), 'http://chat.example');
      expect(origin + search + hash).toBe('http://chat.example');
      const [, folder, name, view] = pathname.split('/');
      expect([folder, decodeURIComponent(name ?? ''), view]).toEqual([
        'cases',
        id.toWellFormed(),
        'timeline',
      ]);
    }),
  );
});

describe('webAddress', () => {
  it.each([
    ['https://a.example/x', 'https://a.example/x'],
    ['http://a.example', 'http://a.example/'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//a.example', null],
    ['not a link', null],
    [null, null],
  ])('%s gives %s', (url, expected) => {
    expect(webAddress(url)).toBe(expected);
  });
});

it.each([
  ['Pékin les juge « infondées ».', ['Pékin les juge « ', 'infondées ».']],
  ['Qui accuse qui ?', ['Qui accuse ', 'qui ?']],
  ['It denies it.', ['It denies ', 'it.']],
  ['中国否认。', ['中国否', '认。']],
])('the end of «%s» keeps what is set after a space', (text, parts) => {
  expect(splitEnd(text)).toEqual(parts);
});

describe('the parts of a sentence', () => {
  const [digest, original] = ANSWERED.citations;
  const cited = [digest, original].filter((citation) => citation !== undefined);

  it('tell a source’s own words and their language from what introduces them', () => {
    const words = original?.excerpt ?? '';
    expect(splitLead(`According to the paper: “${words}”`, cited)).toEqual({
      lead: 'According to the paper: ',
      words: `“${words}”`,
      lang: 'zh',
    });
    expect(splitLead(words, cited)).toEqual({ lead: '', words, lang: 'zh' });
    expect(splitLead('Norland: no comment so far.', cited)).toMatchObject({ lead: '', lang: null });
    expect(splitLead('：', cited)).toMatchObject({ lead: '', lang: null });
  });

  it('lose nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { lead, words } = splitLead(text, cited);
        expect(lead + splitEnd(words).join('')).toBe(text);
      }),
    );
  });
});
