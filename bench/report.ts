/** A measurement in words and tables (Markdown), for the page and the terminal. */
import type { Measurement, Row } from './measurement.ts';
import { growthExponent } from './statistics.ts';
import type { EndToEndResult } from './tasks.ts';

export function reportMarkdown(measured: Measurement): string {
  return [
    conditions(measured),
    '### Vectors alone',
    vectorTables(measured),
    '### Growth with the number of passages',
    growthTable(measured),
    '### Words and vectors together',
    hybridTable(measured),
    '### The whole index',
    endToEndTable(measured),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function conditions({ date, machine, versions, questions, leastRecall, limitSeconds }: Measurement): string {
  const { cpu, cores, memoryGb, system, load } = machine;
  const busy =
    Math.max(...load) > cores
      ? ' A busy machine: times are longer than they need be; ratios are from the same run.'
      : '';
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `Measured on ${date.slice(0, 10)}: ${cpu}, ${cores} cores, ${memoryGb} GB, ${system}; load ${load.map((x) => x.toFixed(1)).join(' at the start, ')} at the end.${busy}`,
    `Versions: ${names.join(', ')}.`,
    `${questions} questions, the ten nearest each. Where a width of search can be chosen, the narrowest with recall of at least ${leastRecall} is taken, or the widest. What takes longer than ${limitSeconds} s is given up.`,
  ].join('\n');
}

type VectorRow = Measurement['vectors'][number];

function vectorTables({ vectors }: Measurement): string {
  return sizesOf(vectors)
    .map((size) => {
      const rows = vectors.filter((row) => row.size === size);
      const ours = rows.find(({ id }) => id === 'exact')?.outcome;
      const reference = ours === undefined || typeof ours === 'string' ? null : ours.p50Ms;
      return [
        `**${count(size)} passages**`,
        '',
        table(
          ['', 'build', 'memory', 'recall@10', 'search p50', 'p95', 'p50 against ours, exact', 'width'],
          rows.map((row) => [title(row), ...vectorCells(row, reference)]),
        ),
      ].join('\n');
    })
    .join('\n\n');
}

function vectorCells({ outcome }: VectorRow, reference: number | null): string[] {
  if (typeof outcome === 'string') return [outcome, '', '', '', '', '', ''];
  const { buildSeconds, memoryMb, recall, p50Ms, p95Ms, width } = outcome;
  return [
    `${figure(buildSeconds)} s`,
    `${figure(memoryMb)} MB`,
    recall.toFixed(3),
    `${figure(p50Ms)} ms`,
    `${figure(p95Ms)} ms`,
    reference === null ? '' : `× ${figure(p50Ms / reference)}`,
    width === null ? '' : String(width),
  ];
}

function growthTable({ vectors }: Measurement): string {
  const rows = [...new Set(vectors.map(({ id }) => id))].flatMap((id) => {
    const own = vectors.filter((row) => row.id === id);
    const exponent = (of: 'buildSeconds' | 'p50Ms' | 'memoryMb'): string => {
      const points = own.flatMap(({ size, outcome }) =>
        typeof outcome === 'string' ? [] : [{ size, cost: outcome[of] }],
      );
      return growthExponent(points)?.toFixed(2) ?? '';
    };
    const cells = [exponent('buildSeconds'), exponent('p50Ms'), exponent('memoryMb')];
    return own[0] === undefined || cells.every((cell) => cell === '') ? [] : [[title(own[0]), ...cells]];
  });
  if (rows.length === 0) return 'One size alone shows no growth.';
  return `Exponent b of cost = a · size^b over the sizes above; 1 is in proportion.\n\n${table(['', 'build', 'search p50', 'memory'], rows)}`;
}

function hybridTable({ hybrid, endToEnd }: Measurement): string {
  const rows = [...endToEnd, ...hybrid]
    .sort((a, b) => a.size - b.size)
    .map((row) => [count(row.size), title(row), ...hybridCells(row)]);
  if (rows.length === 0) return 'Not measured in this run.';
  return table(['passages', '', 'build', 'memory', 'search p50', 'p95', 'article found'], rows);
}

function hybridCells({ outcome }: Measurement['hybrid'][number]): string[] {
  if (typeof outcome === 'string') return [outcome, '', '', '', ''];
  const { buildSeconds, memoryMb, p50Ms, p95Ms, foundShare } = outcome;
  return [
    `${figure(buildSeconds)} s`,
    `${figure(memoryMb)} MB`,
    `${figure(p50Ms)} ms`,
    `${figure(p95Ms)} ms`,
    foundShare.toFixed(2),
  ];
}

function endToEndTable({ endToEnd }: Measurement): string {
  if (endToEnd.length === 0) return 'Not measured in this run.';
  const lines: readonly [string, (result: EndToEndResult) => string][] = [
    ['passages stored, found by their words', (r) => `${figure(r.storedPerSecond)} / s`],
    ['vectors complete after the last was stored', (r) => `${figure(r.behindSeconds)} s`],
    ['search p95', (r) => `${figure(r.p95Ms)} ms`],
    ['search p95 while passages are stored', (r) => `${figure(r.busyP95Ms)} ms`],
    ['one more article stored and searched', (r) => `${figure(r.addMs)} ms`],
    ['opened again, first question answered', (r) => `${figure(r.reopenMs)} ms`],
    ['event loop delayed while storing, p99', (r) => `${figure(r.loopP99Ms)} ms`],
    ['… at most', (r) => `${figure(r.loopMaxMs)} ms`],
    ['memory', (r) => `${figure(r.memoryMb)} MB`],
  ];
  return table(
    ['', ...endToEnd.map(({ size }) => `${count(size)} passages`)],
    lines.map(([name, show]) => [
      name,
      ...endToEnd.map(({ outcome }) => (typeof outcome === 'string' ? outcome : show(outcome))),
    ]),
  );
}

function title({ title: name, ours }: Row<unknown>): string {
  return ours ? `**${name}**` : name;
}

function sizesOf(rows: readonly { readonly size: number }[]): number[] {
  return [...new Set(rows.map(({ size }) => size))].sort((a, b) => a - b);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

function count(size: number): string {
  return size.toLocaleString('en');
}

/** Two digits that count. */
function figure(value: number): string {
  return value >= 10 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(2)));
}
