/** The balance of the corpus, or of a digest, as a picture: bars for publishers, languages and countries, columns for years. */
import type { Report, ReportSection } from '../core/report.ts';
import { barBlock, columnBlock, type SectionBlock } from './draw-bars.ts';
import { PICTURE_WORDS } from './picture-words.ts';
import { safeText } from './safe-text.ts';
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
import { QUIET_INK } from './tone-style.ts';

const INNER = WIDTH - 2 * MARGIN;
/** Bars of a section: where there are many sections, each gets fewer, and the rest is counted in a line. */
const ROWS = [9, 8, 7, 6, 5, 4, 3] as const;
/** In the alternative text: names of a section, and code units of one. */
const TOLD = 3;
const MAX_NAME = 40;
const MAX_TITLE = 120;

/** @returns null where nothing is counted. */
export function drawSources(report: Report): Sketch | null {
  const chinese = report.lang === 'zh';
  const counted = report.sections.filter(isCounted);
  if (counted.length === 0) return null;
  const title = safeLines(report.title, { width: INNER, size: TITLE_SIZE, maxLines: 2, chinese });
  // In a digest the text beside the amounts is its stories.
  const facts = report.kind === 'digest' ? [] : report.sections.filter((section) => !isCounted(section));
  const lead = safeLines(factWords(facts.slice(0, 1), report), {
    width: INNER,
    size: TEXT_SIZE,
    maxLines: 5,
    chinese,
  });
  const notices = report.notices
    .slice(0, 2)
    .flatMap((text) => safeLines(text, { width: INNER, size: TEXT_SIZE, maxLines: 3, chinese }));
  const top = MARGIN + title.length * TITLE_LINE + lead.length * LINE_HEIGHT + TEXT_SIZE / 2;
  const room = MAX_HEIGHT - top - notices.length * LINE_HEIGHT - 2 * MARGIN;
  const parts = [
    ...title.map((line, i) =>
      textAt(MARGIN, MARGIN + TITLE_SIZE + i * TITLE_LINE, line, { size: TITLE_SIZE, strong: true, chinese }),
    ),
    ...lead.map((line, i) =>
      textAt(MARGIN, MARGIN + title.length * TITLE_LINE + TEXT_SIZE + i * LINE_HEIGHT, line, {
        colour: QUIET_INK,
        chinese,
      }),
    ),
  ];
  let y = top;
  for (const block of fit(counted, report, room)) {
    parts.push(block.draw(y));
    y += block.height;
  }
  for (const line of notices) {
    parts.push(textAt(MARGIN, y + TEXT_SIZE, line, { colour: QUIET_INK, chinese }));
    y += LINE_HEIGHT;
  }
  return sketchOf(parts, {
    name: report.kind,
    alt: sourcesAlt(report, counted),
    height: Math.ceil(y + MARGIN),
  });
}

function isCounted({ lines }: ReportSection): boolean {
  return lines.length > 0 && lines.every(({ count }) => count !== undefined);
}

/** As many rows as the height allows; where even the fewest do not fit, the last sections go. */
function fit(sections: readonly ReportSection[], report: Report, room: number): SectionBlock[] {
  let blocks: SectionBlock[] = [];
  for (const rows of ROWS) {
    blocks = sections.map((section) => {
      const isTime = section.lines.every(({ date }) => date !== null);
      return isTime ? columnBlock(section, report) : barBlock(section, report, rows);
    });
    if (total(blocks) <= room) return blocks;
  }
  while (total(blocks) > room) blocks.pop();
  return blocks;
}

function total(blocks: readonly SectionBlock[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0);
}

function factWords(sections: readonly ReportSection[], { lang }: Report): string {
  const { colon, comma } = PICTURE_WORDS[lang];
  return sections
    .flatMap(({ lines }) => lines)
    .map(({ label, text }) => (label === null ? text : `${label}${colon}${text}`))
    .join(comma === '，' ? '；' : ' · ');
}

/** The title, then the three largest of each chart with their numbers. */
function sourcesAlt({ title, lang }: Report, counted: readonly ReportSection[]): string {
  const words = PICTURE_WORDS[lang];
  const name = (text: string, most = MAX_NAME) => [...safeText(text)].slice(0, most).join('').trim();
  const charts = counted.map(({ heading, lines }) => {
    const largest = [...lines].sort((a, b) => (b.count ?? 0) - (a.count ?? 0)).slice(0, TOLD);
    const told = largest.map(({ label, date, count }) => `${name(label ?? date ?? '')} ${count}`);
    return `${name(heading)}${words.colon}${told.join(words.comma)}`;
  });
  return `${name(title, MAX_TITLE)}${words.colon}${words.bars}${words.stop}${charts.join(words.semicolon)}${words.stop.trim()}`;
}
