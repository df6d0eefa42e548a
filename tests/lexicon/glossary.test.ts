/** Reading the tables: what a slip in a row is told as. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readActors, readGlossary, readTable } from '../../src/lexicon/glossary.ts';
import { temporaryFolder } from '../index/index-kit.ts';

function table(content: string): URL {
  const file = join(temporaryFolder(), 'table.tsv');
  writeFileSync(file, content);
  return pathToFileURL(file);
}
const HEADER = 'id\tkind\tbroader\tfr\ten\tzh\n';

describe('readTable', () => {
  test('reads rows by the header’s names, without comments and empty lines, at either line end', () => {
    const rows = readTable(table('# note\r\na\tb\r\n\r\n# note\r\n1\t2\r\n3\t\r\n'));
    expect(rows).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '' },
    ]);
  });

  test.each([
    ['too few cells', 'a\tb\n1\t2\n3\n', /table\.tsv:3: 1 cells where 2 are due/],
    ['too many cells', '# note\na\tb\n1\t2\t3\n', /table\.tsv:3: 3 cells where 2 are due/],
  ])('%s: names file and line', (_, content, message) => {
    expect(() => readTable(table(content))).toThrow(message);
  });

  test('an empty table has no rows', () => {
    expect(readTable(table(''))).toEqual([]);
    expect(readTable(table('a\tb\n'))).toEqual([]);
  });
});

describe('readGlossary', () => {
  test('parts cells at semicolons and drops what is empty', () => {
    const [wiper] = readGlossary(
      table(`${HEADER}wiper\tmalware\tmalware; tool\teffaceur ;; purgeur\twiper\t\n`),
    );
    expect(wiper).toEqual({
      id: 'wiper',
      kind: 'malware',
      broader: ['malware', 'tool'],
      labels: { fr: ['effaceur', 'purgeur'], en: ['wiper'], zh: [] },
    });
  });

  test('an unknown kind names the row', () => {
    expect(() => readGlossary(table(`${HEADER}wiper\tthing\t\ta\tb\tc\n`))).toThrow(
      /wiper: unknown kind thing/,
    );
  });

  test('a table without the columns is told', () => {
    expect(() => readGlossary(table('name\tsort\nwiper\tmalware\n'))).toThrow(/unknown kind/);
  });
});

describe('readActors', () => {
  const actors = 'id\tname\taliases\tstate\tdocumented_by\n';

  test('spells a number joined and apart, each once', () => {
    const [actor] = readActors(table(`${actors}apt77\tAPT77\tAPT 77;Grey Heron;UNC 12\t\tnobody\n`));
    expect(actor?.id).toBe('actor:apt77');
    expect([...(actor?.labels.en ?? [])].sort()).toEqual(
      ['APT 77', 'APT77', 'Grey Heron', 'UNC 12', 'UNC12'].sort(),
    );
    expect(actor?.labels.fr).toEqual(actor?.labels.en);
    expect(actor?.labels.zh).toEqual(actor?.labels.en);
  });

  test('says nothing of the state behind an actor: that would be a verdict', () => {
    const [actor] = readActors(table(`${actors}heron\tGrey Heron\t\tcn\tnobody\n`));
    expect(actor?.broader.filter((id) => id.startsWith('country:'))).toEqual([]);
  });
});
