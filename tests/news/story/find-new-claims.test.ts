/** What a report adds to its story, and what it only says again. */
import { describe, expect, it } from 'vitest';
import type { ExtractedClaim } from '../../../src/claims/extracted-claim.ts';
import type { Judgement } from '../../../src/news/judgement.ts';
import { keyedClaims } from '../../../src/news/story/claim-key.ts';
import { findNewClaims } from '../../../src/news/story/find-new-claims.ts';
import { joinStory } from '../../../src/news/story/join-story.ts';
import type { StoryReport } from '../../../src/news/story.ts';
import { itemOf, NO_JUDGEMENT } from '../../support/news-story-kit.ts';

function claim(change: Partial<ExtractedClaim>): ExtractedClaim {
  return {
    kind: 'accusation',
    speaker: 'the ministry',
    speakerCountry: 'CZ',
    speakerType: 'government',
    against: { actor: 'APT31', aliases: [], state: 'CN' },
    basis: [],
    confidenceAsStated: null,
    eventDate: null,
    sourceId: 's',
    wording: null,
    start: 0,
    end: 5,
    by: 'rules',
    ...change,
  };
}

function judged(claims: readonly ExtractedClaim[], change: Partial<Judgement> = {}): Judgement {
  return { ...NO_JUDGEMENT, claims, ...change };
}

function reportOf(judgement: Judgement): StoryReport {
  return { ...itemOf({ title: 'Title' }), judgement, copyOf: null, agency: null, newClaims: [] };
}

const ACCUSATION = claim({});
const DENIAL = claim({ kind: 'denial', speaker: 'Beijing', speakerCountry: 'CN', against: null });
const news = (judgement: Judgement, ...earlier: Judgement[]) =>
  findNewClaims({ title: 'Title' }, judgement, earlier.map(reportOf));

describe('findNewClaims', () => {
  it('finds nothing new in the report that opens the story', () => {
    expect(news(judged([ACCUSATION]))).toEqual([]);
  });

  it('finds a denial once', () => {
    expect(news(judged([ACCUSATION, DENIAL]), judged([ACCUSATION]))).toEqual(['denial|CN|']);
    expect(news(judged([DENIAL]), judged([ACCUSATION]), judged([DENIAL]))).toEqual([]);
  });

  it('takes a denial of nobody known for the one that was reported, either way', () => {
    const nobody = claim({ kind: 'denial', speaker: 'the embassy', speakerCountry: null, against: null });
    expect(news(judged([nobody]), judged([ACCUSATION, DENIAL]))).toEqual([]);
    expect(news(judged([DENIAL]), judged([ACCUSATION, nobody]))).toEqual([]);
  });

  it('finds a country that joins the accusers, unless an earlier report spoke of it', () => {
    const british = claim({ speaker: 'London', speakerCountry: 'GB', start: 40, end: 60 });
    expect(news(judged([british]), judged([ACCUSATION]))).toEqual(['accusation|GB|CN']);
    const named = { speakers: [], accused: [], named: ['GB'] };
    expect(news(judged([british]), judged([ACCUSATION], { countries: named }))).toEqual([]);
  });

  it('takes the same accusation by another body of the state for the same', () => {
    const agency = claim({ speaker: 'NÚKIB', against: { actor: null, aliases: [], state: 'CN' } });
    expect(news(judged([agency]), judged([ACCUSATION]))).toEqual([]);
  });

  it('finds another degree of certainty across languages, and no change in the caution of the press', () => {
    const high = claim({ confidenceAsStated: 'avec un haut degré de certitude' });
    const moderate = claim({ confidenceAsStated: 'moderate confidence' });
    const sure = claim({ confidenceAsStated: 'high confidence' });
    const alleged = claim({ confidenceAsStated: 'allegedly' });
    expect(news(judged([sure]), judged([moderate]))).toEqual(['certainty|CZ|CN|high']);
    expect(news(judged([sure]), judged([high]))).toEqual([]);
    expect(news(judged([alleged]), judged([high]))).toEqual([]);
  });

  it('tells a sanction from an indictment by the judgement', () => {
    const measure = claim({ kind: 'measure', speakerCountry: 'US', against: null });
    const indicted = judged([measure], { kinds: ['indictment'] });
    expect(news(indicted, judged([ACCUSATION]))).toEqual(['indictment|US|']);
    expect(news(indicted, judged([measure], { kinds: ['sanction'] }))).toEqual(['indictment|US|']);
  });

  it('finds a retraction of which the judgement alone knows', () => {
    expect(news(judged([], { kinds: ['retraction'] }), judged([ACCUSATION]))).toEqual(['retraction||']);
  });
});

describe('keyedClaims', () => {
  it('counts a country once for each kind, by the claim that names the accused', () => {
    const unnamed = claim({ against: { actor: 'APT31', aliases: [], state: null } });
    expect(keyedClaims(judged([unnamed, ACCUSATION])).map(({ key }) => key)).toEqual(['accusation|CZ|CN']);
  });

  it('does not believe in the country of a speaker that is several clauses', () => {
    const lost = claim({ speaker: '毫无根据，中方', speakerCountry: 'CZ', kind: 'denial', against: null });
    expect(keyedClaims(judged([lost])).map(({ key }) => key)).toEqual(['denial||']);
  });
});

describe('joinStory', () => {
  const at = { now: new Date('2026-03-03T08:00:00Z'), newId: () => 'new' };
  const placement = {
    storyId: null,
    score: 0,
    threshold: 1,
    reasons: [],
    copyOf: null,
    agency: null,
    newClaims: [],
  };
  const inCase = (id: string): Judgement => ({ ...NO_JUDGEMENT, cases: [{ id, score: 0.9 }] });

  it('opens a story, and adds to it; the case is that of most reports', () => {
    const opened = joinStory(null, { item: itemOf({}), judgement: inCase('a'), placement }, at);
    expect(opened).toMatchObject({ id: 'new', openedAt: '2026-03-03T08:00:00.000Z', caseId: 'a' });
    const later = { ...at, now: new Date('2026-03-04T08:00:00Z') };
    const grown = [1, 2].reduce(
      (story) => joinStory(story, { item: itemOf({}), judgement: inCase('b'), placement }, later),
      opened,
    );
    expect(grown).toMatchObject({
      openedAt: opened.openedAt,
      updatedAt: '2026-03-04T08:00:00.000Z',
      caseId: 'b',
    });
    expect(grown.reports).toHaveLength(3);
  });

  it('does not double a report that is judged again', () => {
    const item = itemOf({});
    const opened = joinStory(null, { item, judgement: NO_JUDGEMENT, placement }, at);
    const again = joinStory(opened, { item, judgement: inCase('a'), placement }, at);
    expect(again.reports).toHaveLength(1);
    expect(again.caseId).toBe('a');
  });
});
