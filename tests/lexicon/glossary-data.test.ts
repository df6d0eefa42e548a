/** The glossary tables are hand-written data: every mistake in them is named by file, id and language. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/lexicon/fold.ts';

const FILES = ['glossary-public-affairs.tsv', 'glossary-cyber-and-names.tsv'].map(
  (name) => new URL(`../../src/lexicon/data/${name}`, import.meta.url),
);
const ACTORS = new URL('../../src/lexicon/data/actors.tsv', import.meta.url);
const COLUMNS = ['id', 'kind', 'broader', 'fr', 'en', 'zh'];
const KINDS = new Set(['term', 'role', 'org', 'person', 'place', 'product', 'malware', 'event']);
const LANGS = ['fr', 'en', 'zh'] as const;
/** A label that names more things than this says nothing. */
const MOST_CONCEPTS_OF_A_LABEL = 3;
const ID = /^[a-z0-9]+(?:[-:.][a-z0-9]+)*$/;

interface Row {
  readonly where: string;
  readonly cells: readonly string[];
  readonly id: string;
  readonly kind: string;
  readonly broader: readonly string[];
  readonly labels: Readonly<Record<(typeof LANGS)[number], readonly string[]>>;
}

const split = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(';')
    .map((label) => label.trim())
    .filter((label) => label !== '');

/** Content lines with their line numbers, the header first. */
function lines(file: URL): { n: number; text: string }[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((text, i) => ({ n: i + 1, text }))
    .filter(({ text }) => text.trim() !== '' && !text.startsWith('#'));
}

function read(file: URL): Row[] {
  if (!existsSync(file)) return [];
  return lines(file)
    .slice(1)
    .map(({ n, text }) => {
      const cells = text.split('\t');
      const [id = '', kind = '', broader, fr, en, zh] = cells;
      return {
        where: `${basename(file.pathname)}:${n} (${id})`,
        cells,
        id,
        kind,
        broader: split(broader),
        labels: { fr: split(fr), en: split(en), zh: split(zh) },
      };
    });
}

const tables = FILES.map((file) => ({ file, name: basename(file.pathname), rows: read(file) }));
const rows = tables.flatMap((table) => table.rows);

describe.each(tables)('$name', ({ file, name, rows: own }) => {
  it('is there, with its six columns', () => {
    expect(existsSync(file), `${name} is missing from src/lexicon/data`).toBe(true);
    expect(lines(file)[0]?.text.split('\t'), `${name}: header`).toEqual(COLUMNS);
  });

  it('has six cells on every line', () => {
    const wrong = own
      .filter((row) => row.cells.length !== COLUMNS.length)
      .map((row) => `${row.where}: ${row.cells.length} cells`);
    expect(wrong).toEqual([]);
  });

  it('has kebab-case ids of a known kind', () => {
    const wrong = own.flatMap((row) => [
      ...(ID.test(row.id) ? [] : [`${row.where}: the id is not kebab-case`]),
      ...(KINDS.has(row.kind) ? [] : [`${row.where}: unknown kind «${row.kind}»`]),
    ]);
    expect(wrong).toEqual([]);
  });

  it('has labels in French, English and Chinese for every concept', () => {
    const wrong = own.flatMap((row) =>
      LANGS.filter((lang) => row.labels[lang].length === 0).map(
        (lang) => `${row.where}: no label in ${lang}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('has at least 300 concepts', () => {
    expect(own.length, `${name}: concepts`).toBeGreaterThanOrEqual(300);
  });
});

describe('the two glossaries together', () => {
  it('use each id once', () => {
    const first = new Map<string, string>();
    const twice: string[] = [];
    for (const row of rows) {
      const before = first.get(row.id);
      if (before !== undefined) twice.push(`${row.where}: already in ${before}`);
      else first.set(row.id, row.where);
    }
    expect(twice).toEqual([]);
  });

  it('name only broader concepts that exist', () => {
    const actors = existsSync(ACTORS) ? lines(ACTORS).map(({ text }) => `actor:${text.split('\t')[0]}`) : [];
    const known = new Set([...rows.map((row) => row.id), ...actors]);
    const wrong = rows.flatMap((row) =>
      row.broader
        .filter((id) => !known.has(id) && !/^country:[a-z]{2}$/.test(id))
        .map((id) => `${row.where}: unknown broader concept «${id}»`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(LANGS)('give no %s label to more than three concepts', (lang) => {
    const owners = new Map<string, Set<string>>();
    for (const row of rows)
      for (const label of row.labels[lang]) {
        const key = fold(label);
        owners.set(key, (owners.get(key) ?? new Set()).add(row.id));
      }
    const wrong = [...owners]
      .filter(([, ids]) => ids.size > MOST_CONCEPTS_OF_A_LABEL)
      .map(([label, ids]) => `«${label}» (${lang}) means ${[...ids].join(', ')}`);
    expect(wrong).toEqual([]);
  });
});
