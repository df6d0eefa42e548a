/** The file of compiled labels: whatever is wrong with it, the labels are right. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CompiledLabel } from '../../src/lexicon/compile-labels.ts';
import { cachedLabels } from '../../src/lexicon/label-cache.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { temporaryFolder } from '../index/index-kit.ts';

const VERSION = '0123456789abcdef';
const LABELS: CompiledLabel[] = [
  [0, 'fr', 0, 'sanction'],
  [1, 'any', 2, 'le', 'monde'],
];
/** Asks for the labels and counts how often they were compiled. */
function ask(folder: string, version = VERSION): { labels: CompiledLabel[]; compiled: number } {
  let compiled = 0;
  const labels = cachedLabels(folder, version, () => {
    compiled += 1;
    return LABELS;
  });
  return { labels, compiled };
}
const fileOf = (folder: string, version = VERSION): string => join(folder, `lexicon-${version}.json`);

describe('cachedLabels', () => {
  test('compiles once and reads from then on', () => {
    const folder = temporaryFolder();
    expect(ask(folder)).toEqual({ labels: LABELS, compiled: 1 });
    expect(ask(folder)).toEqual({ labels: LABELS, compiled: 0 });
    expect(readdirSync(folder)).toEqual([`lexicon-${VERSION}.json`]);
  });

  test.each([
    ['torn', '[[0,"fr",0,"sanc'],
    ['empty', ''],
    ['an empty list', '[]'],
    ['something else', '{"labels":[]}'],
    ['null', 'null'],
    ['no text', '\u0000\u0001\u0002'],
  ])('a file that is %s is compiled anew and mended', (_, content) => {
    const folder = temporaryFolder();
    writeFileSync(fileOf(folder), content);
    expect(ask(folder)).toEqual({ labels: LABELS, compiled: 1 });
    expect(ask(folder)).toEqual({ labels: LABELS, compiled: 0 });
  });

  test('a list that holds no labels is compiled anew', () => {
    const folder = temporaryFolder();
    writeFileSync(fileOf(folder), JSON.stringify([1, 'two', null]));
    expect(ask(folder)).toEqual({ labels: LABELS, compiled: 1 });
  });

  test('another version is compiled anew, and its file takes the place of the old one', () => {
    const folder = temporaryFolder();
    ask(folder);
    writeFileSync(join(folder, 'casebook.db'), 'mine');
    writeFileSync(join(folder, 'lexicon-notes.json'), 'mine, too');
    expect(ask(folder, 'fedcba9876543210')).toEqual({ labels: LABELS, compiled: 1 });
    expect(readdirSync(folder).sort()).toEqual([
      'casebook.db',
      'lexicon-fedcba9876543210.json',
      'lexicon-notes.json',
    ]);
  });

  test('a folder that is not there costs the time to compile and nothing else', () => {
    const folder = join(temporaryFolder(), 'none');
    expect(ask(folder)).toEqual({ labels: LABELS, compiled: 1 });
    expect(ask(folder)).toEqual({ labels: LABELS, compiled: 1 });
  });

  test('so does a folder in which the file cannot be made', () => {
    const folder = temporaryFolder();
    // A folder in the file's place: not even root can write there.
    mkdirSync(join(fileOf(folder), 'in the way'), { recursive: true });
    expect(ask(folder)).toEqual({ labels: LABELS, compiled: 1 });
    expect(ask(folder)).toEqual({ labels: LABELS, compiled: 1 });
    expect(readdirSync(join(fileOf(folder)))).toEqual(['in the way']);
    expect(readdirSync(folder).filter((name) => name.includes(`.json.`))).toEqual([]);
  });
});

describe('loadLexicon', () => {
  test('reads alike with a cold cache, a warm one and none', () => {
    const folder = temporaryFolder();
    const text = 'Le ministère tchèque des Affaires étrangères accuse APT31 ; Pékin nie, selon l’ambassade.';
    const found = (lexicon: ReturnType<typeof loadLexicon>) =>
      lexicon
        .analyze(text, 'fr')
        .concepts.map(({ concept, start, end, inner }) => [concept.id, start, end, inner]);
    const plain = loadLexicon();
    const cold = loadLexicon(folder);
    expect(readdirSync(folder)).toEqual([`lexicon-${plain.version}.json`]);
    const before = readFileSync(fileOf(folder, plain.version), 'utf8');
    const warm = loadLexicon(folder);
    expect(found(cold)).toEqual(found(plain));
    expect(found(warm)).toEqual(found(plain));
    expect(readFileSync(fileOf(folder, plain.version), 'utf8')).toBe(before);
  });
});
