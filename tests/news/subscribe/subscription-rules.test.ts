/** A subscription wants what is of its feed or topic and passes its filter, and says why. */
import { describe, expect, it } from 'vitest';
import type { Subscription } from '../../../src/core/subscription.ts';
import { loadLexicon } from '../../../src/lexicon/lexicon.ts';
import { createSubscriptionRules } from '../../../src/news/subscribe/subscription-rules.ts';
import { JUDGEMENT, subscriptionWith } from '../../state/news-kit.ts';

const rules = createSubscriptionRules(loadLexicon());
const REPORT = {
  feedId: 'one',
  title: 'Paris accuse Moscou d’une intrusion',
  teaser: '',
  lang: 'fr',
  publisher: 'Gazette de Valdoria',
  url: null,
  judgement: JUDGEMENT,
};
const made = (over: Partial<Subscription>) => subscriptionWith('a', { filter: null, ...over });
const topic = (words: string) => ({ type: 'topic' as const, words });
const feed = (feedId: string) => ({ type: 'feed' as const, feedId, url: 'https://a.example/' });

describe('createSubscriptionRules', () => {
  it.each<[string, Partial<Subscription>, boolean]>([
    ['its feed', { subject: feed('one') }, true],
    ['another feed', { subject: feed('two') }, false],
    ['its topic in another language', { subject: topic('Russland intrusions'), lang: 'en' }, false],
    ['its topic', { subject: topic('Russia intrusion'), lang: 'en' }, true],
    ['words that name nothing', { subject: topic('the of'), lang: 'en' }, false],
    ['no words, and its filter', { subject: topic(''), filter: { country: 'RU' } }, true],
    ['no words, and another filter', { subject: topic(''), filter: { country: 'CN' } }, false],
    ['its filter', { subject: feed('one'), filter: { country: 'RU' } }, true],
    ['a filter that it lacks', { subject: feed('one'), filter: { country: 'CN' } }, false],
  ])('%s', (_, over, wanted) => {
    expect(rules.wants(made(over), REPORT)).toBe(wanted);
    expect(rules.explain(made(over), REPORT).wanted).toBe(wanted);
  });

  it('says which condition decided', () => {
    const filter = { country: 'CN' };
    expect(rules.explain(made({ subject: feed('one'), filter }), REPORT)).toEqual({
      wanted: false,
      subject: true,
      why: [{ condition: filter, holds: false }],
    });
  });

  it('has digests for what has a schedule', () => {
    const at = new Date('2026-05-04T10:00:00Z');
    const later = new Date('2026-05-06T10:00:00Z');
    const digest = made({ mode: 'digest', schedule: '0 8 * * *' });
    expect(rules.digestDue(digest, at, later)).toEqual(new Date('2026-05-06T06:00:00Z'));
    expect(rules.digestDue(made({}), at, later)).toBeNull();
    expect(rules.nextSlot(made({ maxPerHour: 1 }), [at.toISOString()], at)).toEqual(
      new Date('2026-05-04T11:00:00Z'),
    );
    const night = new Date('2026-05-04T21:00:00Z');
    expect(rules.afterQuiet(made({}), night)).toEqual(new Date('2026-05-05T05:00:00Z'));
  });
});
