/**
 * `npm run bench`: measures the index against other libraries on generated texts, and writes `docs/performance.md` and
 * its plot.
 *
 * Usage: npm run bench [-- --json] [--sizes 1000,10000,100000] [--only exact,usearch,…] [--limit SECONDS] [--dry-run]
 * A size may name its own: `--sizes 1000,10000,100000=exact+hnsw+usearch`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contenders } from './contenders.ts';
import { measureAll, WHOLE } from './measure-all.ts';
import type { Measurement } from './measurement.ts';
import { reportMarkdown } from './report.ts';
import { plotSvg } from './svg-plot.ts';
import { replaceBetweenMarks } from './write-page.ts';

const HERE = import.meta.dirname;
const PAGE = join(HERE, '..', 'docs', 'performance.md');
const PLOT = join(HERE, '..', 'docs', 'images', 'performance.svg');
/** Vectors are kept where the packages are: nobody keeps that folder, and nobody commits it. */
const CACHE = join(HERE, 'node_modules', '.cache', 'casebook');
const DEFAULT_SIZES = '1000,10000,100000';
const DEFAULT_LIMIT_SECONDS = 600;
/** Questions are about a hundred passages of the smallest size. */
const LEAST_SIZE = 100;

const ALT =
  'Time of one search against the number of passages, for each library; both axes are logarithmic. The table has the figures.';

const known = [...contenders.map(({ id }) => id), ...WHOLE];
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    sizes: { type: 'string', default: DEFAULT_SIZES },
    only: { type: 'string' },
    limit: { type: 'string', default: String(DEFAULT_LIMIT_SECONDS) },
    'dry-run': { type: 'boolean', default: false },
  },
});
const only = values.only?.split(',') ?? null;
const sizes = values.sizes.split(',').map((given) => {
  const [size, names] = given.split('=');
  return { size: Number(size), only: names?.split('+') ?? only };
});
const limitSeconds = Number(values.limit);
if (!sizes.every(({ size }) => Number.isInteger(size) && size >= LEAST_SIZE))
  fail(`--sizes wants whole numbers of at least ${LEAST_SIZE}, with commas between them`);
if (!(limitSeconds > 0)) fail('--limit wants a number of seconds');
const unknown = sizes.flatMap((size) => size.only ?? []).filter((id) => !known.includes(id));
if (unknown.length > 0) fail(`nothing is called ${unknown.join(', ')}; there are: ${known.join(', ')}`);
if (!existsSync(join(HERE, 'node_modules', '.package-lock.json')))
  fail('the libraries to measure against are not installed: npm ci --prefix bench');

const measured = await measureAll({
  sizes: sizes.sort((a, b) => a.size - b.size),
  limitSeconds,
  cacheFolder: CACHE,
  onStep: (words) => console.error(words),
});
if (values.json) console.log(JSON.stringify(measured, null, 2));
else console.log(reportMarkdown(measured));
// A part of the contenders is a look, and no page.
if (only === null && !values['dry-run']) writePage(measured);

function writePage(measurement: Measurement): void {
  const content = `![${ALT}](images/performance.svg)\n\n${reportMarkdown(measurement)}`;
  const page = replaceBetweenMarks(readFileSync(PAGE, 'utf8'), content);
  mkdirSync(join(PLOT, '..'), { recursive: true });
  writeFileSync(PLOT, plotOf(measurement));
  writeFileSync(PAGE, page);
  console.error('docs/performance.md and docs/images/performance.svg are written');
}

function plotOf({ vectors }: Measurement): string {
  return plotSvg({
    title: 'Time of one search by vectors, the middle one (p50)',
    description: ALT,
    xLabel: 'passages',
    yLabel: 'milliseconds',
    lines: contenders.map(({ id, title, ours }) => ({
      name: title,
      ours,
      points: vectors.flatMap((row) =>
        row.id === id && typeof row.outcome !== 'string' ? [{ x: row.size, y: row.outcome.p50Ms }] : [],
      ),
    })),
  });
}

function fail(words: string): never {
  console.error(words);
  process.exit(2);
}
