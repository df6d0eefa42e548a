/** Who else printed a source's report, as every platform tells it: «Also published by A, B and 2 others». */
import type { AnswerLang } from './answer.ts';
import { LOCALES } from './format-date.ts';
import { LABELS } from './labels.ts';
import type { Republication } from './source.ts';

/** What may say who else printed it. */
interface Printed {
  readonly alsoPublished?: readonly Republication[];
}

/** More names than this are cut to one fewer and a number, so that the number is never 1. */
const MOST_NAMED = 4;

/** A piece of the line: a name with the address of that publication, or our words between names. */
export interface NamedPiece {
  /** A name is foreign text: adapters escape it. */
  readonly text: string;
  readonly url: string | null;
}

/** The line in pieces, to be shown one after the other; empty when nobody else printed it. */
export function alsoPublishedPieces({ alsoPublished = [] }: Printed, lang: AnswerLang): NamedPiece[] {
  if (alsoPublished.length === 0) return [];
  const { before, after, others } = LABELS[lang].alsoPublished;
  const named = alsoPublished.length > MOST_NAMED ? alsoPublished.slice(0, MOST_NAMED - 1) : alsoPublished;
  const rest = alsoPublished.length - named.length;
  const names: NamedPiece[] = named.map(({ publisher, url }) => ({ text: publisher, url }));
  if (rest > 0) names.push({ text: others.replace('{n}', String(rest)), url: null });
  // The list is laid out over numbers, since a name may hold what looks like a separator.
  const list = new Intl.ListFormat(LOCALES[lang], { type: 'conjunction' }).formatToParts(
    names.map((_, i) => String(i)),
  );
  return [
    { text: before, url: null },
    ...list.flatMap(({ type, value }) =>
      type === 'element' ? (names[Number(value)] ?? []) : { text: value, url: null },
    ),
    ...(after === '' ? [] : [{ text: after, url: null }]),
  ];
}

/** The line without its addresses; null when nobody else printed the report. */
export function alsoPublishedLine(source: Printed, lang: AnswerLang): string | null {
  const pieces = alsoPublishedPieces(source, lang);
  return pieces.length === 0 ? null : pieces.map(({ text }) => text).join('');
}

/** The sources, each with those who are known to have printed its report too. */
export function withRepublications<S extends Printed & { readonly sourceId: string }>(
  sources: readonly S[],
  known: ReadonlyMap<string, readonly Republication[]>,
): S[] {
  return sources.map((source) => {
    const { alsoPublished: _, ...rest } = source;
    const others = known.get(source.sourceId) ?? [];
    return { ...rest, ...(others.length === 0 ? {} : { alsoPublished: others }) } as S;
  });
}
