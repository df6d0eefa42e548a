/** The check that a digest shares no run of words with what it digests, and that the shipped corpus passes it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainWords, sharedRuns } from '../../src/corpus/shared-runs.ts';

const ORIGINAL =
  'Hier soir, le porte-voix du port de Brume a juré que la « grande écluse » n’avait jamais été ouverte aux inconnus.';

describe('plainWords', () => {
  test('sets case, accents, ligatures and punctuation aside', () => {
    expect(plainWords('L’Œuvre, dit-elle : « ÉTÉ »…')).toEqual(['l', 'oeuvre', 'dit', 'elle', 'ete']);
  });

  test('keeps digits and drops empty pieces', () => {
    expect(plainWords(' – 40 millions, 10.000 ! ')).toEqual(['40', 'millions', '10', '000']);
  });
});

describe('sharedRuns', () => {
  test('finds a run in spite of other accents, case and punctuation', () => {
    const copied = 'Il écrit : LE PORTE VOIX DU PORT DE BRUME A JURÉ, et puis rien.';
    expect(sharedRuns(copied, [ORIGINAL])).toEqual([
      { run: 'le porte voix du port de brume a jure', words: 9, other: 0 },
    ]);
  });

  test('says nothing of a run one word shorter than asked for', () => {
    const seven = 'voix du port de Brume a juré';
    expect(sharedRuns(seven, [ORIGINAL])).toEqual([]);
    expect(sharedRuns(seven, [ORIGINAL], 7)).toHaveLength(1);
  });

  test('names the text that holds the run, in the order of the text examined', () => {
    const first = 'un deux trois quatre cinq';
    const second = 'six sept huit neuf dix';
    const text = 'six sept huit neuf dix puis un deux trois quatre cinq';
    expect(sharedRuns(text, [first, second], 5).map((run) => run.other)).toEqual([1, 0]);
  });

  test('tells two runs apart when a word stands between them', () => {
    const runs = sharedRuns('a b c x d e f', ['a b c d e f'], 3);
    expect(runs.map((run) => run.run)).toEqual(['a b c', 'd e f']);
  });

  test('finds any run that was planted', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const words = (minLength: number) => fc.array(word, { minLength, maxLength: 20 });
    fc.assert(
      fc.property(words(8), words(0), words(0), (run, before, after) => {
        const text = [...before, ...run, ...after].join(' ');
        const other = ['§', ...run, '§'].join(' ');
        expect(sharedRuns(text, [other]).some((found) => found.run.includes(run.join(' ')))).toBe(true);
      }),
    );
  });

  test('rejects a length that is no length', () => {
    expect(() => sharedRuns('a', ['a'], 0)).toThrow(RangeError);
  });
});

const ARTICLES = join(import.meta.dirname, '../../../shared/articles');
const CORPUS = join(import.meta.dirname, '../../corpus');

/** What we wrote ourselves in a case file: all but the sources' own titles. */
function ownWords(caseFile: string): string {
  return caseFile
    .replace(/^ *(?:- )?title: (?!$).*$/gm, '')
    .replace(/^\[\^[^\]]+\]: .*$/gm, '')
    .replace(/\[\^[^\]]+\]/g, ' ');
}

describe('the shipped corpus', () => {
  if (!existsSync(ARTICLES)) console.info('shared/articles is absent: the corpus is not compared with it');
  test.skipIf(!existsSync(ARTICLES))('shares no run of eight words with the articles it reports', () => {
    const names = readdirSync(ARTICLES).filter((name) => name.endsWith('.txt'));
    const articles = names.map((name) => readFileSync(join(ARTICLES, name), 'utf8'));
    const files = readdirSync(CORPUS).filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const runs = sharedRuns(ownWords(readFileSync(join(CORPUS, file), 'utf8')), articles);
      expect(
        runs.map(({ run, other }) => `${file} and ${names[other]}: ${run}`),
        file,
      ).toEqual([]);
    }
  });
});
