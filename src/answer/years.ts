/** Years, by which a question and a sentence may be of different times. */

import type { CaseRecord } from '../core/case-record.ts';
import type { ReadText } from '../reading/read-text.ts';

/** No part of a longer number or of a name: «CVE-2019-1234», «23456». */
const YEAR = /(?<!CVE-)(?<![\d.,])(?:19|20)\d{2}(?![\d]|[.,]\d|-\d{3,})/gu;

/** Words between quotation marks: a title names its own years and parties. */
export const QUOTED = /«[^»]*»|“[^”]*”|"[^"]*"|「[^」]*」|《[^》]*》/gu;

/** Each once, in the order of the text. */
export function yearsIn(text: string): string[] {
  return [...new Set(text.match(YEAR) ?? [])];
}

/** Every year that a story has to do with; null where nothing tells any. */
export function yearsOf(texts: readonly ReadText[], record: CaseRecord | null): ReadonlySet<string> | null {
  const told = texts.flatMap(({ source, sentences }) => [
    source.title,
    source.publishedAt ?? '',
    ...sentences.map(({ text }) => text),
  ]);
  const recorded =
    record === null
      ? []
      : [
          ...Object.values(record.title),
          record.period ?? '',
          ...record.claims.map(({ eventDate }) => eventDate ?? ''),
        ];
  const years = new Set([...told, ...recorded].flatMap(yearsIn));
  return years.size === 0 ? null : years;
}
