/**
 * Measures whether a question finds the same first source under every name of a threat actor. Prints one line for each
 * name that finds another source than the actor's first name does, and the share of names that find the same.
 *
 * Usage: node scripts/measure-aliases.ts
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';

/** What is asked about each name, in the three languages. */
const QUESTIONS: readonly ((name: string) => string)[] = [
  (name) => `Qui a accusé ${name}, et que répond la partie mise en cause ?`,
  (name) => `Who was attacked by ${name}?`,
  (name) => `${name}与哪些网络攻击有关？`,
  (name) => name,
];

const rows = readFileSync(new URL('../src/lexicon/data/actors.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'));

const folder = mkdtempSync(join(tmpdir(), 'casebook-aliases-'));
const app = await openApp(loadConfig({ ...process.env, CASEBOOK_DATA_DIR: folder }), {
  defaultLogLevel: 'silent',
});
try {
  await app.syncCorpus({ signal: AbortSignal.timeout(300_000) });
  const cases = await app.cases.list();
  const named = new Set(
    cases.flatMap(({ claims }) =>
      claims.flatMap(({ against }) => [against?.actor ?? '', ...(against?.aliases ?? [])]),
    ),
  );
  const searched = { same: 0, of: 0 };
  const answered = { same: 0, of: 0 };
  let actors = 0;
  for (const [, name = '', aliases = ''] of rows) {
    const names = [name, ...aliases.split(';').filter((alias) => alias !== '')];
    if (names.length < 2 || !names.some((known) => named.has(known))) continue;
    actors += 1;
    for (const question of QUESTIONS) {
      const found = async (as: string) =>
        (await app.index.search({ text: question(as), k: 1 }))[0]?.source.id ?? 'nothing';
      const cited = async (as: string) =>
        (await app.answer(question(as))).citations[0]?.sourceId ?? 'nothing';
      for (const [tally, first, what] of [
        [searched, found, 'found'],
        [answered, cited, 'cited'],
      ] as const) {
        const expected = await first(name);
        for (const alias of names.slice(1)) {
          const other = await first(alias);
          tally.of += 1;
          if (other === expected) tally.same += 1;
          else console.log(`${question(alias)}  ${what} ${other} instead of ${expected}`);
        }
      }
    }
  }
  const share = ({ same, of }: typeof searched) => `${same} of ${of} (${(same / of).toFixed(3)})`;
  console.log(
    `${actors} actors of the corpus; the same source is found first for ${share(searched)} questions`,
  );
  console.log(`and cited first for ${share(answered)}`);
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
