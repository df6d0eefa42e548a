/**
 * Sources and excerpts as embeds, one for each. The text stands in the description and no embed has a `url`: Discord
 * shows embeds of one url as a single one, and sources may share theirs.
 */
import type { APIEmbed } from 'discord.js';
import { alsoPublishedLine } from '../../../core/also-published.ts';
import type { Answer, AnswerLang, Citation, NearestSource } from '../../../core/answer.ts';
import { excerptLabel, LABELS, shownExcerpt, sourceLabel } from '../../../core/labels.ts';
import type { ReportSource } from '../../../core/report.ts';
import { DESCRIPTION_LIMIT } from './discord-message.ts';
import { DISCORD_PHRASES, languageName } from './discord-phrases.ts';
import { sourceColour } from './kind-marks.ts';
import { shownUrl } from './source-link.ts';
import { fixed, foreignLine, foreignText, laySpans, type Span } from './spans.ts';

/** The sources of an answer in order of their numbers. */
export function sourceEmbeds({ citations, sentences, lang }: Answer): APIEmbed[] {
  return citations.flatMap((citation) => {
    return toEmbeds(sourceSpans(citation, lang), sourceColour(citation.n, sentences));
  });
}

/** A numbered source: title, publisher, date, authority, language, address, and who else printed it. */
export function sourceSpans(source: ReportSource, lang: AnswerLang): Span[] {
  const labels = LABELS[lang];
  const authority = source.authority === null ? labels.authorityUnknown : labels.authority[source.authority];
  const facts: readonly Span[] = [fixed(` · ${authority}`), ...languageSpans(source.lang, lang)];
  const also = alsoPublishedLine(source, lang);
  return [
    fixed(`**[${source.n}]** `),
    ...publicationSpans(source, lang, facts),
    ...(also === null ? [] : [fixed('\n'), foreignLine(also)]),
  ];
}

/** The sources that came nearest to an unanswered question; nothing rests on them, so they have no number. */
export function nearestEmbeds({ nearest, lang }: Answer): APIEmbed[] {
  return nearest.flatMap((source) => toEmbeds(publicationSpans(source, lang, []), sourceColour(0, [])));
}

/** The words that an answer rests on, each under its number: quoted only where they are the publisher's own. */
export function excerptEmbeds({ citations, sentences, lang }: Answer): APIEmbed[] {
  return citations.flatMap((citation) => {
    const spans = [
      fixed(`**[${citation.n}]** `),
      foreignLine(excerptLabel(citation, lang)),
      ...languageSpans(citation.excerptLang, lang),
      fixed('\n'),
      foreignText(shownExcerpt(citation, lang)),
    ];
    return toEmbeds(spans, sourceColour(citation.n, sentences));
  });
}

function publicationSpans(
  source: Pick<NearestSource, 'title' | 'titleIsDescriptive' | 'publisher' | 'date' | 'url'>,
  lang: AnswerLang,
  facts: readonly Span[],
): Span[] {
  return [
    foreignLine(source.title, { bold: true }),
    ...(source.titleIsDescriptive ? [fixed(` (${LABELS[lang].descriptiveTitle})`)] : []),
    fixed('\n'),
    foreignLine(sourceLabel(source, lang)),
    ...facts,
    ...(source.url === null ? [] : [fixed('\n'), shownUrl(source.url)]),
  ];
}

/** The language of a text, where it is not the reader's. */
function languageSpans(code: Citation['lang'], lang: AnswerLang): Span[] {
  if (code === lang || code === '') return [];
  return [fixed(' · '), foreignLine(DISCORD_PHRASES[lang].inLanguage(languageName(code, lang)))];
}

function toEmbeds(spans: readonly Span[], color: number): APIEmbed[] {
  return laySpans(spans, DESCRIPTION_LIMIT, DESCRIPTION_LIMIT)
    .filter((description) => description !== '')
    .map((description) => ({ description, color }));
}
