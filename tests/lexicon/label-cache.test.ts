/** The file of compiled labels: whatever is wrong with it, the labels are right. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CompiledLabel } from '../../src/lexicon/compile-labels.ts';
import { cachedLabels } from '../../src/lexicon/label-cache.ts';
import { readLexicon } from '../../src/lexicon/lexicon.ts';
import { temporaryFolder } from '../index/index-kit.ts';

const VERSION = '0123456789abcdef';
const LABELS: CompiledLabel[] = [
  [0, 'fr', 0, 'sanction'],
  [1, 'any', 2, 'le', 'monde'],
];
/** Asks for the labels and counts how often they were compiled. */
function ask(
  folder: string | readonly string[],
  version = VERSION,
): { labels: CompiledLabel[]; compiled: number } {
  let compiled = 0;
  const labels = cachedLabels([folder].flat(), version, () => {
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

describe('several folders', () => {
  test('the first one that takes the file keeps it, and is read first', () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    expect(ask([first, second])).toEqual({ labels: LABELS, compiled: 1 });
    expect(readdirSync(second)).toEqual([]);
    expect(ask(first)).toEqual({ labels: LABELS, compiled: 0 });
  });

  test('where the first may not be written, the second keeps it', () => {
    const [first, second] = [join(temporaryFolder(), 'none'), temporaryFolder()];
    expect(ask([first, second])).toEqual({ labels: LABELS, compiled: 1 });
    expect(ask([first, second])).toEqual({ labels: LABELS, compiled: 0 });
    expect(readdirSync(second)).toEqual([`lexicon-${VERSION}.json`]);
  });

  test('what the first has wrong, the second may have right', () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    ask(second);
    writeFileSync(fileOf(first), '[[0,"fr",0,"sanc');
    expect(ask([first, second])).toEqual({ labels: LABELS, compiled: 0 });
  });
});

describe('readLexicon', () => {
  test('reads alike with a cold cache, a warm one and none', () => {
    const folder = temporaryFolder();
    const text = 'Le ministère tchèque des Affaires étrangères accuse APT31 ; Pékin nie, selon l’ambassade.';
    const found = (lexicon: ReturnType<typeof readLexicon>) =>
      lexicon
        .analyze(text, 'fr')
        .concepts.map(({ concept, start, end, inner }) => [concept.id, start, end, inner]);
    const plain = readLexicon([]);
    const cold = readLexicon([folder]);
    const [name = '', ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    const before = readFileSync(join(folder, name), 'utf8');
    const warm = readLexicon([folder]);
    expect(found(cold)).toEqual(found(plain));
    expect(found(warm)).toEqual(found(plain));
    expect(readFileSync(join(folder, name), 'utf8')).toBe(before);
  });
});
