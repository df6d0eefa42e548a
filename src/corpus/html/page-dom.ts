/** A web page as a tree, within limits; no script runs, nothing is loaded. */
import { parseHTML } from 'linkedom';

/** What is used of a document's nodes. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement | null;
  readonly head: PageElement;
  readonly body: PageElement & { appendChild(node: PageNode): void };
}

export const ELEMENT = 1;
export const TEXT = 3;
const DOCTYPE = 10;

/** Elements at most: the largest news pages have some 10,000. */
const MAX_ELEMENTS = 40_000;
/** Elements within one another at most: pages stay below 60, and the time to find the article grows with its cube. */
const MAX_DEPTH = 150;

/** What stands in a head; anything else there, or beside head and body, belongs into the body. */
const METADATA = new Set('title meta link script style base noscript template'.split(' '));

/** @returns the tree, or why it is not read. */
export function parsePage(
  html: string,
): { ok: true; document: PageDocument } | { ok: false; reason: string } {
  const given = parse(html);
  // The library makes an `html` element where there is one and nowhere else.
  const document =
    given.documentElement?.localName === 'html' ? given : parse(`<html><body>${html}</body></html>`);
  const root = document.documentElement;
  if (root?.localName !== 'html') return { ok: false, reason: 'the page holds no HTML: check the address' };
  gatherStrays(document, root);
  let elements = 0;
  let depth = 0;
  for (let node: PageNode = root; ; ) {
    if (node.nodeType === ELEMENT) elements += 1;
    if (elements > MAX_ELEMENTS || depth > MAX_DEPTH)
      return {
        ok: false,
        reason: 'the page is built too intricately: save its article as text and ingest that',
      };
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node !== root && node.nextSibling === null && node.parentNode !== null) {
      node = node.parentNode;
      depth -= 1;
    }
    if (node === root || node.nextSibling === null) return { ok: true, document };
    node = node.nextSibling;
  }
}

function parse(html: string): PageDocument {
  return (parseHTML(html) as unknown as { document: PageDocument }).document;
}

/**
 * Tags that a page may leave out, or closes too early, leave text beside the body: browsers put it there, this library
 * does not.
 */
function gatherStrays(document: PageDocument, root: PageElement): void {
  const { head, body } = document;
  const strays = [
    ...childrenOf(document).filter((node) => node !== root && node.nodeType !== DOCTYPE),
    ...childrenOf(head).filter(
      (node) => node.nodeType === ELEMENT && !METADATA.has((node as PageElement).localName),
    ),
    ...childrenOf(root).filter((node) => node !== head && node !== body),
  ];
  for (const node of strays) body.appendChild(node);
}

function childrenOf(parent: PageNode): PageNode[] {
  const children: PageNode[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) children.push(node);
  return children;
}
