/** A model's text to cited sentences: the same whatever the chunks, and nothing lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFUSAL, type ReadItem, SentenceReader } from '../../../src/answer/model/read-sentences.ts';

const PASSAGES = 5;

function read(chunks: readonly string[], { lang = 'en', broken = false } = {}): ReadItem[] {
  const reader = new SentenceReader(PASSAGES, lang);
  return [...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.end(broken)];
}

function sentences(text: string, options: { lang?: string; broken?: boolean } = {}): [string, number[]][] {
  return read([text], options).flatMap((item): [string, number[]][] =>
    item.type === 'sentence' ? [[item.text, [...item.citations]]] : [],
  );
}

const reasons = (text: string, options: { broken?: boolean } = {}): string[] =>
  read([text], options).flatMap((item) =>
    item.type === 'dropped' && item.raw.trim() !== '' ? [item.reason] : [],
  );

describe('markers', () => {
  it('stand before the full stop, behind it, or on a line of their own', () => {
    const expected = [
      ['Valdoria blames the Heron group.', [1, 2]],
      ['Norland denies it.', [3]],
    ];
    expect(sentences('Valdoria blames the Heron group [1][2]. Norland denies it [3].')).toEqual(expected);
    expect(sentences('Valdoria blames the Heron group. [1] [2] Norland denies it. [3]')).toEqual(expected);
    expect(sentences('Valdoria blames the Heron group.[1, 2]\nNorland denies it.\n[3]')).toEqual(expected);
    expect(
      sentences('- Valdoria blames the Heron group 【1】【2†l1】.\n- Norland denies it. [^3]\n'),
    ).toEqual(expected);
  });

  it('may be ranges, words and Chinese brackets, and stand inside the sentence', () => {
    expect(sentences('Three bodies agree [1-3].')).toEqual([['Three bodies agree.', [1, 2, 3]]]);
    expect(sentences('A ministry says so [passage 2] and a firm too [3 and 4].')).toEqual([
      ['A ministry says so and a firm too.', [2, 3, 4]],
    ]);
    expect(
      sentences('瓦尔多利亚指责苍鹭组织【1】。诺兰予以否认。【2、3】此后无回应［4］。', { lang: 'zh' }),
    ).toEqual([
      ['瓦尔多利亚指责苍鹭组织。', [1]],
      ['诺兰予以否认。', [2, 3]],
      ['此后无回应。', [4]],
    ]);
  });

  it('count only when the passage exists', () => {
    expect(sentences('It was Tuesday [9]. It was Monday [1][9]. It was Sunday [0].')).toEqual([
      ['It was Monday.', [1]],
    ]);
    expect(reasons('It was Tuesday [9].')).toEqual(['uncited']);
  });

  it('do not reach back to an uncited sentence', () => {
    const text = 'The attack was the worst ever. According to Valdoria, it lasted a year [1].';
    expect(sentences(text)).toEqual([['According to Valdoria, it lasted a year.', [1]]]);
    expect(reasons(text)).toEqual(['uncited']);
  });

  it('are told from other brackets', () => {
    expect(sentences('It [the ministry] spoke in [2021] of 3.5 million files [1].')).toEqual([
      ['It [the ministry] spoke in [2021] of 3.5 million files.', [1]],
    ]);
  });
});

describe('sentences', () => {
  it('are not cut at abbreviations', () => {
    expect(
      sentences('According to M. Arbel, the U.S. firm Lume Corp. [2] saw it on 3 Sept. 2021 [1].'),
    ).toEqual([['According to M. Arbel, the U.S. firm Lume Corp. saw it on 3 Sept. 2021.', [2, 1]]]);
  });

  it('come out as soon as they are whole', () => {
    const reader = new SentenceReader(PASSAGES, 'en');
    expect(reader.push('Valdoria blames the Heron group [1]')).toEqual([]);
    expect(reader.push('. ')).toEqual([]);
    expect(reader.push('N').map((item) => item.type)).toEqual(['sentence']);
  });

  it('that stop in the middle are dropped', () => {
    expect(sentences('One thing is said [1]. Another thing [2] is')).toEqual([['One thing is said.', [1]]]);
    expect(reasons('One thing is said [1]. Another thing [2] is')).toEqual(['unfinished']);
    expect(sentences('One thing is said [1]', { broken: false })).toEqual([['One thing is said', [1]]]);
    expect(reasons('One thing is said [1]', { broken: true })).toEqual(['unfinished']);
    expect(sentences('One thing is said [1].', { broken: true })).toHaveLength(1);
  });

  it('lose a silent part that comes first', () => {
    expect(sentences('<think>Passage 1 says so [1].</think>\n\nIt was Monday [2].')).toEqual([
      ['It was Monday.', [2]],
    ]);
    expect(sentences('<think>Passage 1 says so [1].')).toEqual([]);
  });
});

describe('refusal', () => {
  it('is recognised with what models put around it', () => {
    for (const text of [
      REFUSAL,
      `**${REFUSAL}**.`,
      `${REFUSAL.replaceAll('_', '\\_')}\n`,
      `"${REFUSAL}" [1].`,
    ])
      expect(read([text]).some((item) => item.type === 'refusal')).toBe(true);
  });
});

describe('what a model adds', () => {
  it('is dropped when it holds a link', () => {
    for (const link of [
      'https://evil.example/x',
      'hxxps://evil[.]example',
      'www.evil.example',
      '//evil.example',
      'evil.example/login',
      'mailto:a@evil.example',
      'a@evil.example',
      '[the report](https://evil.example)',
      '<https://evil.example|report>',
      'https\u200b://evil.example',
    ])
      expect(reasons(`Read ${link} now [1].`)).toEqual(['link']);
  });

  it('loses markup, mentions, hidden characters and linkable names', () => {
    expect(sentences('## **Valdoria** says <b>`so`</b> to @everyone and <!channel> [1].')).toEqual([
      ['Valdoria says so to everyone and.', [1]],
    ]);
    expect(sentences('The file came from \u202Elogin.evil.example [1].')).toEqual([
      ['The file came from login.evil[.]example.', [1]],
    ]);
    expect(sentences('Selon lui, « c’est\u00a0faux » [1] !', { lang: 'fr' })).toEqual([
      ['Selon lui, « c’est\u00a0faux » !', [1]],
    ]);
    expect(sentences('Sources: [1][2].')).toEqual([]);
  });
});

const piece = fc.constantFrom(
  'Valdoria blames the Heron group',
  '诺兰否认',
  ' ',
  '\n',
  '\n\n',
  '.',
  '。',
  '...',
  '? ',
  '[1]',
  '[2, 3]',
  '[1',
  '][',
  '【4】',
  '[9]',
  '[the ministry]',
  '»',
  '”',
  '**',
  '<think>',
  '</think>',
  '3.5',
  ' U.S. ',
  'M. Arbel',
  ' said',
  'https://evil.example',
  REFUSAL,
  '{x}',
  '$&',
);
const anyText = fc
  .oneof(fc.array(piece, { maxLength: 40 }), fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 10 }))
  .map((parts) => parts.join(''));

describe('any text', () => {
  it('gives the same items however it is cut up, and loses nothing', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(300), { maxLength: 30 }), fc.boolean(), (text, cuts, broken) => {
        const places = [...new Set([0, ...cuts.map((cut) => Math.min(cut, text.length)), text.length])];
        places.sort((a, b) => a - b);
        const chunks = places.map((from, i) => text.slice(from, places[i + 1] ?? text.length));
        const whole = read([text], { broken });
        expect(read(chunks, { broken })).toEqual(whole);
        expect(read(text.split(''), { broken })).toEqual(whole);
        expect(whole.map(({ raw }) => raw).join('')).toBe(text);
        for (const item of whole) {
          if (item.type !== 'sentence') continue;
          expect(item.citations.length).toBeGreaterThan(0);
          expect(item.citations.every((n) => n >= 1 && n <= PASSAGES)).toBe(true);
          expect(item.text).not.toMatch(/https?:|@\w|[<>]/);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

it('empty lines are one step however many, whole or in parts: each by itself, those below were read again', () => {
  const text = `Norland said so [1].${'\n'.repeat(20_000)}It denies it [2].`;
  for (const size of [7, 1_000, text.length]) {
    const reader = new SentenceReader(2, 'en');
    const items = [];
    for (let at = 0; at < text.length; at += size) items.push(...reader.push(text.slice(at, at + size)));
    items.push(...reader.end(false));
    expect(items.map(({ raw }) => raw).join('')).toBe(text);
    expect(items.length).toBeLessThanOrEqual(3);
    expect(items.filter(({ type }) => type === 'sentence')).toHaveLength(2);
  }
});
