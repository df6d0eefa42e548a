/** Sources for tests, with every field set. */
import type { Source } from '../../src/core/source.ts';

export function source(part: Partial<Source> & Pick<Source, 'id'>): Source {
  return {
    title: 'Title',
    titleIsDescriptive: false,
    publisher: 'The Beacon',
    publishedAt: '2025-05-28',
    url: null,
    lang: 'en',
    textLang: 'en',
    textKind: 'original',
    authority: null,
    kind: null,
    caseIds: [],
    scope: 'global',
    reviewed: true,
    contentHash: `hash of ${part.id}`,
    ...part,
  };
}
