/** A model's sentence as plain text: no markup, no link, no mention, no hidden character. */

/**
 * Anything that a chat platform would turn into a link to a page. Here and below, no part is tried again from each of many
 * places: a model can be made to write a thousand brackets or one endless word.
 */
const LINK =
  /:\s*\/\/|(?:javascript|mailto|data):\S|hxxps?|www\.|(?:^|[\s(<[|])\/\/\w|[\p{L}\d-]\.\p{L}{2,24}(?::\d+)?\/\S|[\w.+-]@[\w-]+\.\w/iu;
/** A host name on its own. Platforms link it; security reports write it as `host[.]name`. */
const HOST =
  /(?<![\p{L}\d_-])((?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.){1,10})([a-z]{2,24}|[A-Z]{2,24})(?![\p{L}\d-])/gu;
/** A list of sources that poses as a sentence. */
const SOURCE_LIST =
  /^(?:sources?|r[ée]f[ée]rences?|citations?|notes?|passages?|来源|參考|参考(?:资料|文献)?)[\s:：.。]*$/iu;
/** White space that may be drawn together; the narrow spaces of French typography stay. */
const BLANK = /[ \t\r\n\f\v]+/gu;
/** Control characters, direction overrides, zero-width characters. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\u2028\u2029]/gu;

export type Rejection =
  /** It holds a web address. */
  | 'link'
  /** No words are left. */
  | 'empty';

/** The sentence as plain text, or why it cannot be shown. */
export function cleanSentence(raw: string): { readonly text: string } | { readonly rejected: Rejection } {
  const visible = raw.replace(BLANK, ' ').replace(HIDDEN, '');
  if (LINK.test(visible)) return { rejected: 'link' };
  const text = visible
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/gu, '$1')
    .replaceAll('](', '] (')
    .replace(/<[/!@#?a-z][^<>]*>/giu, '')
    .replace(/[<>]/gu, '')
    .replace(/^\s*(?:#{1,6}\s+|[-*•–—]\s+|\d{1,2}[.)]\s+|\|\s*)+/u, '')
    .replace(/`+|\*+|~~+|__+|\|\|+/gu, '')
    .replace(/(?<![\p{L}\d])_([^_]+)_(?![\p{L}\d])/gu, '$1')
    .replace(/(?<![\p{L}\d@＠])[@＠]+(?=[\p{L}\d])/gu, '')
    .replace(/[(（]\s*[)）]/gu, '')
    .replace(/(?<!\s)\s+([.,。，、！？])/gu, '$1')
    .replace(BLANK, ' ')
    .trim();
  if (!/\p{L}/u.test(text) || SOURCE_LIST.test(text)) return { rejected: 'empty' };
  return {
    text: text.replace(HOST, (_, labels: string, last: string) => `${labels.slice(0, -1)}[.]${last}`),
  };
}
