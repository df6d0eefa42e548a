/** Judges by rules whether a news item is about attribution: a sum of reasons that can each be told. */
import type { CaseProfiles } from '../../claims/case-profiles.ts';
import { extractClaims } from '../../claims/extract-claims.ts';
import type { ExtractedClaim } from '../../claims/extracted-claim.ts';
import { linkArticle } from '../../claims/link-article.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Judgement, JudgementReason, NewsText } from '../judgement.ts';
import { findRoles } from './find-roles.ts';
import { itemSource } from './item-source.ts';
import { newsKinds } from './news-kinds.ts';
import { readPart } from './read-part.ts';
import type { HeadlineSigns } from './signs.ts';
import { ENGLISH_SIGNS } from './signs-en.ts';
import { FRENCH_SIGNS } from './signs-fr.ts';
import { OTHER_SIGNS } from './signs-other.ts';
import { CHINESE_SIGNS } from './signs-zh.ts';
import { type ReadPart, scoreOf, weigh } from './weigh.ts';

export interface JudgeDeps {
  readonly lexicon: Lexicon;
  readonly profiles: CaseProfiles;
}

/** From this score on an item is about attribution. */
export const RELEVANT_FROM = 0.45;
/** Of a language without a table of its own: names and roots alone are less to go by. */
const OTHER_LANGUAGE = -0.05;
/** What is weighed of an article beside its title, and what claims are read in; UTF-16 code units. */
const LEAD = 700;
const READ_AT_MOST = 20_000;
const SIGNS: Readonly<Record<string, HeadlineSigns>> = {
  en: ENGLISH_SIGNS,
  fr: FRENCH_SIGNS,
  zh: CHINESE_SIGNS,
};

/** Never throws, whatever the text. */
export function createJudge({ lexicon, profiles }: JudgeDeps): (item: NewsText) => Judgement {
  return (item) => {
    const own = SIGNS[item.lang];
    const parts = [item.title, item.teaser || (item.text ?? '')]
      .map((text) => text.slice(0, LEAD))
      .map((text): ReadPart => {
        const part = readPart(text, item.lang, own ?? OTHER_SIGNS, lexicon);
        return { ...part, roles: findRoles(part) };
      });
    const stored = itemSource(item);
    const source = { ...stored, text: stored.text.slice(0, READ_AT_MOST) };
    const claims = extractClaims(source, lexicon);
    const foreign: JudgementReason[] =
      own === undefined ? [{ code: 'other-language', weight: OTHER_LANGUAGE, detail: item.lang }] : [];
    const reasons = [...weigh(parts, claims), ...foreign];
    const score = scoreOf(reasons);
    const relevant = score >= RELEVANT_FROM;
    const links = relevant ? linkArticle(source, claims, profiles, lexicon) : [];
    return {
      relevant,
      score,
      by: 'rules',
      kinds: relevant ? newsKinds(parts, claims) : [],
      actors: distinct(parts.flatMap(({ mentions }) => mentions.map(({ actor }) => actor))),
      countries: countriesOf(parts, claims),
      cases: links.flatMap(({ caseId, status, score: value }) =>
        status === 'linked' ? { id: caseId, score: value } : [],
      ),
      claims: relevant ? claims : [],
      reasons,
    };
  };
}

function countriesOf(parts: readonly ReadPart[], claims: readonly ExtractedClaim[]): Judgement['countries'] {
  const inParts = distinct(parts.flatMap(({ roles }) => roles.accused.map(({ country }) => country)));
  const inClaims = distinct(
    claims.filter(({ kind }) => kind === 'accusation').map(({ against }) => against?.state ?? null),
  );
  const accused = inParts.length > 0 ? inParts : inClaims;
  return {
    speakers: distinct([
      ...parts.flatMap(({ roles }) => roles.speakers.map(({ country }) => country)),
      ...claims.map(({ speakerCountry }) => speakerCountry),
    ]),
    accused,
    named: distinct(parts.flatMap(({ mentions }) => mentions.map(({ country }) => country))),
  };
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
