/** Lines of set phrases and nothing else. */
import { describe, expect, it } from 'vitest';
import { createPhraseMatcher, phraseList } from '../../src/corpus/phrase-matcher.ts';

describe('createPhraseMatcher', () => {
  const match = createPhraseMatcher(phraseList('share | share on | copier le lien | 分享 | publicité'));

  it('finds the phrases of a line, the longest first, whatever case, accents and signs', () => {
    expect(match('SHARE ON • Share | Copier  le lien'.replace('  ', ' '))).toEqual([
      'share on',
      'share',
      'copier le lien',
    ]);
    expect(match('Publicite 2')).toEqual(['publicite']);
    expect(match('分享分享')).toEqual(['分享', '分享']);
  });

  it('refuses a line with anything else in it, and a line without phrases', () => {
    for (const line of ['share this', 'shares', 'la publicité', '', '12', '分享会'])
      expect(match(line)).toBeNull();
  });
});
