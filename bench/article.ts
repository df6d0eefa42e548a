/** Articles for the index, made of generated passages. */
import type { Passage, SourceDocument } from '../src/core/source.ts';
import { ARTICLE, generatePassage } from './generate-text.ts';

/** The article of a number, with its passages. */
export function makeArticle(number: number): SourceDocument {
  const parts = Array.from({ length: ARTICLE }, (_, i) => generatePassage(number * ARTICLE + i));
  const id = articleId(number);
  const title = parts[0]?.title ?? '';
  const lang = parts[0]?.lang ?? 'en';
  const passages: Passage[] = [];
  let text = '';
  for (const [ordinal, part] of parts.entries()) {
    if (ordinal > 0) text += '\n\n';
    const start = text.length;
    text += part.text;
    passages.push({
      id: `${id}#${ordinal}`,
      sourceId: id,
      ordinal,
      text: part.text,
      lang,
      start,
      end: text.length,
      context: part.title,
      alsoIn: [],
    });
  }
  const source = {
    id,
    title,
    titleIsDescriptive: false,
    publisher: 'Example Wire',
    publishedAt: '2026-01-31',
    url: `https://news.example.org/${id}`,
    lang,
    textLang: lang,
    textKind: 'original',
    authority: 'media',
    kind: 'news',
    caseIds: [],
    scope: 'global',
    reviewed: true,
    contentHash: id,
  } as const;
  return { source, text, passages };
}

export function articleId(number: number): string {
  return `article-${number}`;
}
