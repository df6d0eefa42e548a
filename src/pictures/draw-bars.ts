/** A section of amounts as bars, or as columns where it runs over years. */
import type { Report, ReportLine, ReportSection } from '../core/report.ts';
import { PICTURE_WORDS } from './picture-words.ts';
import { LINE_HEIGHT, MARGIN, safeLines, TEXT_SIZE, textAt, WIDTH } from './sketch.ts';
import { QUIET_INK, RULE, TONE_COLOURS } from './tone-style.ts';

export interface SectionBlock {
  /** Pixels, with the space below. */
  readonly height: number;
  draw(top: number): string;
}

const HEADING = 62;
const GAP = 26;
const INNER = WIDTH - 2 * MARGIN;
/** Names stand left of the bars, numbers right of them. */
const NAME_WIDTH = 510;
const NUMBER_WIDTH = 120;
const BAR_WIDTH = INNER - NAME_WIDTH - NUMBER_WIDTH;
const BAR_HEIGHT = 28;
/** Right of a heading stands that something is left out. */
const HEADING_WIDTH = INNER - 360;
const COLUMNS_HEIGHT = 150;
/** More years than that are too narrow to be told apart: the latest are drawn. */
const MAX_COLUMNS = 40;
/** Width that a year's four digits need, with a space. */
const YEAR_WIDTH = 110;

/** @param rows bars at most; that there are more is said beside the heading. */
export function barBlock(section: ReportSection, report: Report, rows: number): SectionBlock {
  const { tone, lines } = section;
  const shown = lines.slice(0, rows);
  const isCut = shown.length < lines.length;
  const most = largest(lines);
  const chinese = report.lang === 'zh';
  const draw = (top: number) => {
    const parts = [heading(section, report, top)];
    shown.forEach(({ label, date, count = 0 }, i) => {
      const y = top + HEADING + i * LINE_HEIGHT;
      const name = safeLines(label ?? date ?? '', {
        width: NAME_WIDTH - 20,
        size: TEXT_SIZE,
        maxLines: 1,
        chinese,
      });
      const width = length(count, most, BAR_WIDTH);
      parts.push(
        textAt(MARGIN, y + TEXT_SIZE, name[0] ?? '', { chinese }),
        `<rect x="${MARGIN + NAME_WIDTH}" y="${y + 10}" width="${width}" height="${BAR_HEIGHT}" fill="${TONE_COLOURS[tone]}"/>`,
        textAt(MARGIN + NAME_WIDTH + width + 14, y + TEXT_SIZE, number(count, report), { chinese }),
      );
    });
    if (isCut) {
      const words = PICTURE_WORDS[report.lang].more;
      parts.push(textAt(WIDTH - MARGIN, top + 42, words, { colour: QUIET_INK, chinese, anchor: 'end' }));
    }
    return parts.join('');
  };
  return { height: HEADING + shown.length * LINE_HEIGHT + GAP, draw };
}

/** A year without a source keeps its place: a gap is part of what is shown. */
export function columnBlock(section: ReportSection, report: Report): SectionBlock {
  const years = everyYear(section.lines).slice(-MAX_COLUMNS);
  const most = largest(years);
  const chinese = report.lang === 'zh';
  const step = INNER / Math.max(years.length, 8);
  const every = Math.max(1, Math.ceil(YEAR_WIDTH / step));
  const draw = (top: number) => {
    const floor = top + HEADING + LINE_HEIGHT + COLUMNS_HEIGHT;
    const parts = [heading(section, report, top)];
    parts.push(`<path d="M${MARGIN} ${floor}h${INNER}" stroke="${RULE}" stroke-width="3"/>`);
    let isNumbered = false;
    years.forEach(({ date, count = 0 }, i) => {
      const x = MARGIN + i * step;
      const height = length(count, most, COLUMNS_HEIGHT);
      const middle = x + step / 2;
      parts.push(
        `<rect x="${(x + step * 0.12).toFixed(1)}" y="${floor - height}" width="${(step * 0.76).toFixed(1)}" height="${height}" fill="${TONE_COLOURS.plain}"/>`,
      );
      if (count === most && most > 0 && !isNumbered) {
        isNumbered = true;
        parts.push(textAt(middle, floor - height - 10, number(count, report), { chinese, anchor: 'middle' }));
      }
      // The latest year is always named, and none so near that it would touch.
      if ((years.length - 1 - i) % every === 0)
        parts.push(
          textAt(
            Math.min(Math.max(middle, MARGIN + 42), WIDTH - MARGIN - 42),
            floor + LINE_HEIGHT - 6,
            yearOf(date),
            {
              colour: QUIET_INK,
              chinese,
              anchor: 'middle',
            },
          ),
        );
    });
    return parts.join('');
  };
  return { height: HEADING + 2 * LINE_HEIGHT + COLUMNS_HEIGHT + GAP, draw };
}

function heading({ heading: words, tone }: ReportSection, { lang }: Report, top: number): string {
  const chinese = lang === 'zh';
  const [line = ''] = safeLines(words, { width: HEADING_WIDTH, size: 40, maxLines: 1, chinese });
  return textAt(MARGIN, top + 42, line, { size: 40, strong: true, chinese, colour: TONE_COLOURS[tone] });
}

function everyYear(lines: readonly ReportLine[]): Pick<ReportLine, 'date' | 'count'>[] {
  const years = lines.map(({ date }) => Number(yearOf(date))).filter((year) => year > 0);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  // Dates that are none, or centuries apart: as they come.
  if (years.length < lines.length || to - from > 2 * MAX_COLUMNS) return [...lines];
  const counts = new Map<number, number>();
  for (const { date, count = 0 } of lines) {
    const year = Number(yearOf(date));
    counts.set(year, (counts.get(year) ?? 0) + count);
  }
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    date: String(from + i),
    count: counts.get(from + i) ?? 0,
  }));
}

function yearOf(date: string | null): string {
  return /^\d{4}/.exec(date ?? '')?.[0] ?? '';
}

function largest(lines: readonly Pick<ReportLine, 'count'>[]): number {
  return lines.reduce((most, { count = 0 }) => Math.max(most, count), 0);
}

/** What there is one of is still seen. */
function length(count: number, most: number, full: number): number {
  return most === 0 || count === 0 ? 0 : Math.max(3, Math.round((count / most) * full));
}

function number(count: number, { lang }: Report): string {
  return new Intl.NumberFormat(lang).format(count);
}
