/** Sentences to an answer: whose words they are shown as, and which sources they cite. */
import { describe, expect, test } from 'vitest';
import { composeAnswer } from '../../src/answer/compose-answer.ts';
import { analyzeQuestion } from '../../src/answer/question.ts';
import { ANSWER_LANGS, type Answer, type AnswerLang, brokenPromises } from '../../src/core/answer.ts';
import type { SourceText } from '../../src/core/retrieval.ts';
import type { SharedSentence, Source } from '../../src/core/source.ts';
import { createLexicon } from '../../src/lexicon/lexicon.ts';
import { type ReadSentence, readText } from '../../src/reading/read-text.ts';
import { sourceOf } from '../support/answer-kit.ts';

const lexicon = createLexicon([], 'test');
const STAMP = { id: 'ref-1', now: new Date('2031-06-01T08:00:00Z') };

/** A stored source with one passage over the whole text. */
function stored(
  text: string,
  change: Partial<Source> = {},
  alsoIn: readonly SharedSentence[] = [],
): SourceText {
  const source = sourceOf(change);
  const passage = {
    id: `${source.id}#0`,
    sourceId: source.id,
    ordinal: 0,
    text,
    lang: source.textLang,
    start: 0,
    end: text.length,
    context: '',
    alsoIn,
  };
  return { source, text, passages: [passage] };
}

const sentencesOf = (text: SourceText): readonly ReadSentence[] => readText(text, lexicon).sentences;

function compose(
  sentences: readonly ReadSentence[],
  texts: readonly SourceText[],
  lang: AnswerLang = 'fr',
): Answer {
  const question = analyzeQuestion('Qui accuse Andorre ?', lexicon, lang);
  const byId = new Map(texts.map((text) => [text.source.id, text]));
  const answer = composeAnswer(question, sentences, [], byId, STAMP);
  expect(brokenPromises(answer, (id) => byId.get(id)?.text)).toEqual([]);
  return answer;
}
/** The text of the answer's only sentence about a source with these words. */
function shown(text: string, lang: AnswerLang, change: Partial<Source> = {}): string {
  const source = stored(text, change);
  const [sentence] = compose(sentencesOf(source), [source], lang).sentences;
  return sentence?.text ?? '';
}

describe('an original', () => {
  test('is quoted, under its publisher and date', () => {
    expect(shown('Andorre nie.', 'fr')).toBe('La Gazette du quai, 2 avril 2031 : « Andorre nie. »');
    expect(shown('Andorre nie.', 'en')).toBe('La Gazette du quai, 2 April 2031 (in French): “Andorre nie.”');
    expect(shown('安道尔否认。', 'zh', { textLang: 'zh', lang: 'zh' })).toBe(
      'La Gazette du quai，2031年4月2日：“安道尔否认。”',
    );
  });

  test.each([
    ['fr', '« Non », dit Andorre.', '“« Non », dit Andorre.”'],
    ['fr', 'Andorre dit "non".', '« Andorre dit "non". »'],
    ['fr', '« Il a dit “non” », selon Riga.', '‹ « Il a dit “non” », selon Riga. ›'],
    ['en', '“No,” said Andorra.', '«“No,” said Andorra.»'],
    ['en', 'Andorra said “no” and «non».', '‹Andorra said “no” and «non».›'],
    ['zh', '安道尔说：“不。”', '「安道尔说：“不。”」'],
  ] as const)('%s: «%s» stands in marks that it does not use itself', (lang, text, quoted) => {
    const whole = shown(text, lang);
    expect(whole.endsWith(quoted)).toBe(true);
  });

  test('without a publisher goes by its title, and without a date says no date', () => {
    expect(shown('Andorre nie.', 'fr', { publisher: null })).toBe('Ferries, 2 avril 2031 : « Andorre nie. »');
    expect(shown('Andorre nie.', 'fr', { publisher: null, publishedAt: null })).toBe(
      'Ferries : « Andorre nie. »',
    );
  });

  test('says whose words a pronoun stands for', () => {
    const source = stored('Le ministre Janis Ozols a protesté. Il a ajouté que rien ne presse.');
    const [, second] = sentencesOf(source);
    if (second === undefined) throw new Error('no second sentence');
    const [sentence] = compose([second], [source]).sentences;
    expect(sentence?.text).toContain('citant le ministre Janis Ozols : « Il a ajouté');
    expect(sentence?.speaker).toBe('Le ministre Janis Ozols');
  });
});

describe('the text of a feed', () => {
  test.each([
    ['fr', 'Texte d’annonce diffusé par ', '« '],
    ['en', 'Teaser text carried by ', '“'],
  ] as const)('is named as such in %s, and never quoted', (lang, label, mark) => {
    const text = shown('Andorre nie toute attaque.', lang, { textKind: 'teaser' });
    expect(text).toContain(label);
    expect(text).toContain('Andorre nie toute attaque.');
    expect(text).not.toContain(mark);
  });
});

describe('our digest', () => {
  test.each(ANSWER_LANGS)('is never shown in quotation marks nor as its publisher’s words (%s)', (lang) => {
    const text = shown('Andorre nie toute attaque.', lang, { textKind: 'digest' });
    expect(text).toContain('Andorre nie toute attaque.');
    expect(text).not.toMatch(/[«»“”"]/u);
    expect(text).not.toContain('Gazette');
  });

  test('is plain in the question’s language, and says so in another', () => {
    expect(shown('Andorre nie.', 'fr', { textKind: 'digest' })).toBe('Andorre nie.');
    expect(shown('Andorre nie.', 'en', { textKind: 'digest' })).toBe(
      'Casebook’s digest (in French): Andorre nie.',
    );
    expect(shown('Andorre nie.', 'zh', { textKind: 'digest' })).toBe('Casebook 摘要（法语）：Andorre nie.');
  });

  test('speaks of the language of the text, not of the publication', () => {
    expect(shown('Andorre nie.', 'fr', { textKind: 'digest', lang: 'en' })).toBe('Andorre nie.');
    expect(shown('Andorre nie.', 'en', { textKind: 'digest', lang: 'en' })).toContain('in French');
  });
});

describe('a sentence that stands in two sources', () => {
  const SHARED = 'Riga accuse Andorre.';
  const ownText = `Il pleuvait. ${SHARED} Andorre nie.`;
  const otherText = `${SHARED} La police enquête.`;
  const at = ownText.indexOf(SHARED);
  const own = stored(ownText, { id: 'case/s1', textKind: 'digest' }, [
    { start: at, end: at + SHARED.length, sourceId: 'case/s2', otherStart: 0 },
  ]);
  const other = stored(otherText, { id: 'case/s2', textKind: 'digest', publisher: 'The Harbour Gazette' });

  test('cites both, each with its own verbatim excerpt, its own first', () => {
    const shared = sentencesOf(own).filter(({ text }) => text === SHARED);
    const answer = compose(shared, [own, other]);
    expect(answer.sentences[0]?.citations).toEqual([1, 2]);
    expect(answer.citations.map(({ sourceId, excerpt }) => [sourceId, excerpt])).toEqual([
      ['case/s1', SHARED],
      ['case/s2', SHARED],
    ]);
  });

  test('leaves the neighbours to their own source', () => {
    const alone = sentencesOf(own).filter(({ text }) => text !== SHARED);
    for (const { citations } of compose(alone, [own, other]).sentences) expect(citations).toEqual([1]);
  });

  test('cites the one that is there when the other is not among the texts', () => {
    const shared = sentencesOf(own).filter(({ text }) => text === SHARED);
    expect(compose(shared, [own]).sentences[0]?.citations).toEqual([1]);
  });
});

describe('an answer', () => {
  test('keeps the order of its sentences and numbers the sources as they come', () => {
    const a = stored('Riga accuse Andorre.', { id: 'a' });
    const b = stored('Andorre nie.', { id: 'b' });
    const answer = compose([...sentencesOf(b), ...sentencesOf(a)], [a, b]);
    expect(answer.citations.map(({ n, sourceId }) => [n, sourceId])).toEqual([
      [1, 'b'],
      [2, 'a'],
    ]);
    expect(answer.sentences.map(({ kind }) => kind)).toEqual(['denial', 'accusation']);
    expect(answer).toMatchObject({
      id: 'ref-1',
      status: 'answered',
      method: 'extractive',
      nearest: [],
      searched: null,
    });
  });

  test('tells its notices in its own language', () => {
    const a = stored('Riga accuse Andorre.', { id: 'a' });
    const texts = new Map([['a', a]]);
    const told = ANSWER_LANGS.map(
      (lang) =>
        composeAnswer(
          analyzeQuestion('Andorre', lexicon, lang),
          sentencesOf(a),
          ['no-denial-found'],
          texts,
          STAMP,
        ).notices,
    );
    expect(told.map(([notice]) => notice?.code)).toEqual(Array(3).fill('no-denial-found'));
    expect(new Set(told.map(([notice]) => notice?.text)).size).toBe(3);
  });

  test('takes signs of replacement and templates for the words they are', () => {
    for (const text of ['Il a dit $& et $` puis {x} {{passages}}.', 'Prix : $1 ou $$.'])
      expect(shown(text, 'fr', { publisher: '$& {source} Gazette' })).toBe(
        `$& {source} Gazette, 2 avril 2031 : « ${text} »`,
      );
  });

  test('a source that is cited but not there is a defect', () => {
    const a = stored('Riga accuse Andorre.', { id: 'a' });
    expect(() => compose(sentencesOf(a), [])).toThrow(/no text for a/);
  });
});
