/** A cited passage as the rules read it. */
import type { Source } from '../core/source.ts';
import { splitSentences } from '../lexicon/sentences.ts';
import { readStretch, type Stretch, type Tables } from './stretch.ts';

export interface Evidence {
  /** The sentences of the passage. */
  readonly sentences: readonly Stretch[];
  /** The title and the publisher: they name the publication and those it is about. */
  readonly heading: Stretch;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
}

interface PassageToRead {
  readonly text: string;
  readonly lang: string;
  readonly source: Pick<
    Source,
    'title' | 'titleIsDescriptive' | 'publisher' | 'publishedAt' | 'lang' | 'textLang'
  >;
}

/** Passages kept as read; an answer checks every sentence against the same few. */
const KEPT = 400;

/** Reads passages, each text once. */
export function createEvidenceReader(tables: Tables): (passage: PassageToRead) => Evidence {
  const kept = new Map<string, Evidence>();
  const read = ({ text, lang, source }: PassageToRead): Evidence => ({
    sentences: splitSentences(text, lang).map(({ start, end }) =>
      readStretch(text.slice(start, end), lang, tables, false),
    ),
    heading: readStretch(
      [source.title, source.publisher ?? ''].join('. '),
      source.titleIsDescriptive ? source.textLang : source.lang,
      tables,
      false,
    ),
    publisher: source.publisher,
    publishedAt: source.publishedAt,
  });
  return (passage) => {
    const { title, publisher, publishedAt } = passage.source;
    const key = JSON.stringify([passage.lang, passage.text, title, publisher, publishedAt]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const evidence = read(passage);
    const oldest = kept.keys().next().value;
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, evidence);
    return evidence;
  };
}
