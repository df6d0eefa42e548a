/** The footnote definitions at a case file's end, which are made from its front matter. */
import type { CaseSource } from './case-schema.ts';

export type FootnoteSource = Pick<
  CaseSource,
  'id' | 'title' | 'titleIsDescriptive' | 'publisher' | 'date' | 'url'
>;

/** A footnote definition's first line. */
export const DEFINITION = /^\[\^([^\]\s]+)\]:/;

/**
 * One definition a source, one a line, so that any Markdown viewer shows where a sentence comes from. A headline
 * stands in quotation marks, a descriptive title without.
 */
export function renderFootnotes(sources: readonly FootnoteSource[]): string {
  return sources
    .map(({ id, title, titleIsDescriptive, publisher, date, url }) => {
      const shown = titleIsDescriptive ? escapeMarkdown(title) : `« ${escapeMarkdown(title)} »`;
      const parts = [publisher === null ? null : escapeMarkdown(publisher), shown, date];
      const stated = parts.filter((part) => part !== null).join(', ');
      return `[^${id}]: ${stated}.${url === null ? '' : ` <${url}>`}`;
    })
    .join('\n');
}

/** The file with its definitions, wherever they stood, replaced by those of the sources, at the end. */
export function rewriteFootnotes(file: string, sources: readonly FootnoteSource[]): string {
  const kept = file
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => !DEFINITION.test(line));
  return `${kept.join('\n').trimEnd()}\n\n${renderFootnotes(sources)}\n`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_[\]<>`]/g, '\\$&');
}
