/** An answer as text for pasting. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_LANGS, type Citation } from '../../src/core/answer.ts';
import { citationText, sourceText } from '../../src/core/citation-text.ts';
import { ANSWERED, HOSTILE_TEXT, longAnswer, REPUBLISHED, UNANSWERED } from '../support/sample-answers.ts';

const [digest, original, teaser] = ANSWERED.citations as [Citation, Citation, Citation];

describe('an answer', () => {
  it('comes with its numbers, its notices, its sources, its date and its reference', () => {
    expect(citationText(ANSWERED, 'fr').split('\n')).toEqual([
      'Selon le ministère de Valdoria, un groupe lié à Norland est entré dans son réseau, avec une quasi-certitude. [1]',
      'Norland dément et juge les accusations sans fondement. [2]',
      'L’Union a gelé les avoirs de deux entités, en réponse à la déclaration de Valdoria. [3][1]',
      'L’intrusion aurait commencé en 2022. [1]',
      '',
      'Casebook rapporte ce que chacun déclare, sans établir les faits.',
      '',
      'Sources :',
      '[1] Ministère des Affaires étrangères de Valdoria, Déclaration du ministère de Valdoria sur l’intrusion dans son réseau (titre descriptif), 28 mai 2025 (résumé de Casebook). https://valdoria.example/declaration?lang=fr&id=7',
      '[2] 诺兰日报, « 诺兰外交部发言人回应有关指控 », mai 2025. https://norland.example/发言人',
      '[3] éditeur inconnu, « Union council adopts measures », date inconnue (texte d’annonce).',
      '',
      'Casebook, réponse du 5 janvier 2026, référence answer-1',
    ]);
  });

  it('is worded in the three languages', () => {
    const en = citationText(ANSWERED, 'en');
    expect(en).toContain('28 May 2025 (Casebook’s digest). https://');
    expect(en).toMatch(/Casebook, answer of 5 January 2026, reference answer-1$/);
    expect(citationText(ANSWERED, 'zh')).toMatch(/Casebook，2026年1月5日的回答，编号 answer-1$/);
  });

  it('says who else printed a source, behind its address', () => {
    expect(citationText(REPUBLISHED, 'en')).toContain(
      'https://norland.example/发言人 Also published by Le Courrier & fils, 湖滨晚报 and The *Lake* Times.\n',
    );
    expect(citationText(REPUBLISHED, 'fr', 'markdown')).toContain('et The \\*Lake\\* Times');
  });

  it('that was not found says so, in its own words where it has some', () => {
    expect(citationText(UNANSWERED, 'en')).toMatch(/^Casebook’s corpus did not hold the answer/);
    expect(citationText({ ...UNANSWERED, lead: 'Hello.' }, 'en')).toMatch(/^Hello\.\n/);
  });
});

describe('a source', () => {
  it('is quoted where the words are the publisher’s, and labelled where they are not', () => {
    expect(sourceText(original, 'en')).toBe(
      `“${original.excerpt}”\n\n诺兰日报, “${original.title}”, May 2025. https://norland.example/发言人`,
    );
    expect(sourceText(digest, 'en')).toMatch(/^Casebook’s digest, after .*, 28 May 2025: Le ministère/);
    expect(sourceText(teaser, 'zh')).toMatch(/^发布者不详，日期不详 所载导语：The council/);
  });
});

describe('foreign text', () => {
  it('keeps its line, and turns nothing round', () => {
    const hostile = { ...digest, title: 'a\nb\u202ec\u0007d\u2028e' };
    expect(sourceText(hostile, 'en').split('\n\n')[1]).toContain('a bc d e (descriptive title)');
  });

  it('comes out of Markdown as text: no mention, no link but the stored one, no formatting', () => {
    const text = citationText(longAnswer(), 'fr', 'markdown');
    expect(text).not.toMatch(/@(?:everyone|here)/);
    expect(text).not.toMatch(/(?<!\\)(?:\[|\*|_|`|~)/);
    expect(text).not.toMatch(/https?:\/\/evil/);
    expect(text.match(/(?<!\\)</g)).toHaveLength(200);
    expect(text).toContain('<https://long.example/7>');
  });

  it('whatever it is, an address stays inside its brackets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...ANSWER_LANGS), (url, lang) => {
        const text = sourceText({ ...original, title: HOSTILE_TEXT, url }, lang, 'markdown');
        expect(text.match(/(?<!\\)[<>]/g)).toEqual(['<', '>']);
        expect(text.endsWith('>')).toBe(true);
      }),
    );
  });
});
