/** A judge over the lexicon and one invented case, and items to judge. */
import { profileCases } from '../../src/claims/case-profiles.ts';
import type { CaseRecord } from '../../src/core/case-record.ts';
import type { NewsText } from '../../src/news/judgement.ts';
import { lexicon } from './claims-kit.ts';

const record: CaseRecord = {
  id: '2031-latvia-port',
  title: { fr: 'Port de Ventspils : Riga accuse Minsk', en: 'Port of Ventspils: Riga blames Minsk' },
  victims: ['Port of Ventspils'],
  period: '2031',
  claims: [],
};

export const judgeDeps = { lexicon, profiles: profileCases([record], lexicon) };

export function newsItem(title: string, lang: string, change: Partial<NewsText> = {}): NewsText {
  return { title, teaser: '', text: null, lang, publisher: null, url: null, publishedAt: null, ...change };
}
