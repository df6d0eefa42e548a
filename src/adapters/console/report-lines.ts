/** A report on a terminal: sections, lines with their numbers, and the sources below. */
import { alsoPublishedLine } from '../../core/also-published.ts';
import { formatDate } from '../../core/format-date.ts';
import { LABELS, newsLabel, sourceLabel } from '../../core/labels.ts';
import type { Report, ReportLine, ReportSource, SectionTone } from '../../core/report.ts';
import { CONSOLE_PHRASES } from './console-phrases.ts';
import type { Painter } from './painter.ts';
import { safeText } from './write-text.ts';

export function reportLines(report: Report, paint: Painter): string[] {
  const { lang, title, sections, sources, notices } = report;
  const label = newsLabel(report);
  const lines = [paint.strong(safeText(title)), ...(label === null ? [] : [paint.faint(label)])];
  for (const { heading, tone, lines: content } of sections) {
    lines.push('', paintHeading(safeText(heading), tone, paint));
    for (const line of content) lines.push(...lineLines(line, report, paint));
  }
  if (sources.length > 0) lines.push('', paint.strong(CONSOLE_PHRASES[lang].sources));
  for (const source of sources) lines.push(...sourceLines(source, report, paint));
  if (notices.length > 0) lines.push('', ...notices.map((notice) => paint.faint(safeText(notice))));
  return lines;
}

function lineLines(
  { date, label, text, notes, citations }: ReportLine,
  { lang }: Report,
  paint: Painter,
): string[] {
  const head = [date === null ? null : formatDate(date, lang), label]
    .filter((part) => part !== null)
    .map((part) => safeText(part))
    .join(' · ');
  const numbers = citations.map((n) => paint.number(`[${n}]`)).join('');
  const said = `${head === '' ? '' : `${paint.strong(head)}  `}${safeText(text)} ${numbers}`.trimEnd();
  return [`- ${said}`, ...(notes.length === 0 ? [] : [paint.faint(`  ${notes.map(safeText).join(' · ')}`)])];
}

function sourceLines(source: ReportSource, { lang }: Report, paint: Painter): string[] {
  const labels = LABELS[lang];
  const authority = source.authority === null ? labels.authorityUnknown : labels.authority[source.authority];
  const also = alsoPublishedLine(source, lang);
  const descriptive = source.titleIsDescriptive ? ` (${labels.descriptiveTitle})` : '';
  return [
    `${paint.number(`[${source.n}]`)} ${safeText(source.title)}${descriptive}`,
    `    ${safeText(sourceLabel(source, lang))} · ${authority}`,
    ...(source.url === null ? [] : [`    ${safeText(source.url)}`]),
    ...(also === null ? [] : [`    ${safeText(also)}`]),
  ];
}

function paintHeading(heading: string, tone: SectionTone, paint: Painter): string {
  if (tone === 'accusation') return paint.accusing(heading);
  if (tone === 'reply') return paint.denying(heading);
  return tone === 'measure' ? paint.acting(heading) : paint.strong(heading);
}
