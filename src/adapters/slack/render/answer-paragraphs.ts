/** An answer's sentences and sources as paragraphs of literal text. */

import { alsoPublishedPieces } from '../../../core/also-published.ts';
import type { AnswerLang, AnswerSentence, Citation, NearestSource } from '../../../core/answer.ts';
import type { ClaimKind } from '../../../core/case-record.ts';
import { LABELS, sourceLabel } from '../../../core/labels.ts';
import { linkHost, linkUrl } from './link-url.ts';
import type { Paragraph, Run } from './slack-message.ts';
import { SLACK_PHRASES } from './slack-phrases.ts';

/** What a sentence does, with a mark by which accusers and accused are told apart at a glance; null for context. */
export function kindLabel(kind: ClaimKind, lang: AnswerLang): string | null {
  return kind === 'context' ? null : `${kindMark(kind)} ${LABELS[lang].kind[kind]}`;
}

/** The mark alone. */
export function kindMark(kind: Exclude<ClaimKind, 'context'>): string {
  if (kind === 'accusation' || kind === 'counter-accusation') return '◆';
  return kind === 'measure' ? '▪' : '◇';
}

/** Kind and speaker on a line of their own, the sentence, and its numbers, each a link to its source. */
export function sentenceParagraph(
  { text, citations, kind, speaker }: AnswerSentence,
  sources: ReadonlyMap<number, Citation>,
  lang: AnswerLang,
): Paragraph {
  const label = kindLabel(kind, lang);
  const lead: Run[] =
    label === null
      ? []
      : [
          { text: label, bold: true },
          ...(speaker === null ? [] : [{ text: ` · ${speaker}` }]),
          { text: '\n' },
        ];
  const numbers = citations.map((n) => ({ text: `[${n}]`, url: linkUrl(sources.get(n)?.url ?? null) }));
  return { runs: [...lead, { text }, { text: ' ' }, ...numbers] };
}

/** The numbered sources, under their heading. */
export function sourceParagraphs(
  citations: readonly Pick<Citation, 'n' | 'authority' | 'alsoPublished' | keyof NearestSource>[],
  lang: AnswerLang,
): Paragraph[] {
  const { authority, authorityUnknown } = LABELS[lang];
  return citations.map((citation, i) => {
    const kind = citation.authority === null ? authorityUnknown : authority[citation.authority];
    const told = sourceParagraph(citation, lang, { lead: `[${citation.n}] `, facts: ` · ${kind}` });
    const paragraph = { runs: [...told.runs, ...alsoPublishedRuns(citation, lang)] };
    return i === 0 ? headed(SLACK_PHRASES[lang].sources, paragraph) : paragraph;
  });
}

/** Who else printed the report, on a line of its own; each name leads to that publication. */
function alsoPublishedRuns(source: Pick<Citation, 'alsoPublished'>, lang: AnswerLang): Run[] {
  const pieces = alsoPublishedPieces(source, lang);
  if (pieces.length === 0) return [];
  return [{ text: '\n' }, ...pieces.map(({ text, url }) => ({ text, url: linkUrl(url) }))];
}

export function nearestParagraphs(nearest: readonly NearestSource[], lang: AnswerLang): Paragraph[] {
  return nearest.map((source, i) => {
    const paragraph = sourceParagraph(source, lang, { lead: '• ', facts: '' });
    return i === 0 ? headed(SLACK_PHRASES[lang].nearest, paragraph) : paragraph;
  });
}

/** Begins a part of the message: the heading never stands alone at the end of one. */
export function headed(heading: string, paragraph: Paragraph): Paragraph {
  return {
    ...paragraph,
    ruled: true,
    runs: [{ text: heading, bold: true }, { text: '\n\n' }, ...paragraph.runs],
  };
}

/** The title, which leads to the source, and whether it is the publisher's. */
export function titleRuns(
  { title, titleIsDescriptive, url }: Pick<NearestSource, 'title' | 'titleIsDescriptive' | 'url'>,
  lang: AnswerLang,
): Run[] {
  const descriptive = titleIsDescriptive
    ? [{ text: ` (${LABELS[lang].descriptiveTitle})`, italic: true }]
    : [];
  return [{ text: title, url: linkUrl(url) }, ...descriptive];
}

function sourceParagraph(
  source: NearestSource,
  lang: AnswerLang,
  { lead, facts }: { readonly lead: string; readonly facts: string },
): Paragraph {
  // A stored address that no browser may open is shown, since it tells where the text comes from.
  const place = linkUrl(source.url) === null ? source.url : linkHost(source.url);
  return {
    runs: [
      { text: lead, bold: true },
      ...titleRuns(source, lang),
      { text: `\n${sourceLabel(source, lang)}${facts}` },
      ...(place === null || place === '' ? [] : [{ text: ` · ${place}` }]),
    ],
  };
}
