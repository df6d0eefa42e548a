/** The sections and sources of a report as cards, one each; a timeline is a single one. */
import type { AnswerLang } from '../../../core/answer.ts';
import { formatDate } from '../../../core/format-date.ts';
import type { Report, ReportLine, ReportSection } from '../../../core/report.ts';
import { DISCORD_PHRASES, languageName } from './discord-phrases.ts';
import { toneColour, toneSign } from './kind-marks.ts';
import type { Card, CardEntry } from './pack-cards.ts';
import { sourceSpans } from './source-embeds.ts';
import { citationMarker } from './source-link.ts';
import { fixed, foreignLine, foreignText, type Span } from './spans.ts';

/** A longer heading is shown once; in UTF-16 units. */
const REPEATED_HEADING_LIMIT = 150;

export function reportCards(report: Report): Card[] {
  const { kind, lang, sections, sources } = report;
  const cards =
    kind === 'timeline' ? timelineCards(report) : sections.map((section) => sectionCard(section, report));
  const cited = sources.map((source) => sourceSpans(source, lang));
  if (cited.length > 0) cards.push(listCard(DISCORD_PHRASES[lang].sources, cited, '\n\n', lang));
  return cards;
}

function sectionCard(section: ReportSection, report: Report): Card {
  const entries = sectionEntries(section, report, languageMarks(report.lang));
  return { color: toneColour(section.tone), gap: '\n\n', entries };
}

/** The years of a timeline are read in one go. */
function timelineCards(report: Report): Card[] {
  const mark = languageMarks(report.lang);
  const entries = report.sections.flatMap((section) => sectionEntries(section, report, mark));
  return entries.length === 0 ? [] : [{ color: toneColour('plain'), gap: '\n\n', entries }];
}

function listCard(
  heading: string,
  items: readonly (readonly Span[])[],
  gap: Card['gap'],
  lang: AnswerLang,
): Card {
  const paragraphs = items.map((spans) => [spans]);
  return { color: toneColour('plain'), gap, entries: headed({ heading, tone: 'plain' }, paragraphs, lang) };
}

/** Entries under a heading, which stands with the first and again where the others must go on elsewhere. */
function headed(
  { heading, tone }: Pick<ReportSection, 'heading' | 'tone'>,
  entries: readonly CardEntry['paragraphs'][],
  lang: AnswerLang,
): CardEntry[] {
  const sign = toneSign(tone);
  const top = [fixed(sign === null ? '### ' : `### ${sign} `), foreignLine(heading)];
  const repeated = heading.length <= REPEATED_HEADING_LIMIT;
  const again = repeated ? [...top, fixed(` (${DISCORD_PHRASES[lang].continued})`)] : [];
  return entries.map(([first = [], ...more], i): CardEntry => {
    if (i > 0) return { paragraphs: [first, ...more], again };
    return { paragraphs: [[...top, fixed('\n'), ...first], ...more], again: [] };
  });
}

/** A side that said nothing on record has a section all the same. */
function sectionEntries(
  section: ReportSection,
  { kind, lang, sources }: Report,
  mark: (code: string) => string | null,
): CardEntry[] {
  const { tone, lines } = section;
  const nothing = tone === 'plain' ? [] : [fixed(DISCORD_PHRASES[lang].nothingFound)];
  if (lines.length === 0) return headed(section, [[nothing]], lang);
  const byNumber = new Map(sources.map((source) => [source.n, source]));
  const entries = lines.map((line) => {
    const { text, citations, notes } = line;
    const markers = citations.map((n) => citationMarker(n, byNumber.get(n)));
    // Of news, a section may mix the sides.
    const sign = kind === 'news' || kind === 'digest' ? toneSign(line.tone ?? 'plain') : null;
    const signed = sign === null ? [] : [fixed(`${sign} `)];
    const told = [...signed, ...headSpans(line, lang), foreignText(text), ...markers];
    const language = mark(line.lang);
    const small = [...(language === null ? [] : [language]), ...notes].flatMap((note) => [
      fixed(' · '),
      foreignLine(note),
    ]);
    return small.length === 0 ? [told] : [told, [fixed('-# '), ...small.slice(1)]];
  });
  return headed(section, entries, lang);
}

/** When, and who: on a line of their own. */
function headSpans({ date, label }: ReportLine, lang: AnswerLang): Span[] {
  if (date === null && label === null) return [];
  if (date === null) return [foreignLine(label ?? '', { bold: true }), fixed('\n')];
  const when = foreignLine(formatDate(date, lang), { bold: true });
  return [when, ...(label === null ? [] : [fixed(' · '), foreignLine(label)]), fixed('\n')];
}

/** Says the language of a text where it is not the report's, each once: what follows is in it, too. */
function languageMarks(lang: AnswerLang): (code: string) => string | null {
  const marked = new Set<string>(['', 'und', lang]);
  return (code) => {
    if (marked.has(code)) return null;
    marked.add(code);
    return DISCORD_PHRASES[lang].inLanguage(languageName(code, lang));
  };
}
