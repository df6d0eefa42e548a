/** Which story a report joins: reports of one event across languages, and not those of another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlaceReport } from '../../../src/news/story/create-place-report.ts';
import type { Story } from '../../../src/news/story.ts';
import {
  itemOf,
  judge,
  lexicon,
  NO_JUDGEMENT,
  storiesOf,
  writtenStories,
} from '../../support/news-story-kit.ts';

const ACCUSED = itemOf({
  title: 'Estonia accuses Russia of hacking its state forest agency',
  teaser: 'The foreign minister in Tallinn said GRU hackers copied the maps of the forest agency.',
  publishedAt: '2026-03-03T08:00:00Z',
});
const IN_FRENCH = itemOf({
  lang: 'fr',
  publisher: 'Le Courrier',
  title: 'L’Estonie accuse la Russie d’avoir piraté son agence des forêts',
  teaser: 'Tallinn met en cause des pirates du GRU.',
  publishedAt: '2026-03-03T11:00:00Z',
});
const IN_CHINESE = itemOf({
  lang: 'zh',
  publisher: '环球',
  title: '爱沙尼亚指责俄罗斯入侵国家森林机构',
  teaser: '爱沙尼亚外交部长说，俄军情报机构格鲁乌的黑客窃取了林业地图。',
  publishedAt: '2026-03-03T14:00:00Z',
});
const DENIED = itemOf({
  title: 'Russian embassy rejects Estonian claim over forest agency hack',
  publishedAt: '2026-03-04T09:00:00Z',
});

describe('createPlaceReport', () => {
  it('puts an accusation in three languages and its denial of the next day into one story', () => {
    const [story, ...others] = storiesOf([ACCUSED, IN_FRENCH, IN_CHINESE, DENIED]);
    expect(others).toEqual([]);
    expect(story?.reports).toHaveLength(4);
  });

  it('opens another story for the same pair a month later, and for another attack on the same day', () => {
    const monthLater = itemOf({
      title: 'Estonia accuses Russia of hacking its tax office',
      publishedAt: '2026-04-05T08:00:00Z',
    });
    const otherAttack = itemOf({
      title: 'Latvia says Belarus hackers of Ghostwriter broke into Riga tram company',
      publishedAt: '2026-03-03T12:00:00Z',
    });
    expect(storiesOf([ACCUSED, otherAttack, monthLater])).toHaveLength(3);
  });

  it('knows an article again by its address, whatever feed brings it', () => {
    const [story] = storiesOf([
      itemOf({ title: 'Tallinn, un matin', url: 'https://www.courrier.example/a?utm_source=rss' }),
      itemOf({ feedId: 'other', title: 'Autre titre', url: 'https://courrier.example/a' }),
    ]);
    expect(story?.reports).toHaveLength(2);
  });

  it('says what decided, and the same for the same input', () => {
    const place = createPlaceReport({ lexicon });
    const recent = storiesOf([ACCUSED]);
    const judgement = judge(IN_FRENCH);
    const first = place(IN_FRENCH, judgement, recent);
    expect(first.storyId).toBe('story-1');
    expect(first.score).toBeGreaterThanOrEqual(first.threshold);
    expect(first.reasons.length).toBeGreaterThan(0);
    expect(place(IN_FRENCH, judgement, recent)).toEqual(first);
  });

  it('counts five items of one wire once', () => {
    const wire = (n: number) =>
      itemOf({
        lang: 'fr',
        publisher: `Journal ${n}`,
        title: n === 0 ? 'Tallinn accuse Moscou de piratage' : 'Piratage : Tallinn accuse Moscou',
        teaser:
          'TALLINN (AFP) - L’Estonie accuse la Russie d’avoir piraté son agence des forêts en janvier, a déclaré mardi le ministre.',
        publishedAt: `2026-03-03T0${n}:00:00Z`,
      });
    const [story, ...others] = storiesOf([0, 1, 2, 3, 4].map(wire));
    expect(others).toEqual([]);
    const first = { feedId: 'feed', itemKey: story?.reports[0]?.itemKey };
    expect(story?.reports.map(({ copyOf }) => copyOf)).toEqual([null, first, first, first, first]);
    expect(story?.reports.map(({ agency }) => agency)).toEqual(Array(5).fill('AFP'));
  });

  it('does not tell one workspace of another’s report: neither by joining it, nor as an original', () => {
    const hidden = itemOf({ ...ACCUSED, itemKey: 'hidden', scope: 'workspace-a' });
    const open = itemOf({ ...ACCUSED, itemKey: 'open', publisher: 'Other' });
    const theirs = itemOf({ ...IN_FRENCH, itemKey: 'theirs', scope: 'workspace-b' });
    const stories = storiesOf([hidden, open, theirs]);
    expect(stories.map(({ reports }) => reports.map(({ itemKey }) => itemKey))).toEqual([
      ['hidden'],
      ['open', 'theirs'],
    ]);
    expect(stories[1]?.reports[0]?.copyOf).toBeNull();
  });

  it('places a report as if another workspace had reported nothing', () => {
    const place = createPlaceReport({ lexicon });
    const seen = storiesOf([ACCUSED]);
    const hidden = storiesOf([itemOf({ ...IN_FRENCH, scope: 'workspace-a' })]).map((story) => ({
      ...story,
      id: 'hidden',
    }));
    const judgement = judge(IN_CHINESE);
    expect(place(IN_CHINESE, judgement, [...hidden, ...seen])).toEqual(place(IN_CHINESE, judgement, seen));
  });

  it.each([
    ['first', 0.85],
    ['near', 0.9],
  ] as const)('keeps to the measured likeness on the open part of the written set (%s)', (wanted, least) => {
    const stories = writtenStories().filter(({ held, set }) => !held && set === wanted);
    const labels = new Map(stories.flatMap(({ story, items }) => items.map((item) => [item.itemKey, story])));
    const ordered = stories.flatMap(({ items }) => items).sort((a, b) => a.seenAt.localeCompare(b.seenAt));
    const found = storiesOf(ordered);
    const put = found.flatMap(({ id, reports }) => reports.map(({ itemKey }) => [id, labels.get(itemKey)]));
    let [both, together, belong] = [0, 0, 0];
    for (const [i, [idA, eventA]] of put.entries())
      for (const [idB, eventB] of put.slice(0, i)) {
        if (idA === idB) together += 1;
        if (eventA === eventB) belong += 1;
        if (idA === idB && eventA === eventB) both += 1;
      }
    expect(both / together).toBeGreaterThan(least);
    expect(both / belong).toBeGreaterThan(0.85);
  });

  it('never throws, whatever the texts and dates', () => {
    const place = createPlaceReport({ lexicon });
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const item = fc.record({
      title: text,
      teaser: text,
      lang: fc.constantFrom('fr', 'en', 'zh', 'el', ''),
      at: text,
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), (given) => {
        const stories: Story[] = [];
        for (const { title, teaser, lang, at } of given) {
          const one = itemOf({
            title,
            teaser,
            lang,
            publishedAt: at,
            url: at,
            seenAt: '2026-03-03T08:00:00Z',
          });
          const { score, storyId } = place(one, NO_JUDGEMENT, stories);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(storyId === null || stories.some(({ id }) => id === storyId)).toBe(true);
          stories.push(
            ...storiesOf([one], () => NO_JUDGEMENT).map((story) => ({ ...story, id: `s${stories.length}` })),
          );
        }
      }),
      { numRuns: 20 },
    );
  });
});
