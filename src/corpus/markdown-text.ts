/** Markdown to the words that a reader sees, so that nothing of its signs is ever quoted. */

/** Removes headings' signs, emphasis, link targets, pictures and quotation bars; the words stay as they are. */
export function markdownToText(markdown: string): string {
  return withoutComments(markdown)
    .replace(/^(?:```|~~~).*$/gm, '')
    .replace(/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?)+/gm, '')
    .replace(/(?<![ \t])[ \t]+#+[ \t]*$/gm, '')
    .replace(/^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$/gm, '')
    .replace(/!\[[^[\]\n]*\]\([^()\n]*\)/g, '')
    .replace(/\[([^[\]\n]+)\]\([^()\n]*\)/g, '$1')
    .replace(/<(https?:\/\/[^<>\s]+)>/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^\n]{1,1000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_\\])([*_])(?=\S)([^*_\n]+?)(?<=[^\s\\])\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/\\([\\`*_{}[\]()#+.!<>-])/g, '$1');
}

/** As `/<!--[^]*?-->/g` would, but a thousand comments that never end are looked for once. */
function withoutComments(text: string): string {
  let kept = '';
  for (let at = 0; ; ) {
    const start = text.indexOf('<!--', at);
    const end = start === -1 ? -1 : text.indexOf('-->', start + 4);
    if (end === -1) return kept + text.slice(at);
    kept += text.slice(at, start);
    at = end + 3;
  }
}
