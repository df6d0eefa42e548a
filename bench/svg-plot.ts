/** A plot as SVG: lines over two logarithmic axes, readable on a light page and on a dark one. */

export interface Line {
  readonly name: string;
  /** Drawn thicker. */
  readonly ours: boolean;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface PlotOptions {
  readonly title: string;
  /** For those who do not see it. */
  readonly description: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly lines: readonly Line[];
}

const WIDTH = 800;
const HEIGHT = 440;
const BOX = { left: 70, top: 46, right: 540, bottom: 380 };
/** Middle tones, which stand out from white and from black by at least 3 to 1. */
const COLOURS = ['#0b7fd1', '#c2540a', '#2f8f4e', '#a24bc4', '#8a7a12', '#d0347a', '#12908e', '#6d7785'];
const DASHES = ['', '6 3', '2 3', '8 3 2 3'];
const GREY = '#7a7f87';

/** The document. Points that are not above 0 are left out. */
export function plotSvg({ title, description, xLabel, yLabel, lines }: PlotOptions): string {
  const drawn = lines
    .map((line) => ({ ...line, points: line.points.filter(({ x, y }) => x > 0 && y > 0) }))
    .filter(({ points }) => points.length > 0);
  const all = drawn.flatMap(({ points }) => points);
  const x = createAxis(
    all.map((point) => point.x),
    BOX.left,
    BOX.right,
  );
  const y = createAxis(
    all.map((point) => point.y),
    BOX.bottom,
    BOX.top,
  );
  const grid = [
    ...x.ticks.map((tick) => tickX(tick, x.place(tick))),
    ...y.ticks.map((tick) => tickY(tick, y.place(tick))),
  ];
  const curves = drawn.map((line, i) => {
    const colour = COLOURS[i % COLOURS.length] as string;
    const dash = line.ours ? '' : (DASHES[i % DASHES.length] as string);
    const places = line.points.map((point) => ({ x: round(x.place(point.x)), y: round(y.place(point.y)) }));
    const path = places.map((place) => `${place.x},${place.y}`).join(' ');
    const dots = places.map((place) => `<circle cx="${place.x}" cy="${place.y}" r="3.5" fill="${colour}"/>`);
    const legend = BOX.top + 12 + i * 24;
    const stroke = `fill="none" stroke="${colour}" stroke-width="${line.ours ? 3.5 : 2}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}`;
    return [
      `<polyline points="${path}" ${stroke}/>`,
      ...dots,
      `<polyline points="${BOX.right + 16},${legend} ${BOX.right + 46},${legend}" ${stroke}/>`,
      text(BOX.right + 54, legend + 4, line.name, 'start'),
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif" font-size="13">
<title id="title">${escapeXml(title)}</title>
<desc id="description">${escapeXml(description)}</desc>
<style>text { fill: #24292f } @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } }</style>
${text(BOX.left, 24, title, 'start', 'font-size="16" font-weight="600"')}
${grid.join('\n')}
${curves.join('\n')}
${text((BOX.left + BOX.right) / 2, HEIGHT - 16, xLabel, 'middle')}
${text(0, 0, yLabel, 'middle', `transform="translate(18 ${(BOX.top + BOX.bottom) / 2}) rotate(-90)"`)}
</svg>
`;
}

interface Axis {
  readonly ticks: readonly number[];
  place(value: number): number;
}

/** Powers of ten that hold all values, from one place to another. */
function createAxis(values: readonly number[], from: number, to: number): Axis {
  const low = Math.floor(Math.log10(Math.min(...values, Number.MAX_VALUE)) + 1e-9);
  const first = values.length === 0 ? 0 : low;
  const highest = Math.ceil(Math.log10(Math.max(...values, Number.MIN_VALUE)) - 1e-9);
  const last = Math.max(first + 1, values.length === 0 ? 1 : highest);
  return {
    ticks: Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i)),
    place: (value) => from + ((Math.log10(value) - first) / (last - first)) * (to - from),
  };
}

function tickX(value: number, at: number): string {
  return `${rule(at, BOX.top, at, BOX.bottom)}\n${text(at, BOX.bottom + 20, formatTick(value), 'middle')}`;
}

function tickY(value: number, at: number): string {
  return `${rule(BOX.left, at, BOX.right, at)}\n${text(BOX.left - 8, at + 4, formatTick(value), 'end')}`;
}

function rule(x1: number, y1: number, x2: number, y2: number): string {
  const [a, b, c, d] = [x1, y1, x2, y2].map(round);
  return `<line x1="${a}" y1="${b}" x2="${c}" y2="${d}" stroke="${GREY}" stroke-opacity="0.35"/>`;
}

function text(x: number, y: number, words: string, anchor: string, more = ''): string {
  const place = `x="${round(x)}" y="${round(y)}"`;
  return `<text ${place} text-anchor="${anchor}"${more === '' ? '' : ` ${more}`}>${escapeXml(words)}</text>`;
}

function formatTick(value: number): string {
  return value >= 1 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(1)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeXml(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
