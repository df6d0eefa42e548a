/** A report's sections as paragraphs of literal text. */
import type { AnswerLang, Citation } from '../../../core/answer.ts';
import { formatDate } from '../../../core/format-date.ts';
import type { Report, ReportLine, ReportSection, SectionTone } from '../../../core/report.ts';
import { headed, kindMark } from './answer-paragraphs.ts';
import { languageName } from './language-name.ts';
import { linkUrl } from './link-url.ts';
import type { Paragraph, Run } from './slack-message.ts';
import { SLACK_PHRASES } from './slack-phrases.ts';

const TONE_MARKS: Readonly<Record<SectionTone, string>> = {
  plain: '',
  accusation: `${kindMark('accusation')} `,
  reply: `${kindMark('denial')} `,
  measure: `${kindMark('measure')} `,
  contest: `${kindMark('contest')} `,
};

/**
 * The sections one below the other, each under a line and its heading. The sides do not stand in two columns: Slack's
 * fields hold 2,000 characters, and either no links or markup that foreign text could forge. Each line carries the mark
 * of its side, by which it is known in any message; of news, where sides are mixed, each line that of its own.
 */
export function sectionParagraphs({ kind, lang, sections, sources }: Report): Paragraph[] {
  const urls = new Map(sources.map(({ n, url }) => [n, linkUrl(url)]));
  const isNews = kind === 'news' || kind === 'digest';
  return sections.flatMap((section, i) => {
    const [first, ...rest] = lineParagraphs(section, urls, lang, isNews);
    const heading = `${TONE_MARKS[section.tone]}${section.heading}`;
    // What is compared stands under one line, the first case's and then the second's; a story, read among others, too.
    const ruled = kind === 'news' ? i === 0 : kind !== 'compare' || i % 2 === 0;
    return [{ ...headed(heading, first), ruled }, ...rest];
  });
}

type Urls = ReadonlyMap<Citation['n'], string | null>;

function lineParagraphs(
  { lines, tone }: ReportSection,
  urls: Urls,
  lang: AnswerLang,
  marked: boolean,
): [Paragraph, ...Paragraph[]] {
  // Which language the reader takes the lines for.
  let known: string = lang;
  const paragraphs = lines.map((line): Paragraph => {
    const told = line.lang === lang || line.lang === known || isUnnamed(line.lang);
    if (!told) known = line.lang;
    const language = told ? [] : [SLACK_PHRASES[lang].textIn(languageName(line.lang, lang))];
    const mark = TONE_MARKS[marked ? (line.tone ?? tone) : tone];
    return lineParagraph({ ...line, notes: [...line.notes, ...language] }, { tone, mark }, urls, lang);
  });
  const [first, ...rest] = paragraphs;
  if (first !== undefined) return [first, ...rest];
  return [{ runs: [{ text: tone === 'plain' ? '—' : SLACK_PHRASES[lang].nothingReported }] }];
}

/** Facts of a case go on in their line; what was said stands below who said it, and when. */
function lineParagraph(
  { date, label, text, notes, citations }: ReportLine,
  { tone, mark }: { readonly tone: SectionTone; readonly mark: string },
  urls: Urls,
  lang: AnswerLang,
): Paragraph {
  const lead = [date === null ? null : formatDate(date, lang), label].filter((part) => part !== null);
  const isFact = date === null && tone === 'plain';
  const after = lead.length === 0 ? '' : isFact ? SLACK_PHRASES[lang].colon : '\n';
  const numbers = citations.map((n): Run => ({ text: `[${n}]`, url: urls.get(n) ?? null }));
  const runs: Run[] = [
    { text: `${mark}${lead.join(' · ')}`, bold: true },
    { text: `${after}${text}${numbers.length === 0 ? '' : ' '}` },
    ...numbers,
    { text: notes.length === 0 ? '' : `\n${notes.join(' · ')}`, italic: true },
  ];
  return { runs, ...(isFact ? { gap: '\n' as const } : {}) };
}

/** Nobody has told the language of the text. */
function isUnnamed(code: string): boolean {
  return code === '' || code === 'und';
}
