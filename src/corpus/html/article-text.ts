/** The article of a page as plain text, a line for each paragraph. */
import { Readability } from '@mozilla/readability';
import { ELEMENT, type PageDocument, type PageElement, type PageNode, TEXT } from './page-dom.ts';

/** What is around an article, whatever the page calls it, and what is no text. */
const AROUND =
  'script, style, noscript, template, iframe, object, embed, svg, canvas, video, audio, nav, aside, form, button, ' +
  'select, dialog, figcaption, [hidden], [aria-hidden="true"], [role="navigation"], [role="complementary"], ' +
  '[role="dialog"], [role="alertdialog"], [role="search"], [role="contentinfo"], [role="menu"], [role="toolbar"]';
/** Elements that stand on lines of their own. */
const BLOCK = new Set(
  'address article aside blockquote dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Characters from which on a found text counts as an article; below it the search is repeated less strictly. */
const ENOUGH = 200;

export interface FoundText {
  readonly text: string;
  /** Share of the text that is links, 0 to 1: a list of articles is nearly all links. */
  readonly linkShare: number;
}

/** Finds the article. Changes the document. @returns null when there is none. */
export function findArticleText(document: PageDocument): FoundText | null {
  for (const element of [...document.querySelectorAll(AROUND)]) element.remove();
  for (const time of [...document.querySelectorAll('time')]) if (standsAlone(time)) time.remove();
  for (const next of furtherArticles(document)) next.remove();
  const reader = new Readability<PageElement>(document as never, {
    charThreshold: ENOUGH,
    disableJSONLD: true,
    serializer: (node) => node as unknown as PageElement,
  });
  const content = reader.parse()?.content ?? null;
  if (content === null) return null;
  const text = blockText(content);
  let linked = 0;
  for (const link of content.querySelectorAll('a')) linked += (link.textContent ?? '').trim().length;
  return { text, linkShare: text === '' ? 0 : Math.min(1, linked / text.length) };
}

/** Articles below the page's own, each with a headline of its own: pages without an end load one after the other. */
function furtherArticles(document: PageDocument): PageElement[] {
  const headed = [...document.querySelectorAll('article')].filter((one) => one.querySelector('h1') !== null);
  const first = headed[0];
  if (first === undefined) return [];
  const within = new Set([...first.querySelectorAll('article')]);
  // One that holds them all is no article of its own.
  return within.size > 0 ? [] : headed.slice(1);
}

/** Whether a date is no part of a sentence or of a line such as «Publié le …», which says what it is. */
function standsAlone(time: PageElement): boolean {
  const siblings: PageNode[] = [];
  for (let node = time.parentNode?.firstChild ?? null; node !== null; node = node.nextSibling)
    if (node !== (time as PageNode)) siblings.push(node);
  return !siblings.some(
    (node) =>
      /\p{L}/u.test(node.textContent ?? '') && !(node.nodeType === ELEMENT && isApart(node as PageElement)),
  );
}

/** Whether it stands on a line of its own, or is a date itself. */
function isApart({ localName }: PageElement): boolean {
  return BLOCK.has(localName) || localName === 'time';
}

/** Text with a line end around each block, so that no two paragraphs run into one another. */
function blockText(root: PageElement): string {
  const parts: string[] = [];
  const walk = (node: PageNode): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === TEXT) parts.push((child.textContent ?? '').replace(/\s+/gu, ' '));
      else if (child.nodeType === ELEMENT) {
        const { localName } = child as PageElement;
        const edge = BLOCK.has(localName) ? (localName === 'td' || localName === 'th' ? ' ' : '\n\n') : '';
        if (localName === 'br') parts.push('\n');
        parts.push(edge);
        walk(child);
        parts.push(edge);
      }
    }
  };
  walk(root);
  return parts
    .join('')
    .replace(/[^\S\n]*\n[^\S\n]*/gu, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/[^\S\n]{2,}/gu, ' ')
    .trim();
}
