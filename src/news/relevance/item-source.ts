/** A news item as the source text that the readers of claims and cases take. */
import type { SourceText } from '../../core/retrieval.ts';
import { type NewsText, newsText } from '../judgement.ts';

/** Offsets of whatever is read in it refer to `newsText(item)`. Nothing of it is stored. */
export function itemSource(item: NewsText): SourceText {
  return {
    source: {
      id: item.url ?? 'news-item',
      title: item.title,
      titleIsDescriptive: false,
      publisher: item.publisher,
      publishedAt: item.publishedAt?.slice(0, 10) ?? null,
      url: item.url,
      lang: item.lang,
      textLang: item.lang,
      textKind: item.text === null ? 'teaser' : 'original',
      authority: null,
      kind: 'news',
      caseIds: [],
      scope: 'global',
      reviewed: false,
      contentHash: '',
    },
    text: newsText(item),
    passages: [],
  };
}
