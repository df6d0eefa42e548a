/** The timeline in words, for who does not see it. */
import { formatDate } from '../core/format-date.ts';
import type { Report, ReportLine } from '../core/report.ts';
import { PICTURE_WORDS } from './picture-words.ts';
import { safeText } from './safe-text.ts';

/** Code units of a title, and of an entry: so that the end is not lost. */
const MAX_TITLE = 200;
const MAX_ENTRY = 240;

/** What it is about, how many entries of what kind over which time, the first and the last of them. */
export function timelineAlt({ title, lang, sections }: Report): string {
  const words = PICTURE_WORDS[lang];
  const lines = sections.flatMap((section) => section.lines);
  const dates = lines.flatMap(({ date }) => date ?? []);
  const counts = (['accusation', 'reply', 'measure', 'contest'] as const).flatMap((tone) => {
    const count = lines.filter((line) => line.tone === tone).length;
    return count === 0 ? [] : [words.tones[tone](count)];
  });
  const [from, to] = [dates[0], dates.at(-1)];
  const span =
    from === undefined || to === undefined || from === to
      ? []
      : [words.span(formatDate(from, lang), formatDate(to, lang))];
  const first = lines[0];
  const last = lines.length > 1 ? lines.at(-1) : undefined;
  const told = (head: string, line: ReportLine | undefined) =>
    line === undefined
      ? []
      : [`${head}${words.colon}${cut(entryWords(line, lang), MAX_ENTRY).replace(/[.。]$/u, '')}`];
  return [
    cut(safeText(title), MAX_TITLE),
    [words.entries(lines.length), ...span].join(words.comma) +
      (counts.length === 0 ? '' : `${words.colon}${counts.join(words.comma)}`),
    ...told(words.first, first),
    ...told(words.last, last),
  ].join(words.stop);
}

function entryWords({ date, label, text }: ReportLine, lang: Report['lang']): string {
  const words = PICTURE_WORDS[lang];
  const head = [date === null ? null : formatDate(date, lang), label].filter((part) => part !== null);
  return safeText([...head, text].join(words.comma));
}

function cut(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\uFFFD$/u, '')}…`;
}
