/** What stands on top and at the foot of every page: titles that run through a document, and page numbers. */
import type { PdfLine } from './page-lines.ts';

export interface PdfPage {
  readonly height: number;
  readonly lines: readonly PdfLine[];
}

/** Share of a page's height, above and below, in which running lines stand. */
const EDGE = 0.12;
/** Lines at each edge that are compared. */
const EDGE_LINES = 3;
/** Pages on which a line returns at least, and their share: left and right pages may differ. */
const RETURNS = { pages: 2, share: 0.3 };
/** Characters of a part that is more than a word or a number. */
const TITLE_LENGTH = 12;
const PAGE_NUMBER =
  /^[-–—|•\s]*(?:(?:page|p\.|seite|strana|página|стр\.?)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|sur|de|von|из)\s*\d{1,4})?[-–—|•\s]*$|^第\s*\d{1,4}\s*[页頁](?:\s*[,，/]?\s*共\s*\d{1,4}\s*[页頁])?$/iu;

/** @returns the pages without their running lines. */
export function dropRunningLines(pages: readonly PdfPage[]): PdfPage[] {
  const count = new Map<string, number>();
  const edges = pages.map((page) => edgeLines(page));
  for (const lines of edges)
    for (const key of new Set([...lines].flatMap(({ parts }) => parts.map(keyOf))))
      count.set(key, (count.get(key) ?? 0) + 1);
  const least = Math.max(RETURNS.pages, Math.ceil(pages.length * RETURNS.share));
  const returns = (part: string): boolean => {
    const key = keyOf(part);
    // A chapter's title beside the number of the page runs for as long as the chapter.
    const enough = /^#|#$/.test(key) ? RETURNS.pages : least;
    return (count.get(key) ?? 0) >= enough;
  };
  const runs = ({ text, parts }: PdfLine): boolean =>
    PAGE_NUMBER.test(text.trim()) ||
    parts.every((part) => PAGE_NUMBER.test(part) || returns(part)) ||
    // What stands beside a running title is of its kind.
    parts.some((part) => part.length >= TITLE_LENGTH && returns(part));
  return pages.map((page, i) => ({
    ...page,
    lines: page.lines.filter((line) => !(edges[i]?.has(line) && runs(line))),
  }));
}

function edgeLines({ height, lines }: PdfPage): Set<PdfLine> {
  const down = [...lines].sort((a, b) => a.y - b.y);
  return new Set([
    ...down.slice(0, EDGE_LINES).filter(({ y }) => y < height * EDGE),
    ...down.slice(-EDGE_LINES).filter(({ y }) => y > height * (1 - EDGE)),
  ]);
}

/** The page's number differs from page to page. */
function keyOf(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/gu, ' ').trim();
}
