/** Two attacks of one pair of countries, or of one group, are two stories; what a story did not name is told as new. */
import { describe, expect, it } from 'vitest';
import { updateReport } from '../../../src/news/render/update-report.ts';
import type { Story } from '../../../src/news/story.ts';
import { itemOf, storiesOf, viewOf } from '../../support/news-story-kit.ts';

/** Reports of one day after another. */
function told(...titles: readonly (readonly [lang: string, title: string, teaser?: string])[]): Story[] {
  return storiesOf(
    titles.map(([lang, title, teaser = ''], day) =>
      itemOf({ lang, title, teaser, publishedAt: `2026-03-0${day + 1}T08:00:00Z` }),
    ),
  );
}

function sizes(stories: readonly Story[]): number[] {
  return stories.map(({ reports }) => reports.length);
}

describe('targets of a story', () => {
  it('keeps apart what one state is accused of by another, and puts the answer to the right one', () => {
    const stories = told(
      ['en', 'Jordan accuses Syria of hacking a hospital in Irbid'],
      ['fr', 'La Jordanie accuse la Syrie d’avoir piraté ses chemins de fer'],
      ['zh', '约旦指责叙利亚攻击铁路系统'],
      ['en', 'Syria denies attack on railway'],
    );
    expect(sizes(stories)).toEqual([1, 3]);
  });

  it('keeps apart what one group did to two countries, also of the same kind', () => {
    const stories = told(
      ['en', 'Turla broke into Belgian ports, Brussels says'],
      ['fr', 'Turla a pénétré des ports grecs, selon Athènes'],
      ['en', 'Greece: Turla was inside its port systems'],
    );
    expect(sizes(stories)).toEqual([1, 2]);
  });

  it('keeps apart two things of one town', () => {
    const stories = told(
      ['fr', 'La Suède accuse la Russie d’avoir attaqué l’hôpital de Falun'],
      ['fr', 'La Suède accuse la Russie d’avoir attaqué la gare ferroviaire de Falun'],
    );
    expect(sizes(stories)).toEqual([1, 1]);
  });

  it('takes a kind of a thing, and members for their institution, as the same', () => {
    expect(
      sizes(
        told(
          ['en', 'Austria blames Russia for attack on power grid'],
          ['fr', 'L’Autriche accuse la Russie d’une cyberattaque contre le secteur de l’énergie'],
        ),
      ),
    ).toEqual([2]);
    expect(
      sizes(
        told(
          ['en', 'Ireland says Chinese group APT31 hacked its parliament'],
          ['en', 'Chinese group APT31 hacked Irish lawmakers, says Ireland'],
        ),
      ),
    ).toEqual([2]);
  });

  it('does not take an agency’s next report, in the same words of another attack, for a copy', () => {
    const text = (target: string) =>
      `The foreign minister of Austria told reporters in the capital on Tuesday that hackers of the Russian state were behind an attack on ${target} in January.`;
    const stories = told(
      ['en', 'Austria blames Russia for attack on banks', text('banks')],
      ['en', 'Austria blames Russia for attack on hospitals', text('hospitals')],
    );
    expect(sizes(stories)).toEqual([1, 1]);
  });

  it('tells as new a target that no report of the story named, and only once', () => {
    const [story, ...others] = told(
      ['en', 'Jordan accuses Syria of cyberattack'],
      ['en', 'Jordan accuses Syria of cyberattack on hospitals'],
      ['fr', 'La Jordanie accuse la Syrie d’une cyberattaque contre des hôpitaux'],
    );
    expect(others).toEqual([]);
    expect(story?.reports.map(({ newClaims }) => newClaims)).toEqual([[], ['target|hospital'], []]);
    if (story === undefined) throw new Error('no story');
    const update = updateReport(story, ['target|hospital'], viewOf());
    expect(update?.title).toBe('Update: Another target');
    expect(update?.sections[0]?.lines[0]?.text).toContain('hospitals');
    expect(updateReport(story, ['target|hospital'], viewOf({ lang: 'fr' }))?.title).toContain('Autre cible');
    expect(updateReport(story, ['target|hospital'], viewOf({ lang: 'zh' }))?.title).toContain('另一攻击目标');
  });
});
