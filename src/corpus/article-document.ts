/** The text of one article, with what its metadata states, to the document that is stored. */
import type { SourceDocument } from '../core/source.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { type ArticleMetadata, articleMetadata, describeProblems } from './article-metadata.ts';
import { cleanArticle } from './clean.ts';
import { identify } from './identify.ts';
import { markdownToText } from './markdown-text.ts';
import { splitPassages } from './split.ts';
import { ABOVE_FRONT_MATTER, splitFrontMatter } from './split-front-matter.ts';

export type BuiltArticle =
  | { readonly ok: true; readonly document: SourceDocument }
  | { readonly ok: false; readonly reason: string };

export interface ArticleInput {
  /** The id under which the source is stored. */
  readonly id: string;
  readonly text: string;
  readonly metadata: ArticleMetadata;
  readonly contentHash: string;
}

/** Cleans, identifies and splits an article. Fails when no sentence is left after cleaning. */
export function buildArticle({ id, text, metadata, contentHash }: ArticleInput): BuiltArticle {
  const cleaned = cleanArticle(text);
  if (!/\p{L}/u.test(cleaned.text)) {
    return { ok: false, reason: 'no sentence is left after cleaning: give the text of the article' };
  }
  const { title, titleIsDescriptive, publisher, publishedAt, lang } = identify(cleaned, metadata);
  const context = [title, publisher, publishedAt].filter((part) => part !== null).join(' · ');
  const passages = splitPassages(cleaned.text, lang).map(({ start, end }, ordinal) => ({
    id: `${id}#${ordinal}`,
    sourceId: id,
    ordinal,
    text: cleaned.text.slice(start, end),
    lang,
    start,
    end,
    context,
    alsoIn: [],
  }));
  const source = {
    id,
    title,
    titleIsDescriptive,
    publisher,
    publishedAt,
    url: metadata.url ?? null,
    lang,
    textLang: lang,
    textKind: 'original' as const,
    authority: metadata.authority ?? null,
    kind: metadata.kind ?? null,
    caseIds: [],
    scope: 'global',
    reviewed: true,
    contentHash,
  };
  return { ok: true, document: { source, text: cleaned.text, passages } };
}

/** A Markdown article's front matter, if it has any, and its words. */
export function readMarkdownArticle(
  file: string,
): { ok: true; text: string; metadata: ArticleMetadata } | { ok: false; reason: string } {
  const split = splitFrontMatter(file.replace(/\r\n?/g, '\n'));
  if (split === null) return { ok: true, text: markdownToText(file), metadata: {} };
  const front = readYaml(split.yaml, ABOVE_FRONT_MATTER);
  const problem = front.problems[0];
  if (problem !== undefined) return { ok: false, reason: `line ${problem.line}: ${problem.message}` };
  const parsed = articleMetadata.safeParse(front.value);
  if (!parsed.success) return { ok: false, reason: describeProblems(parsed.error) };
  return { ok: true, text: markdownToText(split.body), metadata: parsed.data };
}
