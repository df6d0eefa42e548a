/** Puts what was measured between the marks of a page; the words around them are the page's own. */

const BEGIN = '<!-- bench: begin -->';
const END = '<!-- bench: end -->';

/** @throws Error when the page has no marks. */
export function replaceBetweenMarks(page: string, content: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`the page lacks the lines ${BEGIN} and ${END}`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${content}\n\n${page.slice(end)}`;
}
