/** Publisher and date of publication as the text itself states them; unknown stays unknown. */
import type { DroppedLine } from './clean.ts';
import { AGENCY_LIST } from './publisher-names.ts';

export interface Publication {
  readonly publisher: string | null;
  /** ISO 8601 day. */
  readonly publishedAt: string | null;
}

/** «PRAGUE, 28 mai (Reuters) - », «Prague (AFP) — »: the agency that wrote, at the start of the text's first lines. */
const DATELINE = new RegExp(
  `^\\p{Lu}[\\p{L}'’. /-]{1,40}(?:,[^()\\n]{1,30})?\\s*\\((${AGENCY_LIST})\\)\\s*[-–—:]`,
  'u',
);
/** «新华社北京7月28日电». */
const CHINESE_DATELINE =
  /^(新华社|中新社|中央社|法新社|路透社|美联社)\p{Script=Han}{0,10}(?:\d{1,2}月)?\d{1,2}日[电電]/u;
/** Lines at the start of the text among which a dateline is looked for: below headline and lead. */
const FIRST_LINES = 4;

/**
 * @param text cleaned text.
 * @param dropped the lines that cleaning took out, bylines and date lines among them.
 */
export function findPublication(text: string, dropped: readonly DroppedLine[]): Publication {
  const heads = dropped.flatMap(({ head, linesBefore, line }) =>
    head ? [{ ...head, linesBefore, line }] : [],
  );
  return {
    publisher: heads.find(({ publisher }) => publisher !== null)?.publisher ?? datelineAgency(text),
    publishedAt: only(heads.map(({ published }) => published)) ?? ownBareDate(heads),
  };
}

/**
 * A complete date without a label is the article's own when it stands under the headline, or in the form that only
 * machines write. On top of a page, a date in words is the day on which somebody looked at the page.
 */
function ownBareDate(
  heads: readonly { bareDate: string | null; linesBefore: number; line: string }[],
): string | null {
  const isOwn = ({ linesBefore, line }: { linesBefore: number; line: string }): boolean =>
    linesBefore > 0 || /^\d{4}-\d{2}-\d{2}/.test(line);
  return only(heads.filter(isOwn).map(({ bareDate }) => bareDate));
}

/** The one value that is stated; null when there is none, or when they contradict each other. */
function only(values: readonly (string | null)[]): string | null {
  const stated = new Set(values.filter((value) => value !== null));
  return stated.size === 1 ? ([...stated][0] ?? null) : null;
}

function datelineAgency(text: string): string | null {
  const lines = text.split('\n', 20).filter((line) => line !== '');
  for (const line of lines.slice(0, FIRST_LINES)) {
    const agency = (DATELINE.exec(line) ?? CHINESE_DATELINE.exec(line))?.[1];
    if (agency !== undefined) return agency;
  }
  return null;
}
