/** The evaluation's figures as a table for a terminal. */
import type { Figures, Report } from './summarise.ts';
import type { Share } from './wilson.ts';

const ROWS: readonly (readonly [string, (figures: Figures) => Share])[] = [
  ['article recall@1', (f) => f.articleRecallAt1],
  ['article recall@3', (f) => f.articleRecallAt3],
  ['passage recall@3', (f) => f.passageRecallAt3],
  ['answers with keywords', (f) => f.keywords],
  ['false refusals', (f) => f.falseRefusals],
  ['false answers', (f) => f.falseAnswers],
  ['… on near-misses', (f) => f.falseAnswersHard],
  ['both sides shown', (f) => f.bothSides],
  ['reply where one is due', (f) => f.denials],
  ['right attributor named', (f) => f.attributor],
  ['accusations attributed', (f) => f.attributed],
  ['certainty not raised', (f) => f.hedged],
  ['citation recall', (f) => f.citationRecall],
  ['citation precision', (f) => f.citationPrecision],
  ['pointers and excerpts', (f) => f.sound],
];

/** One row a figure, one column a language; each share with its 95 % interval and its counts. */
export function formatReport(report: Report): string {
  const columns: (readonly [string, Figures])[] = [...Object.entries(report.byLanguage), ['all', report.all]];
  const cells = [
    ['', ...columns.map(([name, figures]) => `${name} (${figures.questions})`)],
    // What no question of the file asks for is no row.
    ...ROWS.filter(([, pick]) => pick(report.all).of > 0).map(([name, pick]) => [
      name,
      ...columns.map(([, figures]) => cell(pick(figures))),
    ]),
    ['median ms', ...columns.map(([, figures]) => String(Math.round(figures.millisecondsMedian ?? 0)))],
    [
      '… to the first sentence',
      ...columns.map(([, figures]) => String(Math.round(figures.firstSentenceMedian ?? 0))),
    ],
  ];
  const kinds = Object.entries(report.byKind).map(([kind, of]) => [`  ${kind}`, cell(of)]);
  if (kinds.length === 0) return table(cells);
  return `${table(cells)}\n\nrightly answered, or rightly not, by kind:\n${table(kinds)}`;
}

function table(cells: readonly (readonly string[])[]): string {
  const widths = (cells[0] ?? []).map((_, i) => Math.max(...cells.map((row) => (row[i] ?? '').length)));
  return cells
    .map((row) =>
      row
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cell({ hits, of, value, interval }: Share): string {
  if (value === null || interval === null) return '–';
  const [low, high] = interval;
  return `${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}] ${hits}/${of}`;
}
