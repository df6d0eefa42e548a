/** Who published a text, when, under which title and in which language: from metadata, else from the text itself. */
import { identifyLanguage } from '../lexicon/identify-language.ts';
import type { ArticleMetadata } from './article-metadata.ts';
import type { CleanedText } from './clean.ts';
import { findPublication } from './find-publication.ts';
import { findTitle } from './find-title.ts';

export interface Identity {
  readonly title: string;
  readonly titleIsDescriptive: boolean;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  /** ISO 639-1 code, or `und` when the text does not tell. */
  readonly lang: string;
}

/** The code for a language that could not be told (ISO 639-2 «undetermined»). */
const UNKNOWN_LANGUAGE = 'und';

/**
 * Identifies a cleaned text. Metadata goes before what the text says; what neither states is null, never guessed.
 *
 * @param cleaned a text that is not empty.
 */
export function identify(cleaned: CleanedText, metadata: ArticleMetadata): Identity {
  const lang = metadata.lang ?? identifyLanguage(cleaned.text) ?? UNKNOWN_LANGUAGE;
  const found = metadata.title === undefined ? findTitle(cleaned.text, lang) : null;
  const publication = findPublication(cleaned.text, cleaned.dropped);
  return {
    title: metadata.title ?? found?.title ?? '',
    titleIsDescriptive: found?.descriptive ?? metadata.titleIsDescriptive ?? false,
    publisher: metadata.publisher ?? publication.publisher,
    publishedAt: metadata.date ?? publication.publishedAt,
    lang,
  };
}
