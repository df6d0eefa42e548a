/** What a person sees of blocks and of streamed markdown: Slack's own escaping undone, its elements counted. */
import { isRecord } from './rule.ts';

export interface Shown {
  readonly text: string;
  /** Where links lead, in order. */
  readonly urls: string[];
  /** Types of elements that are neither text nor link, and of formatting that was not escaped. */
  readonly other: string[];
}

const SECTIONS = ['rich_text_section', 'rich_text_quote', 'rich_text_preformatted'];

/** Everything that blocks show, in order; a button is shown by its text. */
export function shownBlocks(blocks: unknown): Shown {
  const urls: string[] = [];
  const other: string[] = [];
  const text = read(blocks);
  return { text, urls, other };

  function read(value: unknown): string {
    if (Array.isArray(value)) return value.map(read).join('');
    if (!isRecord(value)) return '';
    const { type } = value;
    if (type === 'text' || type === 'plain_text') return String(value.text);
    if (type === 'link') {
      urls.push(String(value.url));
      return String(value.text ?? value.url);
    }
    if (type === 'divider') return '\n';
    if (SECTIONS.includes(String(type))) return `${read(value.elements)}\n`;
    if (type === 'feedback_buttons') return '';
    if (['rich_text', 'context', 'actions', 'context_actions'].includes(String(type)))
      return `${read(value.elements)}\n`;
    if (type === 'header') return `${read(value.text)}\n`;
    if (type === 'section') return `${read(value.text)}\n${read(value.accessory)}\n`;
    if (type === 'button') return read(value.text);
    // A file of the app's own; any other picture would be a foreign one.
    if (type === 'image' && isRecord(value.slack_file)) return '';
    other.push(String(type));
    return '';
  }
}

const REFERENCES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const NEXT =
  /\\([!-/:-@[-`{-~])|(&amp;|&lt;|&gt;)|(\*\*)|\[((?:\\.|[^\\\]])*)\]\(([^)\s]+)\)|(^[ ]{0,3}(?:[#>+=-]|\d{1,9}[.)](?=\s|$))|[\\*_`~<>&]|[[\]])|(.|\n)/gmu;

/** Reads Slack's markdown as CommonMark does, as far as the app writes it: bold, links, escapes, references. */
export function shownMarkdown(markdown: string): Shown {
  const urls: string[] = [];
  const other: string[] = [];
  const text = markdown.replace(NEXT, (_, escaped, reference, bold, label, url, markup, plain) => {
    if (escaped !== undefined) return escaped;
    if (reference !== undefined) return REFERENCES[reference] ?? '';
    if (bold !== undefined) return '';
    if (url !== undefined) {
      urls.push(url);
      return shownMarkdown(label).text;
    }
    if (markup !== undefined) other.push(markup);
    return markup ?? plain;
  });
  return { text, urls, other };
}
