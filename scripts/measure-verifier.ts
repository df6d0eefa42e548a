/**
 * Measures the verifier on labelled pairs of a sentence and its passages:
 * `node scripts/measure-verifier.ts FILE [--wrong]`; with `--wrong` it lists what it got wrong.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { AnswerLang } from '../src/core/answer.ts';
import { share } from '../src/eval/wilson.ts';
import { loadLexicon } from '../src/lexicon/lexicon.ts';
import { createVerifier, type Verdict } from '../src/verify/verify-sentence.ts';

interface Pair {
  readonly id: string;
  readonly lang: AnswerLang;
  readonly sentence: string;
  readonly passages: readonly {
    readonly text: string;
    readonly lang: string;
    readonly publisher: string | null;
    readonly title: string;
    readonly date: string | null;
  }[];
  readonly label: 'faithful' | 'altered';
  readonly type: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { wrong: { type: 'boolean' } },
});
const [file] = positionals;
if (file === undefined) throw new Error('name a file of labelled pairs');
const pairs = JSON.parse(readFileSync(file, 'utf8')) as Pair[];
const verify = createVerifier(loadLexicon());

const check = ({ sentence, lang, passages }: Pair): Verdict =>
  verify(
    { text: sentence, lang },
    passages.map(({ text, lang: textLang, publisher, title, date }, i) => ({
      text,
      lang: textLang,
      source: {
        id: `s${i}`,
        title,
        titleIsDescriptive: false,
        publisher,
        publishedAt: date,
        authority: null,
        lang: textLang,
        textLang,
      },
    })),
  );

for (const pair of pairs.slice(0, 40)) check(pair);
const times: number[] = [];
const judged = pairs.map((pair) => {
  const start = performance.now();
  const verdict = check(pair);
  times.push(performance.now() - start);
  return { pair, verdict };
});

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`.padStart(8);
function row(name: string, hits: number, of: number): void {
  const { value, interval } = share(hits, of);
  if (value === null || interval === null) return;
  const range = `${percent(interval[0])} –${percent(interval[1])}`;
  console.log(
    `${name.padEnd(28)} ${String(hits).padStart(4)} / ${String(of).padEnd(4)} ${percent(value)}  [${range}]`,
  );
}

type Judged = (typeof judged)[number];
function table(
  title: string,
  of: readonly Judged[],
  key: (entry: Judged) => string,
  hit: (entry: Judged) => boolean,
): void {
  console.log(`\n${title}`);
  const groups = Map.groupBy(of, key);
  for (const [name, entries] of [...groups].sort(([a], [b]) => a.localeCompare(b)))
    row(name, entries.filter(hit).length, entries.length);
  row('all', of.filter(hit).length, of.length);
}

const altered = judged.filter(({ pair }) => pair.label === 'altered');
const faithful = judged.filter(({ pair }) => pair.label === 'faithful');
const fails = ({ verdict }: Judged): boolean => !verdict.holds;
const langs = ({ pair }: Judged): string =>
  `${pair.lang} ← ${[...new Set(pair.passages.map(({ lang }) => lang))].sort().join('+')}`;
table('Altered, caught, by type', altered, ({ pair }) => pair.type, fails);
table('Altered, caught, by languages', altered, langs, fails);
table('Faithful, dropped, by type', faithful, ({ pair }) => pair.type, fails);
table('Faithful, dropped, by languages', faithful, langs, fails);

times.sort((a, b) => a - b);
const quantile = (q: number): string => (times[Math.floor((times.length - 1) * q)] ?? 0).toFixed(2);
console.log(`\nms a sentence: median ${quantile(0.5)}, p95 ${quantile(0.95)}, longest ${quantile(1)}`);

if (values.wrong === true)
  for (const { pair, verdict } of judged.filter(
    (entry) => fails(entry) !== (entry.pair.label === 'altered'),
  )) {
    const faults = verdict.faults.map(({ fault, detail }) => `${fault}: ${detail}`).join(' | ');
    console.log(`\n${pair.id} ${pair.label} ${pair.type} (${verdict.support.toFixed(2)}) ${faults}`);
    for (const { text, lang } of pair.passages) console.log(`  [${lang}] ${text}`);
    console.log(`  → [${pair.lang}] ${pair.sentence}`);
  }
