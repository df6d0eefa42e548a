/** What is installed in production is known, allowed, and listed in full. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { auditWords } from '../../../scripts/supply/audit-words.ts';
import { licenceProblems, READ_LICENCES } from '../../../scripts/supply/licence-rules.ts';
import { makeSbom } from '../../../scripts/supply/make-sbom.ts';
import { readProductionTree } from '../../../scripts/supply/production-packages.ts';
import { supplyProblems } from '../../../scripts/supply/third-party.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const tree = readProductionTree(root);
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { version: string; dev?: boolean; integrity?: string }>;
};

describe('licences', () => {
  it('are all allowed, and THIRD-PARTY.md lists them', () => {
    expect(supplyProblems(root)).toEqual([]);
  });

  it.each([
    [null, /names no licence/],
    ['GPL-3.0-only', /is under GPL-3\.0-only, which .* does not allow/],
    ['SSPL-1.0', /does not allow/],
    ['UNLICENSED', /does not allow/],
    ['SEE LICENSE IN LICENSE', /does not allow/],
    ['MIT AND GPL-3.0-only', /does not allow/],
    ['(MIT AND (GPL-2.0-only OR ISC))', /does not allow/],
    ['toString', /does not allow/],
  ])('%s is refused', (licence, words) => {
    const planted = { ...tree.packages[0], name: 'planted', licence } as (typeof tree.packages)[number];
    expect(licenceProblems([planted])).toEqual([expect.stringMatching(words)]);
  });

  it.each(['MIT', 'MIT OR GPL-3.0-only', '(MIT OR Apache-2.0)', 'MIT AND ISC'])('%s is taken', (licence) => {
    const planted = { ...tree.packages[0], licence } as (typeof tree.packages)[number];
    expect(licenceProblems([planted])).toEqual([]);
  });

  it('that were read in the packages are still what those say', () => {
    for (const name of Object.keys(READ_LICENCES))
      expect(readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8')).toContain(
        'Open Database License',
      );
  });
});

describe('the bill of materials', () => {
  const sbom = makeSbom(tree);

  it('has every package of the lock file that production installs, and no other', () => {
    const wanted = Object.entries(lock.packages)
      .filter(([path, { dev }]) => path !== '' && dev !== true)
      .map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`);
    expect(sbom.components.map((each) => each['bom-ref'])).toEqual([...new Set(wanted)].sort());
    expect(wanted).toContain(`hono@${lock.packages['node_modules/hono']?.version}`);
    expect(wanted.some((ref) => ref.startsWith('vitest@'))).toBe(false);
  });

  it('names each once, with licence and digest where the lock file has them, and edges that lead somewhere', () => {
    const refs = new Set(sbom.components.map((each) => each['bom-ref']));
    expect(refs.size).toBe(sbom.components.length);
    for (const { licenses, purl, hashes } of sbom.components) {
      expect(licenses, purl).toHaveLength(1);
      expect(purl).toMatch(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@[\w.+%-]+$/);
      for (const { alg, content } of hashes) expect(`${alg} ${content}`).toMatch(/^SHA-512 [0-9a-f]{128}$/);
    }
    const [first] = sbom.dependencies.filter(({ ref }) => ref.startsWith('casebook@'));
    expect(first?.dependsOn.length).toBeGreaterThan(20);
    for (const { dependsOn } of sbom.dependencies) for (const ref of dependsOn) expect(refs).toContain(ref);
    expect(sbom.dependencies).toHaveLength(sbom.components.length + 1);
  });

  it('is the same each time', () => {
    expect(JSON.stringify(makeSbom(readProductionTree(root)))).toBe(JSON.stringify(sbom));
  });
});

test('a stale list of third parties is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-supply-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  writeFileSync(join(folder, 'THIRD-PARTY.md'), '# Third-party packages\n');
  expect(supplyProblems(folder)).toEqual(['THIRD-PARTY.md is stale: npm run licences writes it']);
});

describe('audit', () => {
  it('says that nobody could be asked, without failing', () => {
    const refused = JSON.stringify({ message: '405 Method Not Allowed - POST https://registry.example/x' });
    expect(auditWords(refused)).toEqual({
      lines: ['not audited: the registry does not answer audits (405 Method Not Allowed)'],
      exitCode: 0,
    });
    for (const odd of ['', 'null', '[]', '{"vulnerabilities":null}'])
      expect(auditWords(odd).lines[0]).toMatch(/^not audited/);
  });

  it('fails when something is known', () => {
    const found = { vulnerabilities: { a: { severity: 'high', range: '<2', fixAvailable: true } } };
    expect(auditWords(JSON.stringify(found))).toEqual({
      lines: ['high: a <2 (a fixed version exists)'],
      exitCode: 1,
    });
    expect(auditWords('{"vulnerabilities":{}}').exitCode).toBe(0);
  });
});
