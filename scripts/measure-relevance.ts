/**
 * Measures how well rules tell news about attribution from all other news, by language and set.
 *
 * Usage: node scripts/measure-relevance.ts PATH… [--misses]; each PATH is a file of labelled items
 * (`tests/fixtures/news-items.json`), a folder of case files in YAML (the titles of their sources are positives), or a
 * file of passages in JSON lines (negatives).
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { profileCases } from '../src/claims/case-profiles.ts';
import { loadLexicon } from '../src/lexicon/lexicon.ts';
import type { Judgement } from '../src/news/judgement.ts';
import { createJudge } from '../src/news/relevance/create-judge.ts';

interface Labelled {
  readonly lang: string;
  readonly title: string;
  readonly teaser: string;
  readonly relevant: boolean;
  readonly kinds?: readonly string[];
  readonly accused?: readonly string[];
  readonly set: string;
}

interface CaseSources {
  readonly sources: readonly {
    readonly id: string;
    readonly title: string;
    readonly lang: string;
    readonly title_is_descriptive?: boolean;
  }[];
  readonly facts: readonly string[];
}

const paths = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const showMisses = process.argv.includes('--misses');
const lexicon = loadLexicon();
const judge = createJudge({ lexicon, profiles: profileCases([], lexicon) });

function read(path: string): Labelled[] {
  if (statSync(path).isDirectory())
    return readdirSync(path)
      .filter((name) => /\.ya?ml$/.test(name))
      .flatMap((name) => {
        const { sources, facts = [] } = parse(readFileSync(join(path, name), 'utf8')) as CaseSources;
        return sources.flatMap(({ id, title, lang, title_is_descriptive }): Labelled[] => {
          // The facts are in English: the first two that rest on the source stand for its feed's teaser.
          const resting = facts.filter(
            (one) => lang === 'en' && new RegExp(`\\((?:[^)]*\\b)?${id}\\b[^)]*\\)\\s*$`, 'u').test(one),
          );
          const teaser = resting
            .slice(0, 2)
            .map((one) => one.replace(/\s*\([^)]*\)\s*$/u, ''))
            .join(' ');
          const set = title_is_descriptive === true ? 'titles described' : 'titles printed';
          const bare = { lang, title, teaser: '', relevant: true };
          return [
            { ...bare, set },
            ...(teaser === '' ? [] : [{ ...bare, teaser, set: 'titles with a teaser' }]),
          ];
        });
      });
  if (path.endsWith('.jsonl'))
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Labelled => {
        const { text, lang } = JSON.parse(line) as { text: string; lang: string };
        const [title = ''] = /^.{0,220}?[.!?。！？](?=\s|$|\p{Script=Han})|^.{0,160}/u.exec(text) ?? [];
        return { lang, title, teaser: text.slice(title.length).trim(), relevant: false, set: 'passages' };
      });
  return JSON.parse(readFileSync(path, 'utf8')) as Labelled[];
}

const items = paths.flatMap(read);
let spent = 0;
let slowest = 0;
const judged = items.map((item) => {
  const from = performance.now();
  const judgement = judge({ ...item, text: null, publisher: null, url: null, publishedAt: null });
  const took = performance.now() - from;
  spent += took;
  slowest = Math.max(slowest, took);
  return { item, judgement };
});

type Judged = { readonly item: Labelled; readonly judgement: Judgement };
const figure = (value: number): string => (Number.isNaN(value) ? '  –  ' : value.toFixed(3));
function line(name: string, list: readonly Judged[]): void {
  const hits = list.filter(({ item, judgement }) => item.relevant && judgement.relevant).length;
  const found = list.filter(({ judgement }) => judgement.relevant).length;
  const due = list.filter(({ item }) => item.relevant).length;
  const precision = hits / found;
  const recall = hits / due;
  const f1 = (2 * precision * recall) / (precision + recall);
  console.log(
    `${name.padEnd(30)} n ${String(list.length).padStart(5)}  P ${figure(precision)}  R ${figure(recall)}  F1 ${figure(f1)}  false ${found - hits}  missed ${due - hits}`,
  );
}

for (const set of new Set(items.map((item) => item.set))) {
  const list = judged.filter(({ item }) => item.set === set);
  line(set, list);
  // What names neither an attack nor a known group can be told by no rule that reads the item alone.
  const mute = list.filter(
    ({ item, judgement }) => item.relevant && judgement.reasons.some(({ code }) => code === 'no-cyber'),
  ).length;
  const due = list.filter(({ item }) => item.relevant).length;
  if (due > 0)
    console.log(
      `  ${mute} of ${due} name no attack and no group: recall can reach ${figure(1 - mute / due)}`,
    );
  const langs = [...new Set(list.map(({ item }) => item.lang))].sort();
  if (langs.length > 1)
    for (const lang of langs)
      line(
        `  ${set} ${lang}`,
        list.filter(({ item }) => item.lang === lang),
      );
  const typed = list.filter(({ item }) => item.relevant && item.kinds !== undefined);
  if (typed.length === 0) continue;
  const share = (
    of: (one: Judged) => readonly string[],
    wanted: (one: Judged) => readonly string[],
  ): string => {
    const right = typed.flatMap((one) => of(one).filter((value) => wanted(one).includes(value))).length;
    const all = typed.flatMap(of).length;
    const due = typed.flatMap(wanted).length;
    return `P ${figure(right / all)}  R ${figure(right / due)}`;
  };
  console.log(
    `  kinds    ${share(
      ({ judgement }) => judgement.kinds,
      ({ item }) => item.kinds ?? [],
    )}`,
  );
  console.log(
    `  accused  ${share(
      ({ judgement }) => judgement.countries.accused,
      ({ item }) => item.accused ?? [],
    )}`,
  );
}
line('all', judged);
console.log(`${(spent / items.length).toFixed(2)} ms an item, the slowest ${slowest.toFixed(1)} ms`);
if (showMisses)
  for (const { item, judgement } of judged)
    if (item.relevant !== judgement.relevant && item.set !== 'held')
      console.log(
        `${item.relevant ? 'missed' : 'false '} [${item.set} ${item.lang}] ${judgement.score} ${item.title.slice(0, 110)} | ${item.teaser.slice(0, 60)}\n        ${judgement.reasons.map(({ code, weight, detail }) => `${code} ${weight} «${detail.slice(0, 30)}»`).join(', ')}`,
      );
