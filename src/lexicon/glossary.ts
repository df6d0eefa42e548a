/** Reads the glossary and actor tables. */
import { readFileSync } from 'node:fs';
import { CONCEPT_KINDS, type Concept, type ConceptKind, OTHER_LANGS, type OtherLabels } from './concept.ts';

const labels = (cell: string): string[] =>
  cell
    .split(';')
    .map((label) => label.trim())
    .filter((label) => label !== '');

/**
 * Rows of a tab-separated table: the header names the columns, `#` begins a comment line.
 *
 * @throws Error naming file and line when a row has another number of cells than the header.
 */
export function readTable(file: URL): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  let header: string[] | null = null;
  for (const [i, line] of readFileSync(file, 'utf8').split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    if (header === null) {
      header = cells;
      continue;
    }
    if (cells.length !== header.length)
      throw new Error(`${file.pathname}:${i + 1}: ${cells.length} cells where ${header.length} are due`);
    rows.push(Object.fromEntries(header.map((name, j) => [name, cells[j] ?? ''])));
  }
  return rows;
}

/** Concepts of a glossary file with the columns `id kind broader fr en zh`. */
export function readGlossary(file: URL): Concept[] {
  return readTable(file).map((row) => {
    const kind = CONCEPT_KINDS.find((known) => known === row.kind);
    if (kind === undefined || row.id === undefined)
      throw new Error(`${file.pathname}: ${row.id}: unknown kind ${row.kind}`);
    return {
      id: row.id,
      kind: kind satisfies ConceptKind,
      broader: labels(row.broader ?? ''),
      labels: { fr: labels(row.fr ?? ''), en: labels(row.en ?? ''), zh: labels(row.zh ?? '') },
    };
  });
}

/** Labels in other languages by concept id, with the columns `id de es ru cs`. */
export function readOtherLabels(file: URL): Map<string, OtherLabels> {
  return new Map(
    readTable(file).map((row) => [
      row.id ?? '',
      Object.fromEntries(OTHER_LANGS.map((lang) => [lang, labels(row[lang] ?? '')])),
    ]),
  );
}

/** The concepts with more labels in other languages. Throws an Error for labels of a concept that there is not. */
export function withOtherLabels(
  concepts: readonly Concept[],
  more: ReadonlyMap<string, OtherLabels>,
): Concept[] {
  const known = new Set(concepts.map(({ id }) => id));
  for (const id of more.keys()) if (!known.has(id)) throw new Error(`labels of ${id}, which is no concept`);
  return concepts.map((concept) => {
    const added = more.get(concept.id);
    if (added === undefined) return concept;
    const all = OTHER_LANGS.map((lang) => [
      lang,
      [...(concept.others?.[lang] ?? []), ...(added[lang] ?? [])],
    ]);
    return { ...concept, others: Object.fromEntries(all) };
  });
}

/**
 * Concepts of the threat actors, with the columns `id name aliases state documented_by`. An alias with a number is
 * also found when written apart: `APT31`, `APT 31`, `APT-31`.
 */
export function readActors(file: URL): Concept[] {
  return readTable(file).map((row) => {
    const names = [row.name ?? '', ...labels(row.aliases ?? '')].flatMap(spellings);
    const all = [...new Set(names)];
    return {
      id: `actor:${row.id}`,
      kind: 'actor',
      broader: ['apt-group', 'threat-actor-group'],
      labels: { fr: all, en: all, zh: all },
    };
  });
}

function spellings(name: string): string[] {
  const joined = /^([A-Za-z]{2,})[ -]?(\d+)$/.exec(name);
  return joined === null ? [name] : [name, `${joined[1]}${joined[2]}`, `${joined[1]} ${joined[2]}`];
}
