/** The runs of text on a PDF's page to lines in reading order: columns one after the other, what spans them between. */

/** A run of text as the file draws it. Lengths are in points, from the page's top left corner. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  /** The line on which the letters stand. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PdfLine {
  readonly text: string;
  /** The same, divided where wide gaps are. */
  readonly parts: readonly string[];
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  /** Edges of the column that it stands in. */
  readonly left: number;
  readonly right: number;
  /** From 0 within the page; lines of one block follow one another down a column. */
  readonly block: number;
}

type Piece = Omit<PdfLine, 'left' | 'right' | 'block'>;

/** What of a letter's size may lie between the base lines of one line: a note's number stands higher. */
const SAME_LINE = 0.4;
/** A gap of that many letter sizes may divide columns; words of a justified line are closer. */
const GUTTER = 0.9;
/** A gap of that many letter sizes divides two words; some programs write no spaces. */
const WORD_GAP = 0.2;
/** Lines on each side of a gutter at least, and their mean length in characters: shorter ones are a table's. */
const COLUMN = { lines: 4, length: 14 };
/** Share of lines that may cross a gutter: titles and pictures' texts. */
const CROSSING = 0.34;
/** Places looked at for a gutter, across the width. */
const STEPS = 80;
/** Columns within columns at most. */
const DEEPEST = 3;

/** @returns the page's lines in the order in which a person reads them. */
export function pageLines(runs: readonly TextRun[]): PdfLine[] {
  const blocks: Piece[][] = [];
  order(piecesOf(runs), 0, blocks);
  return blocks.flatMap((pieces, block) => {
    const lines = joinPieces(pieces);
    const left = Math.min(...lines.map(({ x }) => x));
    const right = Math.max(...lines.map(({ end }) => end));
    return lines.map((line) => ({ ...line, left, right, block }));
  });
}

/** Pieces of lines without a gap as wide as a gutter. */
function piecesOf(runs: readonly TextRun[]): Piece[] {
  const pieces: Piece[] = [];
  for (const row of rowsOf(runs.filter(({ text }) => text.trim() !== ''))) {
    let open: TextRun[] = [];
    for (const run of row) {
      const last = open.at(-1);
      if (last !== undefined && run.x - (last.x + last.width) > GUTTER * Math.max(last.size, run.size)) {
        pieces.push(pieceOf(open));
        open = [];
      }
      open.push(run);
    }
    pieces.push(pieceOf(open));
  }
  return pieces;
}

/** Runs by their base line, from the top; in each from left to right. */
function rowsOf<T extends { x: number; y: number; size: number }>(runs: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (
      row !== undefined &&
      first !== undefined &&
      run.y - first.y <= SAME_LINE * Math.max(first.size, run.size)
    )
      row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

function pieceOf(runs: readonly TextRun[]): Piece {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const apart = run.x - end > WORD_GAP * run.size;
    text += (text !== '' && apart && !/\s$/u.test(text) && !/^\s/u.test(run.text) ? ' ' : '') + run.text;
    end = Math.max(end, run.x + run.width);
  }
  // The size of most of its letters: the number of a note is smaller.
  const widest = runs.reduce((a, b) => (b.text.length > a.text.length ? b : a), runs[0] as TextRun);
  return { text, parts: [text.trim()], x: runs[0]?.x ?? 0, end, y: widest.y, size: widest.size };
}

/** Divides pieces by the gutter between two columns, if there is one, band by band between what crosses it. */
function order(pieces: readonly Piece[], depth: number, blocks: Piece[][]): void {
  if (pieces.length === 0) return;
  const gutter = depth < DEEPEST ? findGutter(pieces) : null;
  if (gutter === null) {
    blocks.push([...pieces]);
    return;
  }
  const crossing = pieces.filter(({ x, end }) => x < gutter && end > gutter).sort((a, b) => a.y - b.y);
  const rest = pieces.filter(({ x, end }) => x >= gutter || end <= gutter);
  let from = Number.NEGATIVE_INFINITY;
  const band = (to: number): void => {
    const within = rest.filter(({ y }) => y >= from && y < to);
    order(
      within.filter(({ end }) => end <= gutter),
      depth + 1,
      blocks,
    );
    order(
      within.filter(({ x }) => x >= gutter),
      depth + 1,
      blocks,
    );
    from = to;
  };
  for (const piece of crossing) {
    const open = blocks.at(-1);
    const between = rest.some(({ y }) => y >= from && y < piece.y);
    band(piece.y);
    // Lines across the page that follow one another are one block.
    if (!between && open !== undefined && piece !== crossing[0]) open.push(piece);
    else blocks.push([piece]);
  }
  band(Number.POSITIVE_INFINITY);
}

/** The place that the fewest pieces cross, if what stands to its left and right are columns of text. */
function findGutter(pieces: readonly Piece[]): number | null {
  const left = Math.min(...pieces.map(({ x }) => x));
  const right = Math.max(...pieces.map(({ end }) => end));
  let best: { at: number; crossing: number } | null = null;
  for (let step = Math.ceil(STEPS / 6); step <= STEPS - STEPS / 6; step += 1) {
    const at = left + ((right - left) * step) / STEPS;
    const crossing = pieces.filter(({ x, end }) => x < at && end > at).length;
    if (crossing > pieces.length * CROSSING) continue;
    if (best === null || crossing < best.crossing) best = { at, crossing };
  }
  if (best === null) return null;
  const { at } = best;
  const sides = [pieces.filter(({ end }) => end <= at), pieces.filter(({ x }) => x >= at)];
  return sides.every(isColumn) ? at : null;
}

function isColumn(pieces: readonly Piece[]): boolean {
  const rows = joinPieces(pieces);
  const length = rows.reduce((sum, { text }) => sum + weight(text), 0);
  return rows.length >= COLUMN.lines && length >= rows.length * COLUMN.length;
}

/** Characters of a line, as wide as Latin ones. */
function weight(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

/** Pieces of one column to whole lines. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  return rowsOf(pieces).map((row) => {
    const widest = row.reduce((a, b) => (b.text.length > a.text.length ? b : a), row[0] as Piece);
    return {
      ...widest,
      text: row.map(({ text }) => text.trim()).join(' '),
      parts: row.flatMap(({ parts }) => parts),
      x: Math.min(...row.map(({ x }) => x)),
      end: Math.max(...row.map(({ end }) => end)),
    };
  });
}
