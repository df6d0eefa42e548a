/** The timeline of a case as a picture: one mark for each entry, on a line, oldest first. */
import { formatDate } from '../core/format-date.ts';
import type { Report, ReportLine, ReportSection } from '../core/report.ts';
import { PICTURE_WORDS } from './picture-words.ts';
import {
  LINE_HEIGHT,
  MARGIN,
  MAX_HEIGHT,
  type Sketch,
  safeLines,
  sketchOf,
  TEXT_SIZE,
  TITLE_LINE,
  TITLE_SIZE,
  textAt,
  WIDTH,
} from './sketch.ts';
import { timelineAlt } from './timeline-alt.ts';
import { INK, QUIET_INK, RULE, TONE_COLOURS, toneMark } from './tone-style.ts';

/** Where the line runs, and where the words begin. */
const RAIL = MARGIN + 22;
const WORDS = MARGIN + 76;
const WORDS_WIDTH = WIDTH - MARGIN - WORDS;
/** Between two entries. */
const GAP = 30;

/**
 * How much of an entry is shown, in lines: where there are many, each gets less. In the shortest form the date stands
 * before who speaks, and what is said is left to the text: an entry left out might be the other side's answer.
 */
const DETAILS = [
  { label: 2, text: 4, notes: 1, gap: 30, dateApart: true },
  { label: 2, text: 3, notes: 1, gap: 30, dateApart: true },
  { label: 2, text: 2, notes: 1, gap: 30, dateApart: true },
  { label: 2, text: 2, notes: 0, gap: 30, dateApart: true },
  { label: 2, text: 1, notes: 0, gap: 24, dateApart: true },
  { label: 2, text: 1, notes: 0, gap: 24, dateApart: false },
  { label: 2, text: 0, notes: 0, gap: 24, dateApart: false },
  { label: 1, text: 0, notes: 0, gap: 20, dateApart: false },
] as const;
type Detail = (typeof DETAILS)[number];

interface Entry {
  readonly line: ReportLine;
  readonly when: string;
}

/** @param report of kind `timeline`. @returns a picture of at most 2,400 pixels; it says how much it has no room for. */
export function drawTimeline(report: Report): Sketch {
  const chinese = report.lang === 'zh';
  const entries = report.sections.flatMap((section) =>
    section.lines.map((line) => entryOf(line, section, report)),
  );
  const head = heading(report, chinese);
  const foot = footing(report, chinese);
  const room = MAX_HEIGHT - head.height - foot.height - 2 * MARGIN;
  const drawn = fitEntries(entries, { room, report, chinese });
  const parts = [...head.parts];
  let y = MARGIN + head.height;
  if (drawn.blocks.length > 0) {
    const whole = drawn.blocks.reduce((sum, { height }) => sum + height, 0);
    const last = drawn.blocks.at(-1)?.height ?? 0;
    const end = drawn.left > 0 ? y + whole : y + whole - last + TEXT_SIZE / 2;
    parts.push(
      `<path d="M${RAIL} ${y + TEXT_SIZE / 2}V${end}" stroke="${RULE}" stroke-width="6" fill="none"/>`,
    );
  }
  for (const block of drawn.blocks) {
    parts.push(block.draw(y));
    y += block.height;
  }
  if (drawn.left > 0) {
    const words = PICTURE_WORDS[report.lang].notShown(drawn.left);
    parts.push(textAt(WORDS, y + TEXT_SIZE, words, { strong: true, chinese }));
    y += LINE_HEIGHT + GAP;
  }
  parts.push(foot.draw(y));
  return sketchOf(parts, {
    name: 'timeline',
    alt: timelineAlt(report),
    height: Math.ceil(y + foot.height + MARGIN),
  });
}

function entryOf(line: ReportLine, { heading }: ReportSection, { lang }: Report): Entry {
  return { line, when: line.date === null ? heading : formatDate(line.date, lang) };
}

function heading({ title }: Report, chinese: boolean) {
  const lines = safeLines(title, { width: WIDTH - 2 * MARGIN, size: TITLE_SIZE, maxLines: 3, chinese });
  const parts = lines.map((line, i) =>
    textAt(MARGIN, MARGIN + TITLE_SIZE + i * TITLE_LINE, line, { size: TITLE_SIZE, strong: true, chinese }),
  );
  return { parts, height: lines.length * TITLE_LINE + GAP };
}

/** What the reader must know of the whole stands under the picture too. */
function footing({ notices }: Report, chinese: boolean) {
  const width = WIDTH - 2 * MARGIN;
  const lines = notices
    .slice(0, 3)
    .flatMap((notice) => safeLines(notice, { width, size: TEXT_SIZE, maxLines: 2, chinese }));
  const draw = (y: number) =>
    lines
      .map((line, i) => textAt(MARGIN, y + TEXT_SIZE + i * LINE_HEIGHT, line, { colour: QUIET_INK, chinese }))
      .join('');
  return { draw, height: lines.length * LINE_HEIGHT };
}

interface Block {
  readonly height: number;
  draw(top: number): string;
}

function fitEntries(
  entries: readonly Entry[],
  { room, report, chinese }: { readonly room: number; readonly report: Report; readonly chinese: boolean },
): { readonly blocks: readonly Block[]; readonly left: number } {
  let blocks: Block[] = [];
  for (const detail of DETAILS) {
    blocks = entries.map((entry) => entryBlock(entry, { detail, report, chinese }));
    if (blocks.reduce((sum, { height }) => sum + height, 0) <= room) return { blocks, left: 0 };
  }
  let height = LINE_HEIGHT + GAP;
  const shown = blocks.findIndex((block) => {
    height += block.height;
    return height > room;
  });
  return { blocks: blocks.slice(0, shown), left: entries.length - shown };
}

function entryBlock(
  { line, when }: Entry,
  {
    detail,
    report,
    chinese,
  }: { readonly detail: Detail; readonly report: Report; readonly chinese: boolean },
): Block {
  const tone = line.tone ?? 'plain';
  const options = { width: WORDS_WIDTH, size: TEXT_SIZE, chinese };
  const cites = line.citations.map((n) => `[${n}]`).join('');
  const head = detail.dateApart ? line.label : [when, line.label ?? line.text].join(' · ');
  const isShort = detail.text === 0;
  const quiet = (texts: readonly string[]) =>
    texts.map((text) => ({ text, colour: QUIET_INK, strong: false }));
  const rows = [
    ...quiet(safeLines(when, { ...options, maxLines: detail.dateApart ? 1 : 0 })),
    ...withCites(head ?? '', isShort ? cites : '', options, detail.label).map((text) => ({
      text,
      colour: TONE_COLOURS[tone],
      strong: true,
    })),
    ...withCites(line.text, cites, options, detail.text).map((text) => ({
      text,
      colour: INK,
      strong: false,
    })),
    ...quiet(
      safeLines(line.notes.join(PICTURE_WORDS[report.lang].semicolon), {
        ...options,
        maxLines: detail.notes,
      }),
    ),
  ];
  return {
    height: rows.length * LINE_HEIGHT + detail.gap,
    draw: (top) =>
      [
        toneMark(tone, RAIL, top + TEXT_SIZE * 0.66),
        ...rows.map(({ text, colour, strong }, i) =>
          textAt(WORDS, top + TEXT_SIZE + i * LINE_HEIGHT, text, { strong, chinese, colour }),
        ),
      ].join(''),
  };
}

/** The source's number stays, however much of the text is cut. */
function withCites(
  text: string,
  cites: string,
  options: { readonly width: number; readonly size: number; readonly chinese: boolean },
  maxLines: number,
): string[] {
  if (cites === '' || maxLines === 0) return safeLines(text, { ...options, maxLines });
  const whole = safeLines(`${text} ${cites}`, { ...options, maxLines });
  if (whole.at(-1)?.endsWith(cites.slice(-3)) === true) return whole;
  const narrow = Math.min(options.width / 2, cites.length * options.size * 0.6);
  const cut = safeLines(text, { ...options, width: options.width - narrow, maxLines });
  return cut.map((line, i) => (i === cut.length - 1 ? `${line} ${cites}` : line));
}
