/** Streamed sentences and the blocks below them: together the whole answer, and nothing of foreign text is markup. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderStreamEnd } from '../../../../src/adapters/slack/render/render-answer.ts';
import { STREAM_ROOM, streamSentence } from '../../../../src/adapters/slack/render/stream-sentence.ts';
import type { Answer, AnswerSentence, Citation } from '../../../../src/core/answer.ts';
import { answerArbitrary } from '../../../support/answer-arbitrary.ts';
import { ANSWERED, longAnswer } from '../../../support/sample-answers.ts';
import { blockProblems, messageProblems } from '../../../support/slack/block-rules.ts';
import { shownBlocks, shownMarkdown } from '../../../support/slack/shown-text.ts';
import { expectInOrder, problemsOf, shownIn, strayUrls, textsOf } from './render-kit.ts';

const sourcesOf = ({ citations }: Answer) => new Map<number, Citation>(citations.map((c) => [c.n, c]));
const context = (text: string, url = 'https://a.example/x'): string[] => {
  const sentence: AnswerSentence = { text, citations: [1], kind: 'context', speaker: null };
  return streamSentence(sentence, new Map([[1, { ...(ANSWERED.citations[0] as Citation), url }]]), 'fr');
};
const MARK = / \[\\\[1\\\]\]\(https:\/\/a\.example\/x\)\n\n$/;
const written = (text: string) => context(text).join('').replace(MARK, '');

/** Streams as many sentences as should be, and ends the stream. */
function streamed(answer: Answer, most = Number.POSITIVE_INFINITY) {
  const pieces: string[] = [];
  let sentences = 0;
  for (const sentence of answer.sentences.slice(0, most)) {
    if (pieces.join('').length > STREAM_ROOM) break;
    pieces.push(...streamSentence(sentence, sourcesOf(answer), answer.lang));
    sentences++;
  }
  return { pieces, end: renderStreamEnd(answer, { sentences, characters: pieces.join('').length }) };
}

describe('a streamed sentence', () => {
  it('shows kind, speaker, text, and its numbers as links', () => {
    const { sentences } = ANSWERED;
    const [first, second] = sentences.map((sentence) =>
      streamSentence(sentence, sourcesOf(ANSWERED), 'fr').join(''),
    );
    expect(first).toBe(
      '**◆ Accusation** · Ministère des Affaires étrangères de Valdoria\u00a0: Selon le ministère de Valdoria, un groupe lié ' +
        'à Norland est entré dans son réseau, avec une quasi-certitude. [\\[1\\]](https://valdoria.example/declaration?lang=fr&id=7)\n\n',
    );
    expect(second).toContain('[\\[2\\]](https://norland.example/%E5%8F%91%E8%A8%80%E4%BA%BA)');
    expect(streamSentence(sentences[2] as AnswerSentence, sourcesOf(ANSWERED), 'en').join('')).toContain(
      '**▪ Measure**: L’Union a gelé les avoirs de deux entités, en réponse à la déclaration de Valdoria. \\[3\\][\\[1\\]]',
    );
  });

  it.each([
    ['*a* _b_ ~c~ `d` [e](f) \\', '\\*a\\* \\_b\\_ \\~c\\~ \\`d\\` \\[e\\](f) \\\\'],
    ['<!channel> <@U1> & &lt;', '&lt;!channel&gt; &lt;@\u200bU1&gt; &amp; &amp;lt;'],
    ['x @here #general', 'x @\u200bhere #\u200bgeneral'],
    [':smile: à 12:30', ':\u200bsmile: à 12:30'],
    [
      'https://evil.example www.evil.example',
      'https:\u200b//evil.\u200bexample www.\u200bevil.\u200bexample',
    ],
    ['# titre', '\\# titre'],
    ['- point', '\\- point'],
    ['1. point', '1\\. point'],
    ['> citation', '\u200b&gt; citation'],
    ['a\n\n    b\n- c', 'a b - c'],
    ['3.5 U.S. 50 % (x) 1-2', '3.5 U.S. 50 % (x) 1-2'],
  ])('neutralises %s', (text, markdown) => {
    expect(written(text)).toBe(markdown);
  });

  it.each([
    ['https://a.example/Attack_(2024)', 'https://a.example/Attack_%282024%29'],
    ['https://a.example/?q=[a]&copy;=<b>', 'https://a.example/?q=%5Ba%5D&copy%3B=%3Cb%3E'],
  ])('writes %s so that the link ends where it should', (url, href) => {
    expect(context('Texte.', url).join('')).toBe(`Texte. [\\[1\\]](${href})\n\n`);
  });

  it.each([
    'javascript:alert(1)',
    'https://bank.example@evil.example/',
    'http://[::1]/',
    `https://a.example/${'x'.repeat(3_000)}`,
  ])('links not to %s', (url) => {
    expect(context('Texte.', url).join('')).toBe('Texte. \\[1\\]\n\n');
  });
});

describe('the end of a stream', () => {
  it('holds what was not streamed: notices, sources, buttons', () => {
    const { end } = streamed(ANSWERED);
    expect(end.further).toEqual([]);
    const { text } = shownBlocks(end.blocks);
    for (const { text: sentence } of ANSWERED.sentences) expect(text).not.toContain(sentence);
    expectInOrder(text, textsOf({ ...ANSWERED, sentences: [] }));
  });

  it('shows the sentences that came too late for the stream', () => {
    const { end } = streamed(ANSWERED, 2);
    const { text } = shownBlocks(end.blocks);
    expect(text).not.toContain(ANSWERED.sentences[1]?.text);
    expectInOrder(text, textsOf({ ...ANSWERED, sentences: ANSWERED.sentences.slice(2) }));
  });

  it('leaves to further messages what has no room below a long text', () => {
    const end = renderStreamEnd(longAnswer(), { sentences: 3, characters: 20_000 });
    expect(end.blocks).toEqual([]);
    expectInOrder(
      shownIn(end.further).text,
      textsOf({ ...longAnswer(), sentences: longAnswer().sentences.slice(3) }),
    );
  });

  it('of any answer makes it whole, and takes nothing for markup', () => {
    fc.assert(
      fc.property(answerArbitrary, fc.nat({ max: 20 }), (answer, most) => {
        const { pieces, end } = streamed(answer, most);
        for (const markdown_text of pieces) expect(messageProblems({ markdown_text })).toEqual([]);
        expect(blockProblems(end.blocks)).toEqual([]);
        expect(problemsOf(end.further)).toEqual([]);
        // Each piece is appended to the one before: where one begins, no line does.
        const { text: stream, other } = shownMarkdown(pieces.join(''));
        expect(other).toEqual([]);
        expect(stream).not.toMatch(/[@#][\p{L}\p{N}_]|:\/\/|:[a-z0-9_+'-]+:|[\p{L}\p{N}]\.[A-Za-z]{2}/u);
        const below = shownBlocks(end.blocks);
        const further = shownIn(end.further);
        expect(strayUrls([...below.urls, ...further.urls], answer)).toEqual([]);
        const all = `${stream}${below.text}${further.text}`.replaceAll('\u200b', '');
        expectInOrder(
          all,
          textsOf(answer).map((text) => text.replaceAll('\u200b', '')),
        );
      }),
      { numRuns: 150 },
    );
  });
});
