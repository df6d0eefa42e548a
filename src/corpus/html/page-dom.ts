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
  closest(selector: string): PageElement | null;
  remove(): void;
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
}

export const ELEMENT = 1;
export const TEXT = 3;

/** Elements at most: the largest news pages have some 10,000. */
const MAX_ELEMENTS = 40_000;
/** Elements within one another at most: pages stay below 60, and the time to find the article grows with its cube. */
const MAX_DEPTH = 150;

/** @returns the tree, or why it is not read. */
export function parsePage(
  html: string,
): { ok: true; document: PageDocument } | { ok: false; reason: string } {
  // Without an element of that name the library makes no document.
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { document: PageDocument };
  const root = document.documentElement;
  if (root === null) return { ok: false, reason: 'the page holds no HTML: check the address' };
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
