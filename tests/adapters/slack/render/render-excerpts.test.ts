/** Excerpts: labelled as what they are, whole, and literal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderExcerpts } from '../../../../src/adapters/slack/render/render-excerpts.ts';
import { excerptLabel, shownExcerpt } from '../../../../src/core/labels.ts';
import { answerArbitrary } from '../../../support/answer-arbitrary.ts';
import { ANSWERED } from '../../../support/sample-answers.ts';
import { expectInOrder, problemsOf, shownIn, strayUrls } from './render-kit.ts';

describe('excerpts', () => {
  it('quote the publisher’s own words only, and name the language where it is not the answer’s', () => {
    const messages = renderExcerpts(ANSWERED);
    expect(messages).toHaveLength(1);
    const { text } = shownIn(messages);
    expect(text).toContain(
      'Résumé de Casebook d’après Ministère des Affaires étrangères de Valdoria, 28 mai 2025\u00a0: Le ministère',
    );
    expect(text).toContain('诺兰日报, mai 2025 · chinois\n« 发言人表示');
    expect(text).toContain(
      'Texte d’annonce diffusé par éditeur inconnu, date inconnue · anglais\u00a0: The council',
    );
    const quotes = JSON.stringify(messages).match(/rich_text_quote/g);
    expect(quotes).toHaveLength(1);
  });

  it('begin with what has become of the sources since', () => {
    const text = 'Publication corrigée <!channel>.';
    const messages = renderExcerpts({ ...ANSWERED, notices: [{ code: 'source-corrected', text }] });
    expect(problemsOf(messages)).toEqual([]);
    expect(shownIn(messages).text.startsWith(text)).toBe(true);
  });

  it('are nothing where there is no source', () => {
    expect(renderExcerpts({ ...ANSWERED, citations: [] })).toEqual([]);
  });

  it('of any answer are taken by Slack, and whole', () => {
    fc.assert(
      fc.property(answerArbitrary, (answer) => {
        const messages = renderExcerpts(answer);
        expect(problemsOf(messages)).toEqual([]);
        const { text, urls, other } = shownIn(messages);
        const { lang } = answer;
        expectInOrder(
          text,
          answer.citations.flatMap((c) => [
            `[${c.n}]`,
            c.title,
            excerptLabel(c, lang),
            shownExcerpt(c, lang),
          ]),
        );
        expect(strayUrls(urls, answer)).toEqual([]);
        expect(other).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
