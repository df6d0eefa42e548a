/** Which news a subscription lets pass, as a tree of conditions. */
import type { NewsKind } from './news-kind.ts';

export type NewsFilter =
  | { readonly all: readonly NewsFilter[] }
  | { readonly any: readonly NewsFilter[] }
  | { readonly not: NewsFilter }
  /** A threat actor under any of its names: the id of its concept. */
  | { readonly actor: string }
  /** ISO 3166-1 alpha-2 code, or `EU`, of whoever accuses, is accused, or was attacked. */
  | { readonly country: string }
  /** ISO 639-1 code of the report. */
  | { readonly lang: string }
  /** Part of the publisher's name or of the host of the link, compared without case and accents. */
  | { readonly publisher: string }
  | { readonly kind: NewsKind }
  /** A word or a phrase of title or teaser, compared by stem. */
  | { readonly word: string };
