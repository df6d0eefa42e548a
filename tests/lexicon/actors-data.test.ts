/** The table of threat actors: well formed, unambiguous, and naming nothing that its sources do not list. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readActors, readTable } from '../../src/lexicon/glossary.ts';

const FILE = new URL('../../src/lexicon/data/actors.tsv', import.meta.url);
const DOCUMENTATION = new URL('../../../shared/data/actors.jsonl', import.meta.url);
const SOURCES = ['MISP galaxy', 'MITRE ATT&CK'];

const rows = readTable(FILE).map((row) => ({
  id: row.id ?? '',
  name: row.name ?? '',
  aliases: (row.aliases ?? '').split(';').filter((alias) => alias !== ''),
  state: row.state ?? '',
  documentedBy: (row.documented_by ?? '').split(';'),
}));

/** Spellings that differ in case, spaces and punctuation name the same actor. */
const normalize = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
/** «Gamaredon Group» is documented; «Gamaredon» is how texts call it. */
const withoutGenericNoun = (name: string): string => name.replace(/( (ransomware|group|team|gang))+$/i, '');

test('every actor has a kebab-case id of its own, a name, a country code or none, and a known source', () => {
  expect(rows.length).toBeGreaterThan(100);
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  for (const row of rows) {
    expect(row.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(row.name.trim(), row.id).not.toBe('');
    expect(row.state, row.id).toMatch(/^([a-z]{2})?$/);
    for (const source of row.documentedBy) expect(SOURCES, row.id).toContain(source);
  }
});

test('no name or alias belongs to two actors', () => {
  const owner = new Map<string, string>();
  for (const row of rows)
    for (const name of [row.name, ...row.aliases]) {
      const known = owner.get(normalize(name)) ?? row.id;
      expect(known, name).toBe(row.id);
      owner.set(normalize(name), row.id);
    }
});

test('aliases are neither short, nor numbered groups, nor repeated in an entry', () => {
  for (const row of rows) {
    expect(new Set([row.name, ...row.aliases]).size, row.id).toBe(row.aliases.length + 1);
    for (const alias of row.aliases) {
      expect(normalize(alias).length, alias).toBeGreaterThan(3);
      expect(alias, row.id).not.toMatch(/^group \d+$/i);
    }
  }
});

test('best-known actors are found under the names that reports give them', () => {
  const concepts = new Map(readActors(FILE).map((concept) => [concept.id, concept.labels.en]));
  const pairs: [string, string][] = [
    ['apt31', 'Violet Typhoon'],
    ['apt31', 'APT 31'],
    ['apt40', 'Gingham Typhoon'],
    ['apt28', 'Forest Blizzard'],
    ['apt29', 'Midnight Blizzard'],
    ['apt10', 'Stone Panda'],
    ['apt32', 'Ocean Buffalo'],
    ['hafnium', 'Silk Typhoon'],
    ['sandworm', 'Voodoo Bear'],
    ['volt-typhoon', 'Vanguard Panda'],
    ['salt-typhoon', 'RedMike'],
    ['lazarus-group', 'Guardians of Peace'],
    ['mirrorface', 'Earth Kasha'],
    ['predatory-sparrow', 'Gonjeshke Darande'],
    ['ghostwriter', 'UNC1151'],
  ];
  for (const [id, name] of pairs) expect(concepts.get(`actor:${id}`), id).toContain(name);
});

test('every name, alias and state stands in the lists that the table was made from', ({ skip }) => {
  if (!existsSync(DOCUMENTATION)) {
    console.log('skipped: the lists of documented actors are absent');
    skip();
  }
  const documented = new Map<string, Set<string>>();
  for (const line of readFileSync(DOCUMENTATION, 'utf8').split('\n')) {
    if (line === '') continue;
    const entry = JSON.parse(line) as { name: string; aliases: string[]; suspected_state: string };
    for (const name of [entry.name, ...entry.aliases])
      for (const spelling of [name, withoutGenericNoun(name)]) {
        const states = documented.get(normalize(spelling)) ?? new Set<string>();
        documented.set(normalize(spelling), states.add(entry.suspected_state.toLowerCase()));
      }
  }
  for (const row of rows) {
    const names = [row.name, ...row.aliases];
    for (const name of names) expect(documented.has(normalize(name)), `${row.id}: ${name}`).toBe(true);
    const states = new Set(names.flatMap((name) => [...(documented.get(normalize(name)) ?? [])]));
    if (row.state !== '') expect([...states], row.id).toContain(row.state);
  }
});
