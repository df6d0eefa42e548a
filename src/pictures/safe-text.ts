/** Foreign text as it may stand in a picture: one line of it, without what steers a display, and never markup. */

/** Controls, formats (bidirectional ones too), private use, unassigned, and line separators. */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]+/gu;
/** More marks than that on one letter only cover what stands around it. */
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;

export function safeText(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, ' ').replace(UNSHOWN, '').replace(STACKED_MARKS, '$1').trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** The text as XML holds it, in an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
