/** The addresses that we stored, as links without a preview; every other address stays text. */
import type { Citation } from '../../../core/answer.ts';
import { fixed, foreignLine, type Span } from './spans.ts';

/** Longer ones would leave the text of a message no room. */
const SHOWN_LIMIT = 1500;
/** A marker is repeated with every sentence. */
const MASKED_LIMIT = 300;

/**
 * What Discord takes for the target of a masked link on all of its clients: plain ASCII, no bracket or quote, and none
 * of the escapes of such signs, which some clients show as text.
 */
const MASKABLE = /^https?:\/\/(?:[\w.~:/?#@!$&+,;=-]|%(?!2[15789a])[\da-f]{2})+$/i;

/** The address of a source, clickable where it is one of the web: `<https://…>` shows as it is and previews nothing. */
export function shownUrl(url: string): Span {
  return isWebAddress(url) && url.length <= SHOWN_LIMIT ? fixed(`<${url}>`) : foreignLine(url);
}

/** ` [n]`, linked to the source where its address can be; one piece, which is never cut. */
export function citationMarker(n: number, citation: Pick<Citation, 'url'> | undefined): Span {
  const url = citation?.url ?? null;
  const linked = url !== null && url.length <= MASKED_LIMIT && isWebAddress(url) && MASKABLE.test(url);
  return fixed(linked ? ` [[${n}]](<${url}>)` : ` [${n}]`);
}

function isWebAddress(url: string): boolean {
  // White space, brackets and what cannot be seen would end the link or hide where it leads.
  if (!/^https?:\/\/[^\s\p{C}<>\\"`]+$/iu.test(url) || !URL.canParse(url)) return false;
  // The middle of a masked link, which could begin at a bracket of ours and lead elsewhere.
  if (url.includes('](')) return false;
  return new URL(url).hostname !== '';
}
